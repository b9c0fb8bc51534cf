"""What children answered when they were asked about the help they get."""

import numpy as np

from kinfold.city import rates
from kinfold.city.columns import Tables, keys, table, yes_no
from kinfold.city.draws import a_few
from kinfold.city.help.casework import Casework
from kinfold.city.help.pathways import CHILD_IN_NEED
from kinfold.city.history import DAY

_ASKED_FROM = 6
_AGREES = {"worries_explained": 0.82, "story_helped": 0.66, "agrees_with_worker": 0.7, "plan_keeps_safe": 0.75,
           "tablet_helped": 0.55}  # fmt: skip


def voice_table(work: Casework) -> Tables:
    rng = work.city.draws.stream("voice of the child")
    helped = np.flatnonzero(work.statuses.step >= CHILD_IN_NEED)
    old = helped[work.age(work.statuses.child[helped], work.statuses.started[helped]) >= _ASKED_FROM]
    row = a_few(rng, old, rates.ASKED_HOW_IT_IS)
    columns = {
        "voice_id": work.city.ids_of("voice_of_child", work.statuses.started[row] * DAY + 15 * 3600),
        "person_id": keys(work.city.person_ids, work.statuses.child[row]),
    } | {name: yes_no(rng.random(len(row)) < share) for name, share in _AGREES.items()}
    return {"voice_of_child": table("voice_of_child", columns)}
