"""The tables of the front door: contacts, what brought them, the children in them and what worried people."""

import json

import numpy as np
import pyarrow as pa

from kinfold.city.columns import (
    Tables,
    codes,
    dates,
    days_of,
    every,
    instants,
    instants_of,
    integers,
    joined,
    keys,
    moments,
    table,
    texts,
    yes_no,
)  # fmt: skip
from kinfold.city.draws import Flags, Ints, choose
from kinfold.city.front_door import decisions as deciding
from kinfold.city.front_door import sources
from kinfold.city.front_door.arrivals import RAGS
from kinfold.city.front_door.contacts import MISSING, OPENED_HELP, Contacts
from kinfold.city.front_door.decisions import DECISIONS, Decisions
from kinfold.city.front_door.worries import WORRIES, worries
from kinfold.city.history import DAY, is_working, to_utc
from kinfold.city.homes import Stays
from kinfold.city.population import Population
from kinfold.city.portrait import WARD_NAMES
from kinfold.city.schooling import Schooling
from kinfold.city.workforce import Workforce
from kinfold.practice.code_lists import code_list
from kinfold.practice.defaults import hub_hours

OPEN_TO = ("none", "family_support", "early_help", "child_in_need", "child_protection", "looked_after")
OPEN_TO_PLACE = np.array([1, 2, 0, 3, 4, 5, 0, 0])
"""By step; the last place is for NOTHING, which is -1."""

_FLAGS = {
    deciding.ADVICE: ("ADVICE_FLAG",),
    deciding.SIGNPOSTED: ("ADVICE_FLAG",),
    deciding.FAMILY_SUPPORT: ("OTHER_OUTCOMES_EXIST_FLAG",),
    deciding.EARLY_HELP: ("OTHER_OUTCOMES_EXIST_FLAG",),
    deciding.SOCIAL_CARE: ("NEW_REFERRAL_FLAG",),
    deciding.STRATEGY_DISCUSSION: ("NEW_REFERRAL_FLAG", "CP_ENQUIRY_FLAG"),
    deciding.ALLOCATED_WORKER: ("EXISTING_REFERRAL_FLAG",),
    deciding.OTHER_AUTHORITY: ("OTHER_OUTCOMES_EXIST_FLAG",),
    deciding.NO_FURTHER_ACTION: ("NFA_FLAG",),
}


class FrontDoorIds:
    """Identifiers of contacts and of their events, which other tables point to."""

    def __init__(self, city: Population, contacts: Contacts) -> None:
        received = to_utc(contacts.arrivals.received)
        self.events = city.ids_of("contact_events", received)
        self.contacts = city.ids_of("contacts", received[contacts.about_event])


def contact_tables(
    city: Population, contacts: Contacts, decisions: Decisions, ids: FrontDoorIds, stays: Stays, schooling: Schooling,
    workforce: Workforce,
) -> Tables:  # fmt: skip
    event, child = contacts.about_event, contacts.about_child
    source = contacts.arrivals.source
    agency = agencies_of_contacts(city, contacts, schooling, workforce)
    of_missing = contacts.cause == MISSING
    words = [one.words for one in sources.SOURCES]
    source_codes = [one.code for one in sources.SOURCES]
    rows = {
        "contact_id": ids.contacts,
        "person_id": keys(city.person_ids, child),
        "received_on": moments(contacts.arrivals.received[event]),
        "source_code": codes(source_codes, source[event]),
        "source_description": codes(words, source[event]),
        "outcome": _outcomes(decisions.decision, of_missing[event]),
    }
    details = {
        "contact_id": ids.contacts,
        "event_id": keys(ids.events, event),
        "rag": codes(RAGS, decisions.rag),
        "tier": integers(decisions.tier, decisions.tier > 0),
        "decision": codes(DECISIONS, decisions.decision),
        "decided_at": instants_of(decisions.decided),
        "decided_on": dates(days_of(decisions.decided)),
        "feedback_sent_at": instants_of(decisions.feedback),
        "feedback_sent_on": dates(days_of(decisions.feedback)),
        "ward": codes(WARD_NAMES, stays.ward_at(child, contacts.arrivals.day[event])),
        "agency_id": keys(workforce.agency_ids, agency[event]),
        "open_to": codes(OPEN_TO, OPEN_TO_PLACE[contacts.open_to]),
    }
    row, worry = worries(city, contacts, of_missing)
    worry_rows = {
        "worry_id": city.ids_of("contact_worries", to_utc(contacts.arrivals.received[event[row]])),
        "contact_id": keys(ids.contacts, row),
        "worry": codes(WORRIES, worry),
    }
    return {
        "contacts": table("contacts", rows),
        "contact_children": table("contact_children", details),
        "contact_events": table("contact_events", _events(city, contacts, decisions, ids, workforce, agency)),
        "contact_worries": table("contact_worries", worry_rows),
    }


