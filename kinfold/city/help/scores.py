"""The 0 to 10 scores that children, parents and professionals give, which move from one meeting to the next."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city.adults import FATHER, MOTHER
from kinfold.city.columns import codes, integers, keys, table
from kinfold.city.draws import Ints
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.plans import Plans
from kinfold.city.help.spells import DISENGAGED, GOALS_MET, Spells
from kinfold.city.history import DAY, NEVER, YEAR
from kinfold.city.population import Population

_DOMAINS = ("safety", "wellbeing", "school", "home", "relationships")
_VOICES = ("child", "parent", "professional")
_CHILD, _PARENT, _PROFESSIONAL = range(3)
_SPEAKS_FROM = 5.0


@dataclass(frozen=True)
class Meetings:
    conversations: pa.Array
    reviews: pa.Array


def score_table(city: Population, episodes: Episodes, spells: Spells, plans: Plans, ids: Meetings) -> pa.Table:
    """Every voice scores every domain at the conversation and at each review held."""
    rng = city.draws.stream("scores")
    held = np.flatnonzero(plans.review_held < NEVER)
    spell = np.concatenate([plans.conversation_spell, plans.spell[plans.review_plan[held]]])
    turn = np.concatenate([np.zeros(len(plans.conversation_spell), np.int64), 1 + plans.review_turn[held]])
    day = np.concatenate([plans.held, plans.review_held[held]])
    conversation = np.concatenate([np.arange(len(plans.held)), np.full(len(held), -1)])
    review = np.concatenate([np.full(len(plans.held), -1), held])

    meeting, voice, person = _speakers(city, episodes, spells, spell, day)
    row = np.repeat(np.arange(len(meeting)), len(_DOMAINS))
    domain = np.tile(np.arange(len(_DOMAINS)), len(meeting))
    at, who = meeting[row], voice[row]
    outcome = spells.outcome[spell]
    pace = np.select([outcome == GOALS_MET, outcome == DISENGAGED], [0.75, 0.05], 0.35)
    base = (
        rng.normal(3.9, 1.1, len(spells))[spell[at]]
        + rng.normal(0.0, 1.3, (len(spells), len(_DOMAINS)))[spell[at], domain]
    )
    leaning = np.array([0.4, 0.0, -0.4])[who]
    raw = base + leaning + pace[at] * turn[at] + rng.normal(0.0, 0.7, len(row))
    columns = {
        "score_id": city.ids_of("scores", day[at] * DAY + 14 * 3600),
        "conversation_id": keys(ids.conversations, conversation[at]),
        "review_id": keys(ids.reviews, review[at]),
        "person_id": keys(city.person_ids, person[row]),
        "voice": codes(_VOICES, who),
        "domain": codes(_DOMAINS, domain),
        "score": integers(np.clip(np.rint(raw), 0, 10).astype(np.int64)),
    }
    return table("scores", columns)


def _speakers(city: Population, episodes: Episodes, spells: Spells, spell: Ints, day: Ints) -> tuple[Ints, Ints, Ints]:
    """For each meeting: every child of the spell old enough to score, a parent, and the professional, who is not
    named."""
    order = np.argsort(spells.of_status, kind="stable")
    counts = np.bincount(spells.of_status, minlength=len(spells))
    starts = np.cumsum(counts) - counts
    meeting = np.repeat(np.arange(len(spell)), counts[spell])
    place = np.arange(len(meeting)) - (np.cumsum(counts[spell]) - counts[spell])[meeting]
    status = order[starts[spell[meeting]] + place]
    child = episodes.statuses.child[status]
    speaks = (day[meeting] - city.children.born[child] > _SPEAKS_FROM * YEAR) & (
        episodes.statuses.ended[status] > day[meeting]
    )
    mothers, fathers = city.adult(MOTHER), city.adult(FATHER)
    family = episodes.openings.family[spells.episode[spell]]
    parent = np.where(mothers[family] >= 0, mothers[family], fathers[family])
    has_parent = np.flatnonzero(parent >= 0)
    meetings = np.concatenate([meeting[speaks], has_parent, np.arange(len(spell))])
    voices = np.repeat([_CHILD, _PARENT, _PROFESSIONAL], [int(speaks.sum()), len(has_parent), len(spell)])
    people = np.concatenate([child[speaks], parent[has_parent], np.full(len(spell), -1)])
    order = np.lexsort((people, voices, meetings))
    return meetings[order], voices[order], people[order]
