"""The tables of enquiries, of the strategy discussions they begin at, and of initial conferences."""

import numpy as np

from kinfold.city import rates
from kinfold.city.columns import Columns, Tables, codes, dates, every, instants_of, keys, midnights, table, yes_no
from kinfold.city.draws import pick
from kinfold.city.flags import flag_objects
from kinfold.city.front_door.worries import WORRIES
from kinfold.city.history import DAY, NEVER, add_working_days
from kinfold.city.portrait import WARD_NAMES
from kinfold.city.protection.enquiries import CONFERENCE_WITHIN, NO_FURTHER_ACTION, Enquiries

_FOUND = (("NFA_FLAG",), ("NFA_CONTINUE_SINGLE_FLAG",), ("PROV_OF_SERVICES_FLAG",), ("CP_CONFERENCE_FLAG",))
_DECIDED = (("PROV_OF_SERVICES_FLAG",), ("CP_FLAG",))
_DAYS_TO_DISCUSSION = (0.56, 0.24, 0.07, 0.04, 0.05, 0.04)
_MOVED_LATELY = 60


def enquiry_tables(enquiries: Enquiries) -> Tables:
    return {
        **_enquiries(enquiries),
        "strategy_discussions": table("strategy_discussions", _discussions(enquiries)),
        "initial_conferences": table("initial_conferences", _conferences(enquiries)),
    }


def _enquiries(enquiries: Enquiries) -> Tables:
    work, row = enquiries.work, np.flatnonzero(enquiries.enquired)
    status, outcome = enquiries.status[row], enquiries.outcome[row]
    done = enquiries.ended[row] < NEVER
    columns = {
        "enquiry_id": keys(enquiries.ids, row),
        "referral_id": keys(work.referrals.ids, work.referral(status)),
        "person_id": keys(work.city.person_ids, enquiries.child[row]),
        "started_on": midnights(enquiries.started[row]),
        "ended_on": midnights(enquiries.ended[row]),
        "no_further_action": codes(("N", "Y"), np.where(done, outcome == NO_FURTHER_ACTION, -1)),
        "outcome": codes(flag_objects("s47_outcome_flags", _FOUND), outcome),
        "worker_id": keys(work.workforce.professional_ids, np.where(done, work.worker(status), -1)),
        "team_id": keys(work.workforce.team_ids, np.where(done, work.team(status), -1)),
    }
    details = {
        "enquiry_id": keys(enquiries.ids, row),
        "concern": codes(WORRIES, enquiries.concern[row]),
        "joint": yes_no(enquiries.joint[row]),
        "ward": codes(WARD_NAMES, work.stays.ward_at(enquiries.child[row], enquiries.started[row])),
    }
    return {
        "section_47_enquiries": table("section_47_enquiries", columns),
        "enquiry_details": table("enquiry_details", details),
    }


def _discussions(enquiries: Enquiries) -> Columns:
    work = enquiries.work
    rng = work.city.draws.stream("strategy discussions")
    many, count = len(work.spells), len(enquiries.status)
    spell = work.spell(enquiries.status)
    waited = pick(rng, _DAYS_TO_DISCUSSION, many)[spell]
    received = work.referrals.received[work.referral(enquiries.status)]
    worried = np.maximum(add_working_days(enquiries.started, -waited), np.minimum(received, enquiries.started))
    held = enquiries.started * DAY + (rng.integers(9 * 12, 17 * 12, many) * 300)[spell]
    came = {
        name: (rng.random(many) < share)[spell]
        for name, share in (("police", rates.POLICE_DISCUSS), ("health", rates.HEALTH_DISCUSSES))
    }
    return {
        "discussion_id": work.city.ids_of("strategy_discussions", held),
        "person_id": keys(work.city.person_ids, enquiries.child),
        "referral_id": keys(work.referrals.ids, work.referral(enquiries.status)),
        "enquiry_id": keys(enquiries.ids, np.where(enquiries.enquired, np.arange(count), -1)),
        "worried_on": dates(worried),
        "held_at": instants_of(held),
        "held_on": dates(enquiries.started),
        "social_care_attended": every("Y", count),
        "police_attended": yes_no(came["police"]),
        "health_attended": yes_no(came["health"]),
        "ward": codes(WARD_NAMES, work.stays.ward_at(enquiries.child, enquiries.started)),
    }


def _conferences(enquiries: Enquiries) -> Columns:
    work, row = enquiries.work, np.flatnonzero(enquiries.conference < NEVER)
    status, made = enquiries.status[row], enquiries.makes_plan[row]
    held, spell = enquiries.conference[row], work.spell(status)
    meetings = work.city.ids_of("conference meetings", np.minimum(work.spells.started, work.last) * DAY)
    arrived = work.city.families.arrived[work.city.children.family[enquiries.child[row]]]
    return {
        "conference_id": keys(enquiries.conference_ids, row),
        "meeting_id": keys(meetings, spell),
        "enquiry_id": keys(enquiries.ids, row),
        "person_id": keys(work.city.person_ids, enquiries.child[row]),
        "plan_id": keys(work.ids.statuses, np.where(made, status, -1)),
        "referral_id": keys(work.referrals.ids, work.referral(status)),
        "transferred_in": yes_no(made & (held - arrived < _MOVED_LATELY)),
        "due_on": midnights(add_working_days(enquiries.started[row], CONFERENCE_WITHIN)),
        "held_on": midnights(held),
        "plan_made": yes_no(made),
        "outcome": codes(flag_objects("icpc_outcome_flags", _DECIDED), made.astype(np.int64)),
        "team_id": keys(work.workforce.team_ids, work.team(status)),
        "worker_id": keys(work.workforce.professional_ids, work.worker(status)),
    }
