"""Child and family assessments: one for each referral that social care took up, and what it found to be worrying."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kinfold.city import rates
from kinfold.city.columns import Tables, codes, joined, keys, midnights, table
from kinfold.city.draws import Flags, Ints
from kinfold.city.flags import flag_objects
from kinfold.city.help.casework import Casework
from kinfold.city.help.pathways import ASSESSMENT, CHILD_IN_NEED, CLOSED, LOOKED_AFTER, PROTECTION
from kinfold.city.history import DAY, NEVER, add_working_days

# What came of it, by the step that followed; the first is for no further action.
_RAISED = (
    ("NFA_FLAG",),
    ("REFERRAL_TO_OTHER_AGENCY_FLAG",),
    ("PROV_OF_SERVICES_FLAG",),
    ("STRATEGY_DISCUSSION_FLAG", "PROV_OF_SERVICES_FLAG"),
    ("CLA_REQUEST_FLAG", "LEGAL_ACTION_FLAG"),
)
_OF_FAMILY = {"1B": 0.15, "2B": 0.15, "4B": 0.31, "5B": 0.04, "6B": 0.06, "16A": 0.2, "17A": 0.2, "20": 0.1}
_OF_CHILD = {"4A": 0.17, "5A": 0.1, "6A": 0.06, "18C": 0.12, "19C": 0.04}
_OF_OLDER = {"1A": 0.05, "2A": 0.08, "7A": 0.06, "10A": 0.08, "11A": 0.06, "14A": 0.14, "15A": 0.12, "24A": 0.08}
_OLDER = 10
_NO_FACTOR = "21"


def assessment_tables(work: Casework, no_further_action: Flags) -> Tables:
    """`no_further_action` says of which referrals none was taken."""
    rng = work.city.draws.stream("assessments")
    statuses, last = work.statuses, work.last
    row = work.of_step(ASSESSMENT)
    row = row[~no_further_action[work.referral(row)]]
    child, count = statuses.child[row], len(row)
    spell, closed = work.spell(row), work.referrals.closed[work.referral(row)]
    started = add_working_days(statuses.started[row], rng.integers(0, 4, len(work.spells))[spell])
    started = np.where(rng.random(len(work.spells))[spell] < rates.ASSESSED_AT_ONCE, statuses.started[row], started)
    in_time = (started < statuses.ended[row]) & (started <= last)
    started = np.where(in_time, started, statuses.started[row])
    late = rng.random(len(work.spells))[spell] < rates.ASSESSMENT_OVERRUNS
    overrun = add_working_days(started, rng.integers(46, 71, len(work.spells))[spell])
    goes_on = work.next_step[row] != CLOSED
    authorised = np.where(late & goes_on & (overrun < closed), overrun, statuses.ended[row])
    authorised = np.where(authorised > last, NEVER, authorised)
    done = authorised < NEVER

    after = work.next_step[row]
    nothing = (after == CLOSED) & (rng.random(len(work.spells))[spell] < rates.ASSESSED_TO_NOTHING)
    outcome = np.select(
        [~done, nothing, after == CHILD_IN_NEED, after == PROTECTION, after == LOOKED_AFTER], [-1, 0, 2, 3, 4], 1
    )
    ids = work.city.ids_of("assessments", started * DAY + 10 * 3600)
    unborn = authorised < work.city.children.born[child]
    seen = ~unborn & (rng.random(count) < rates.SEEN_IN_ASSESSMENT)
    columns = {
        "assessment_id": ids,
        "person_id": keys(work.city.person_ids, child),
        "referral_id": keys(work.referrals.ids, work.referral(row)),
        "started_on": midnights(started),
        "seen": codes(("N", "Y"), np.where(done, seen, -1)),
        "authorised_on": midnights(authorised),
        "outcome": codes(flag_objects("assessment_outcome_flags", _RAISED), outcome),
        "no_further_action": codes(("N", "Y"), np.where(done, outcome == 0, -1)),
        "team_id": keys(work.workforce.team_ids, work.team(row)),
        "worker_id": keys(work.workforce.professional_ids, work.worker(row)),
    }
    found = np.flatnonzero(done)
    factors = {
        "factors_id": work.city.ids_of("assessment_factors", authorised[found] * DAY + 11 * 3600),
        "assessment_id": keys(ids, found),
        "factors": _factors(work, rng, row[found], outcome[found] == 0),
    }
    return {
        "assessments": table("assessments", columns),
        "assessment_factors": table("assessment_factors", factors),
    }


def _factors(work: Casework, rng: np.random.Generator, row: Ints, nothing: Flags) -> pa.Array:
    """A list of codes for each assessment: what weighs on parents weighs on all their children."""
    spell, child = work.spell(row), work.statuses.child[row]
    abused = work.findings.domestic_abuse[work.statuses.episode[row]]
    older = work.age(child, work.statuses.started[row]) >= _OLDER
    found = {"3B": abused, "3A": abused & (rng.random(len(row)) < 0.3)}
    for code, share in _OF_FAMILY.items():
        found[code] = (rng.random(len(work.spells)) < share)[spell]
    for code, share in _OF_CHILD.items():
        found[code] = rng.random(len(row)) < share
    for code, share in _OF_OLDER.items():
        found[code] = older & (rng.random(len(row)) < share)
    for code in found:
        found[code] = found[code] & ~nothing
    found[_NO_FACTOR] = ~np.any(list(found.values()), axis=0)
    parts = [codes(("", f', "{code}"'), there.astype(np.int64)) for code, there in sorted(found.items())]
    return joined("[", pc.utf8_slice_codeunits(joined(*parts), 2), "]")
