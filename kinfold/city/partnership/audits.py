"""The tables of audits: pieces of work read and graded, most of them good, and the Compact Audit each autumn."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import codes, dates, keys, table, texts
from kinfold.city.draws import Ints, pick_each
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import ASSESSMENT, CHILD_IN_NEED, EARLY_HELP, FAMILY_SUPPORT, LOOKED_AFTER, PROTECTION
from kinfold.city.help.spells import Spells
from kinfold.city.history import DAY, NEVER, YEAR, birthday, day_number, to_working_day
from kinfold.city.needs import scaled
from kinfold.city.partnership.occasions import occasions
from kinfold.city.population import Population
from kinfold.city.workforce import Workforce

KINDS = tuple(rates.AUDITS)
GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
_OF_STEPS = {
    "assessment": (ASSESSMENT,),
    "plan": (CHILD_IN_NEED, PROTECTION),
    "care_plan": (LOOKED_AFTER,),
    "pathway_plan": (LOOKED_AFTER,),
    "health_assessment": (LOOKED_AFTER,),
    "early_help": (FAMILY_SUPPORT, EARLY_HELP),
}
"""Whose work is read; an audit of education, health and care plans does not say whose plan."""
_PATHWAY_FROM = 16
# By how many years ago: work has become better.
_GRADED = np.array([[10, 66, 21, 3], [9, 64, 23, 4], [7, 61, 27, 5], [6, 57, 31, 6]], dtype=np.float64)


def audits_table(city: Population, statuses: Statuses, spells: Spells, workforce: Workforce) -> pa.Table:
    parts = [_of_kind(city, statuses, spells, workforce, kind) for kind in KINDS]
    kind = np.repeat(np.arange(len(KINDS)), [len(part[0]) for part in parts])
    day, child, agency = (np.concatenate(column) for column in zip(*parts, strict=True))
    rng = city.draws.stream("audits")
    years_ago = np.minimum((city.history.last - day) // round(YEAR), len(_GRADED) - 1)
    columns = {
        "audit_id": city.ids_of("audits", day * DAY + 12 * 3600),
        "audited_on": dates(day),
        "kind": codes(KINDS, kind),
        "grade": codes(GRADES, pick_each(rng, _GRADED[years_ago])),
        "person_id": keys(city.person_ids, child),
        "agency_id": keys(workforce.agency_ids, agency),
    }
    return table("audits", columns)


def _of_kind(
    city: Population, statuses: Statuses, spells: Spells, workforce: Workforce, kind: str
) -> tuple[Ints, Ints, Ints]:
    """Days, children whose work was read while it went on, and agencies whose work it was."""
    rng = city.draws.stream(f"audits of {kind}")
    history = city.history
    day = occasions(city, rng, scaled(city, rates.AUDITS[kind]))
    council = np.full(len(day), workforce.agency("council"))
    if kind not in _OF_STEPS:
        return day, np.full(len(day), -1), council
    begins = np.maximum(statuses.started, history.first)
    if kind == "pathway_plan":
        begins = np.maximum(begins, birthday(city.children.born[statuses.child], _PATHWAY_FROM))
    until = np.minimum(statuses.ended, history.last + 1)
    rows = np.flatnonzero(np.isin(statuses.step, _OF_STEPS[kind]) & (begins < until))
    if not len(rows):
        return day[:0], day[:0], day[:0]
    row = rows[rng.integers(0, len(rows), len(day))]
    day = begins[row] + (rng.random(len(day)) * (until - begins)[row]).astype(np.int64)
    if kind == "health_assessment":
        return day, statuses.child[row], np.full(len(day), workforce.agency("community"))
    return day, statuses.child[row], spells.agency[spells.of_status[row]]


def compact_table(city: Population, workforce: Workforce) -> pa.Table:
    """Every agency of the city and every setting is asked each September; some are late, a few never answer."""
    rng = city.draws.stream("compact audits")
    history = city.history
    names = np.array(workforce.agency_names, dtype=object)
    names = names[np.arange(len(names)) != workforce.agency("other_authority")]
    asked_on = [
        day_number(history.lived_from.replace(year=year, month=9, day=10))
        for year in range(history.lived_from.year, history.until.year + 1)
    ]
    asked = to_working_day(np.array([day for day in asked_on if history.first <= day <= history.last - 4], np.int64))
    service, year = np.tile(np.arange(len(names)), len(asked)), np.repeat(np.arange(len(asked)), len(names))
    due = to_working_day(asked + 50)
    late = rng.normal(0, 1, len(names))[service] + 0.9 * rng.normal(0, 1, len(service))
    bound_on_time, bound_late = np.quantile(late, [rates.COMPACT_ON_TIME, rates.COMPACT_EVER]) if len(late) else (0, 0)
    early, after = rng.integers(0, 36, len(service)), rng.integers(1, 40, len(service))
    returned = np.where(late <= bound_on_time, due[year] - early, due[year] + after)
    returned = to_working_day(np.maximum(returned, asked[year] + 3))
    returned = np.where((late > bound_late) | (returned > history.last), NEVER, returned)
    columns = {
        "return_id": city.ids_of("compact_audits", asked[year] * DAY + 9 * 3600),
        "service": texts(names[service]),
        "asked_on": dates(asked[year]),
        "due_on": dates(due[year]),
        "returned_on": dates(returned),
    }
    return table("compact_audits", columns)