def _events(
    city: Population, contacts: Contacts, decisions: Decisions, ids: FrontDoorIds, workforce: Workforce, agency: Ints
) -> dict[str, pa.Array]:
    rng = city.draws.stream("contact events")
    received, source = contacts.arrivals.received, contacts.arrivals.source
    count = len(contacts)
    day = received // DAY
    by_police = source == sources.POLICE
    of_public = np.array([not one.agency for one in sources.SOURCES])[source]
    informed = choose(rng, ("yes", "no", "not_known"), (74, 14, 12), count)
    informed[by_police] = choose(rng, ("yes", "no", "not_known"), (30, 15, 55), int(by_police.sum()))
    informed[of_public] = "not_known"
    told = informed == "yes"
    consent = choose(rng, ("not_asked", "not_known"), (0.62, 0.38), count)
    consent[told] = choose(rng, ("agreed", "refused", "not_asked"), (78, 9, 13), int(told.sum()))
    declined = np.zeros(count, bool)
    declined[contacts.about_event[decisions.declined & ~contacts.member]] = True
    accepted = (contacts.cause == OPENED_HELP) & ~declined
    by_agreement = np.zeros(count, bool)
    by_agreement[contacts.about_event[decisions.declined & contacts.member]] = True
    consent[declined], consent[accepted & by_agreement] = "refused", "agreed"
    informed[np.isin(consent, ("agreed", "refused"))] = "yes"  # whoever answered has been asked
    assessed = choose(rng, ("yes", "no", "not_known"), (14, 66, 20), count)
    assessed[by_police | of_public] = "not_known"
    year = (day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970).astype("U4")
    number = np.char.zfill(np.arange(1, count + 1).astype("U8"), 6)
    roles = [one.role or None for one in sources.SOURCES]
    return {
        "event_id": ids.events,
        "reference": joined(every("K", count), pa.array(year), every("-", count), pa.array(number)),
        "received_at": instants(to_utc(received)),
        "received_on": dates(day),
        "channel": codes(sources.CHANNELS, sources.draw_channels(rng, source)),
        "agency_id": keys(workforce.agency_ids, agency),
        "referrer_role": codes(roles, source),
        "source_code": codes([one.code for one in sources.SOURCES], source),
        "anonymous": yes_no(source == sources.ANONYMOUS),
        "parents_informed": texts(informed),
        "consent": texts(consent),
        "eha_done": texts(assessed),
        "out_of_hours": yes_no(_out_of_hours(received)),
    }


def agencies_of_contacts(city: Population, contacts: Contacts, schooling: Schooling, workforce: Workforce) -> Ints:
    """The agency each event came from: for schools and surgeries, that of a child it is about."""
    named = np.full(len(sources.SOURCES), -1)
    for place, one in enumerate(sources.SOURCES):
        if one.agency not in ("", "school", "surgery"):
            named[place] = workforce.agency(one.agency)
    agency = named[contacts.arrivals.source]
    child = contacts.about_child
    day = contacts.arrivals.day[contacts.about_event]
    found = {
        sources.SCHOOL: schooling.school_at(child, day),
        sources.PLACE["3A"]: schooling.surgery_of(len(city.children))[child],
    }
    for source, setting in found.items():
        here = np.flatnonzero((contacts.arrivals.source[contacts.about_event] == source) & (setting >= 0))
        agency[contacts.about_event[here]] = workforce.agency_of_setting(setting[here])
    return agency


def _out_of_hours(received: Ints) -> Flags:
    """By the hub's opening hours as they stand by default."""
    day, second = received // DAY, received % DAY
    opens, closes = np.full(7, DAY), np.zeros(7, np.int64)
    for weekday, opening in enumerate(hub_hours().week):
        if opening is not None:
            opens[weekday] = opening.opens.hour * 3600 + opening.opens.minute * 60
            closes[weekday] = opening.closes.hour * 3600 + opening.closes.minute * 60
    of_week = (day + 3) % 7
    closed: Flags = (second < opens[of_week]) | (second >= closes[of_week]) | (~is_working(day) & (of_week < 5))
    return closed


def _outcomes(decision: Ints, of_missing: Flags) -> pa.Array:
    """The standard's object of flags, with every key present; none while nothing has been decided."""
    names = [flag.code for flag in code_list("contact_outcome_flags")]
    texts_by_place = []
    for missing in (False, True):
        for place in range(len(DECISIONS)):
            raised = {*_FLAGS[place], *(("MISSING_FLAG",) if missing else ())}
            texts_by_place.append(json.dumps({name: "Y" if name in raised else "N" for name in names}))
    return codes(texts_by_place, np.where(decision < 0, -1, decision + len(DECISIONS) * of_missing))
