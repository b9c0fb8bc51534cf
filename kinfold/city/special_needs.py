"""Special educational needs: requests for an EHC plan, what came of each, and the plans in force."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import Tables, codes, integers, keys, midnights, table, yes_no
from kinfold.city.draws import Flags, Ints, pick, ranges
from kinfold.city.history import DAY, NEVER, birthday, months_after, to_working_day
from kinfold.city.population import Population

_NEEDS = ("ASD", "SEMH", "SLCN", "MLD", "SPLD", "SLD", "PD", "HI", "VI", "PMLD", "MSI", "OTH")
_NEED_WEIGHTS = (34, 19, 21, 8, 5, 4, 3.5, 1.5, 1, 1.5, 0.5, 1)
_TWENTY_WEEKS, _YOUNGEST = 140, 3
_DECIDES_WITHIN, _SOONEST = 42, 95
_PENDING, _REFUSED, _NO_PLAN, _PLAN = range(4)
_MOVED, _DIED = "5", "8"


def special_needs_tables(city: Population, planned: Flags, supported: Flags, upns: pa.Array) -> Tables:
    """`planned` have an EHC plan and `supported` SEN support, as their own records say. Of those supported, some were
    refused a plan and some wait."""
    rng = city.draws.stream("special needs")
    last, young = city.history.last, city.children
    gone = np.minimum(young.died, city.families.left[young.family])
    earliest = np.maximum(birthday(young.born, _YOUNGEST), young.known_from)
    here = np.minimum(gone, last) > earliest + _SOONEST
    with_plan = np.flatnonzero(planned[: len(young)] & here)
    others = np.flatnonzero(supported[: len(young)] & here)
    others = others[rng.random(len(others)) < rates.PLAN_REFUSED]
    child = np.concatenate([with_plan, others])
    outcome = np.concatenate([
        np.full(len(with_plan), _PLAN), np.array([_REFUSED, _NO_PLAN, _PENDING])[pick(rng, (70, 14, 16), len(others))]
    ])  # fmt: skip
    count = len(child)
    gone, earliest = gone[child], earliest[child]
    until = np.minimum(gone, last + 1)
    took = np.where(
        rng.random(count) < rates.PLAN_IN_TWENTY_WEEKS, rng.integers(_SOONEST, _TWENTY_WEEKS + 1, count),
        rng.integers(_TWENTY_WEEKS + 1, 330, count),
    )  # fmt: skip
    settled = np.maximum(until - took - 1, earliest)
    asked = earliest + (rng.random(count) ** 0.7 * (settled - earliest)).astype(np.int64)
    asked = np.where(outcome == _PENDING, last - rng.integers(1, 90, count), asked)
    asked = np.minimum(to_working_day(asked), last)
    told = np.minimum(asked + rng.integers(25, _DECIDES_WITHIN + 1, count), last)
    told = np.where((outcome == _PENDING) & (asked + _DECIDES_WITHIN > last), NEVER, told)
    issued = np.minimum(to_working_day(asked + took), until - 1)

    send_ids = city.ids_of("send", asked * DAY + 9 * 3600)
    request_ids = city.ids_of("ehcp_requests", asked * DAY + 10 * 3600)
    decided = told < NEVER
    assessed = np.flatnonzero(decided & (outcome != _REFUSED))
    assessment_ids = city.ids_of("ehcp_assessments", told[assessed] * DAY + 10 * 3600)
    done = outcome[assessed] != _PENDING
    records = {
        "send_id": send_ids,
        "upn": keys(upns, child),
        "upn_unknown_reason": codes(("UN8",), np.where(_absent(upns)[child], 0, -1)),
        "person_id": keys(city.person_ids, child),
    }
    requests = {
        "request_id": request_ids,
        "send_id": send_ids,
        "received_on": midnights(asked),
        "outcome_on": midnights(told),
        "outcome": codes(("Y", "N", "A"), np.where(~decided, 2, outcome == _REFUSED)),
    }
    assessments = {
        "assessment_id": assessment_ids,
        "request_id": keys(request_ids, assessed),
        "outcome_on": midnights(np.where(done, issued[assessed], NEVER)),
        "outcome": codes(("Y", "N", "A"), np.where(~done, 2, outcome[assessed] == _NO_PLAN)),
        "exception": yes_no((took[assessed] > _TWENTY_WEEKS) & (rng.random(len(assessed)) < rates.PLAN_EXCEPTION)),
    }
    planned_here = np.flatnonzero(outcome[assessed] == _PLAN)
    return {
        "send": table("send", records),
        "ehcp_requests": table("ehcp_requests", requests),
        "ehcp_assessments": table("ehcp_assessments", assessments),
        **_plans(
            city, rng, assessed[planned_here], keys(assessment_ids, planned_here), request_ids, issued, gone, child
        ),
    }


def _plans(
    city: Population, rng: np.random.Generator, place: Ints, assessment_ids: pa.Array, request_ids: pa.Array,
    issued: Ints, gone: Ints, child: Ints,
) -> Tables:  # fmt: skip
    """Plans, those in force with the day of their latest yearly review, and their needs."""
    last = city.history.last
    ceased = np.where((gone[place] <= last) & (gone[place] >= issued[place]), gone[place], NEVER)
    died = city.children.died[child[place]] == ceased
    named = {
        "named_plan_id": city.ids_of("ehcp_named_plans", issued[place] * DAY + 10 * 3600),
        "assessment_id": assessment_ids,
        "started_on": midnights(issued[place]),
        "ceased_on": midnights(ceased),
        "ceased_reason": codes((_MOVED, _DIED), np.where(ceased < NEVER, died, -1)),
    }
    going_on = place[ceased == NEVER]
    years = (last - issued[going_on]) // 366
    reviewed = months_after(issued[going_on], 12 * years) + rng.integers(-20, 50, len(going_on))
    reviewed = np.where(years > 0, np.minimum(reviewed, last), NEVER)
    active_ids = city.ids_of("ehcp_active_plans", issued[going_on] * DAY + 11 * 3600)
    active = {
        "active_plan_id": active_ids,
        "request_id": keys(request_ids, going_on),
        "last_reviewed_on": midnights(reviewed),
    }
    plan, turn = ranges(1 + (rng.random(len(going_on)) < rates.SECOND_NEED).astype(np.int64))
    main = pick(rng, _NEED_WEIGHTS, len(going_on))[plan]
    other = pick(rng, _NEED_WEIGHTS, len(plan))
    other = np.where(other == main, (main + 1) % len(_NEEDS), other)
    needs = {
        "need_id": city.ids_of("sen_needs", issued[going_on][plan] * DAY + 12 * 3600),
        "active_plan_id": keys(active_ids, plan),
        "need": codes(_NEEDS, np.where(turn == 0, main, other)),
        "rank": integers(turn + 1),
    }
    return {
        "ehcp_named_plans": table("ehcp_named_plans", named),
        "ehcp_active_plans": table("ehcp_active_plans", active),
        "sen_needs": table("sen_needs", needs),
    }


def _absent(values: pa.Array) -> Flags:
    absent: Flags = values.is_null().to_numpy(zero_copy_only=False)
    return absent
