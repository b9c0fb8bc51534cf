"""Mothers of the children whom social care knows, and the immigration status of those who came from abroad."""

import numpy as np

from kinfold.city.adults import MOTHER
from kinfold.city.columns import Tables, codes, keys, midnights, table
from kinfold.city.draws import a_few, pick
from kinfold.city.help.casework import Casework
from kinfold.city.history import DAY, NEVER

_STATUSES = ("Settled status", "Pre-settled status", "Indefinite leave to remain", "Refugee", "Asylum seeker",
             "Limited leave to remain")  # fmt: skip
_WEIGHTS = (30, 18, 20, 12, 10, 10)
_FROM_ABROAD = ("WOTH", "AOTH", "BAFR", "OOTH", "AIND", "ABAN")
_SHARE = 0.4


def origin_tables(work: Casework) -> Tables:
    """No child came alone: each has a family in the city."""
    rng = work.city.draws.stream("immigration statuses")
    young, families = work.city.children, work.city.families
    known = np.unique(work.referrals.child)
    mothers = work.city.adult(MOTHER)[young.family[known]]
    child, mother = known[mothers >= 0], mothers[mothers >= 0]
    of_mothers = {
        "mother_id": work.city.ids_of("mothers", work.city.recorded_on[child] * DAY + 10 * 3600),
        "person_id": keys(work.city.person_ids, mother),
        "child_id": keys(work.city.person_ids, child),
        "child_born_on": midnights(np.where(young.unborn[child], NEVER, young.born[child])),
    }
    abroad = known[np.isin(families.ethnicity[young.family[known]].astype(str), _FROM_ABROAD)]
    person = a_few(rng, abroad, _SHARE)
    statuses = {
        "immigration_status_id": work.city.ids_of("immigration_statuses", work.city.recorded_on[person] * DAY),
        "person_id": keys(work.city.person_ids, person),
        "immigration_status": codes(_STATUSES, pick(rng, _WEIGHTS, len(person))),
        "started_on": midnights(work.city.recorded_on[person]),
    }
    return {
        "mothers": table("mothers", of_mothers),
        "immigration_statuses": table("immigration_statuses", statuses),
    }
