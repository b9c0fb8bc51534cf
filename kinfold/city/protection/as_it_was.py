"""What our own tables say of a referral or a plan as it was when it began."""

import numpy as np
import pyarrow as pa

from kinfold.city.columns import Tables, codes, keys, table, yes_no
from kinfold.city.draws import Flags, Ints
from kinfold.city.front_door.contacts import OPENED_HELP, STEPPED_UP, Contacts
from kinfold.city.help.casework import Casework
from kinfold.city.help.pathways import PROTECTION
from kinfold.city.portrait import WARD_NAMES

_SPAN = 100_000


def detail_tables(work: Casework, contacts: Contacts, contact_ids: pa.Array, disabled: Flags) -> Tables:
    referrals = work.referrals
    plan = work.of_step(PROTECTION)
    of_referrals = {
        "referral_id": referrals.ids,
        "contact_id": keys(contact_ids, _contact_of_referral(work, contacts)),
        "ward": codes(WARD_NAMES, work.stays.ward_at(referrals.child, referrals.received)),
    }
    of_plans = {
        "plan_id": keys(work.ids.statuses, plan),
        "domestic_abuse": yes_no(work.findings.domestic_abuse[work.statuses.episode[plan]]),
        "disabled": yes_no(disabled[work.statuses.child[plan]]),
    }
    return {
        "referral_details": table("referral_details", of_referrals),
        "protection_plan_details": table("protection_plan_details", of_plans),
    }


def _contact_of_referral(work: Casework, contacts: Contacts) -> Ints:
    """The child's latest contact, on or before the day, that opened or raised the same episode; -1 where the referral
    is older than the contacts."""
    children = len(work.city.children)
    event = contacts.about_event
    raised = np.flatnonzero(np.isin(contacts.cause[event], (OPENED_HELP, STEPPED_UP)))
    family_and_child = contacts.episode[event[raised]] * children + contacts.about_child[raised]
    marks = family_and_child * _SPAN + contacts.arrivals.day[event[raised]]
    order = np.argsort(marks, kind="stable")
    episode = work.spells.episode[work.referrals.spell]
    sought = episode * children + work.referrals.child
    place = np.searchsorted(marks[order], sought * _SPAN + work.referrals.received, side="right") - 1
    candidate = order[np.maximum(place, 0)] if len(order) else np.full(len(sought), -1)
    found = (place >= 0) & (family_and_child[candidate] == sought) if len(order) else np.zeros(len(sought), bool)
    return np.where(found, raised[candidate] if len(order) else -1, -1)
