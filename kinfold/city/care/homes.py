"""The homes that looked after children are placed in: of what kind, whose, how far away and how good."""

import numpy as np
import pyarrow as pa

from kinfold.city.care.periods import Periods
from kinfold.city.care.providers import (
    ADOPTION,
    AGENCY_FOSTERING,
    FOSTERING,
    GRADES,
    HOME,
    NOT_INSPECTED,
    OWN_HOME,
    SCHOOL,
    SECURE,
    SUPPORTED,
    found_providers,
)
from kinfold.city.columns import Tables, codes, keys, midnights, table
from kinfold.city.draws import Ints, lognormal, pick
from kinfold.city.help.casework import Casework
from kinfold.city.help.looked_after import ADOPTED
from kinfold.city.history import DAY
from kinfold.city.homes import PLACEMENT

KINDS = ("U6", "U4", "U3", "U1", "U5", "P1", "K2", "K3", "H5", "R3", "S1", "K1", "R5", "A6", "A5")
_AT = {code: place for place, code in enumerate(KINDS)}
_WEIGHTS = (
    (50, 8, 14, 6, 8, 7, 1, 0, 0, 6, 0, 0, 0, 0, 0),  # under five
    (46, 24, 10, 8, 0, 7, 5, 0, 0, 0, 0, 0, 0, 0, 0),  # five to nine
    (38, 25, 8, 6, 0, 5, 15, 0, 0, 0, 2, 1, 0, 0, 0),  # ten to fifteen
    (22, 20, 4, 3, 0, 4, 13, 32, 0, 0, 0, 1, 1, 0, 0),  # sixteen and over
)
_BANDS = (5, 10, 16)
_REGISTERED_FROM = 19_663  # 1 November 2023, when supported accommodation had to be registered
_INSPECTED_FROM = 20_000
_CHANGES = {"CARPL": 38, "CREQB": 17, "LAREQ": 12, "CREQO": 11, "CHILD": 6, "STAND": 4, "CLOSE": 4, "OTHER": 8}
_WITHOUT_PROVIDER = "XXXXXXX"
_FAR = 20.0


def home_of_care_tables(work: Casework, periods: Periods, addresses: pa.Table) -> Tables:
    rng = work.city.draws.stream("homes in care")
    placements = work.placements
    count = len(placements)
    kind = _kinds(work, rng, periods)
    private = rng.random(count) < 0.4
    fostered, home = np.isin(kind, [_AT[code] for code in ("U6", "U4", "U5")]), kind == _AT["K2"]
    relative = np.isin(kind, [_AT["U3"], _AT["U1"]])
    supported, with_parents = np.isin(kind, [_AT["K3"], _AT["H5"]]), kind == _AT["P1"]
    adoption = np.isin(kind, [_AT["A6"], _AT["A5"]])
    provided_by = np.select(
        [fostered & private, fostered | relative, home & (rng.random(count) < 0.15), home, supported, adoption,
         kind == _AT["S1"], np.isin(kind, [_AT["K1"], _AT["R5"]])],
        [AGENCY_FOSTERING, FOSTERING, OWN_HOME, HOME, SUPPORTED, ADOPTION, SCHOOL, SECURE],
        HOME,
    )  # fmt: skip
    providers = found_providers(work.city.draws)
    provider = providers.choose(rng, provided_by)
    grade = providers.grade_on(provider, placements.started)
    unseen = with_parents | (supported & (placements.started < _INSPECTED_FROM)) | (kind == _AT["R5"])
    grade = np.where(unseen, NOT_INSPECTED, grade)
    owned = np.select(
        [with_parents, np.isin(provided_by, (FOSTERING, OWN_HOME)), adoption, kind == _AT["R5"]], [0, 1, 5, 3], 4
    )
    miles = lognormal(
        rng, np.where(home | supported | (kind == _AT["S1"]), 19.0, 5.5), 0.95, count
    )  # published: 4% and 12% over 20
    miles = np.where(with_parents, rng.random(count) * 3, np.clip(miles, 0.2, 260))
    change = np.where(placements.last, -1, pick(rng, tuple(_CHANGES.values()), count))
    columns = {
        "placement_id": work.ids.care_placements,
        "started_on": midnights(placements.started),
        "kind": codes(KINDS, kind),
        "provider_urn": codes(
            [*providers.urns, _WITHOUT_PROVIDER], np.where(with_parents, len(providers.grade), provider)
        ),
        "distance_miles": pa.array(np.round(miles, 1)),
        "care_period_id": keys(work.ids.periods, placements.status),
        "provider": codes(("PR0", "PR1", "PR2", "PR3", "PR4", "PR5"), owned),
        "postcode": keys(addresses["postcode"].combine_chunks(), np.where(miles > _FAR, -1, _stay(work))),
        "ended_on": midnights(placements.ended),
        "change_reason": codes(tuple(_CHANGES), change),
        "person_id": keys(work.city.person_ids, placements.child),
    }
    details = {"placement_id": work.ids.care_placements, "ofsted_grade": codes(GRADES, grade)}
    costs = {
        "finance_id": work.city.ids_of("placement costs", placements.started * DAY + 16 * 3600),
        "placement_id": work.ids.care_placements,
    }
    return {
        "placements": table("placements", columns),
        "placement_details": table("placement_details", details),
        "finance": table("finance", costs),
    }


def _kinds(work: Casework, rng: np.random.Generator, periods: Periods) -> Ints:
    """By age; nobody is placed long term at first, and a child who is adopted was placed for it last."""
    placements = work.placements
    age = work.age(placements.child, placements.started)
    drawn = np.stack([pick(rng, weights, len(placements)) for weights in _WEIGHTS])
    kind = drawn[np.searchsorted(_BANDS, age, side="right"), np.arange(len(placements))]
    kind = np.where(placements.first & (kind == _AT["U4"]), _AT["U6"], kind)
    kind = np.where(placements.first & (kind == _AT["U1"]), _AT["U3"], kind)
    kind = np.where((kind == _AT["R3"]) & (age > 1), _AT["U6"], kind)
    kind = np.where((kind == _AT["K3"]) & (placements.started < _REGISTERED_FROM), _AT["H5"], kind)
    adopted = placements.last & np.isin(work.findings.care_ended, ADOPTED)
    by_carer = adopted & placements.first
    kind = np.where(adopted, _AT["A6"], kind)
    return np.where(by_carer, _AT["U5"], kind)


def _stay(work: Casework) -> Ints:
    """The row of addresses, which are in order of person and day, that each placement is; -1 where it has none."""
    stays, placements = work.stays, work.placements
    span = 10_000_000
    marks = stays.person * span + stays.since
    sought = placements.child * span + placements.started
    place = np.minimum(np.searchsorted(marks, sought), len(marks) - 1)
    return np.where((marks[place] == sought) & (stays.kind[place] == PLACEMENT), place, -1)
