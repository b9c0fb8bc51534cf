"""What was due and when, worked out for whole columns from the same timescales that the application uses."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city.columns import Tables, dates, days_of, instants_of, keys, table, yes_no
from kinfold.city.draws import Flags, Ints
from kinfold.city.front_door import sources
from kinfold.city.front_door.contacts import Contacts
from kinfold.city.front_door.decisions import Decisions
from kinfold.city.front_door.tables import FrontDoorIds
from kinfold.city.help.plan_tables import PlanIds
from kinfold.city.help.plans import Plans
from kinfold.city.history import DAY, NEVER, add_working_days, day_of, to_london, to_utc
from kinfold.city.population import Population
from kinfold.practice.timescales import Timescale, timescale


@dataclass(frozen=True)
class Due:
    """Deadlines of one rule; moments are London wall-clock seconds."""

    rule: str
    about: str
    about_ids: pa.Array
    person: Ints
    started: Ints
    due: Ints
    due_day: Ints
    met: Ints
    withdrawn: Flags


def due(rule: Timescale, started: Ints) -> tuple[Ints, Ints]:
    """When a step falls due and on which day, as `practice.timescales.due_at` and `due_on` say.

    A rule in days runs to the midnight that ends its last day; one in hours runs by the clock, whatever the season
    does.
    """
    day = started // DAY
    if rule.unit == "working_days":
        last = add_working_days(day, rule.length)
    elif rule.unit in ("days", "weeks"):
        last = day + rule.length * (7 if rule.unit == "weeks" else 1)
    elif rule.unit == "hours":
        moment = to_london(to_utc(started) + rule.length * 3600)
        return moment, moment // DAY
    else:
        raise ValueError(f"{rule.title} runs in {rule.unit}, which the city does not reckon")
    return (last + 1) * DAY, last


def deadline_tables(
    city: Population, contacts: Contacts, decisions: Decisions, ids: FrontDoorIds, plans: Plans, plan_ids: PlanIds
) -> Tables:
    heard = ~np.isin(contacts.arrivals.source, (sources.ANONYMOUS, sources.NOT_KNOWN))
    rated = np.full(len(contacts), -1)
    rated[contacts.about_event] = decisions.rag
    parts = [
        _of_children("contact_decision", contacts, ids, decisions.decided),
        _of_events("feedback_to_referrer", heard, contacts, ids, decisions.feedback),
    ]
    for place, rag in enumerate(("rag_red", "rag_amber", "rag_green")):
        parts.append(_of_events(rag, rated == place, contacts, ids, decisions.decided))
    parts.append(_of_reviews(plans, plan_ids, city))
    starts = np.concatenate([part.started for part in parts])
    columns = {
        "deadline_id": city.ids_of("deadlines", to_utc(starts)),
        "rule": _named([(part.rule, len(part.started)) for part in parts]),
        "about": _named([(part.about, len(part.started)) for part in parts]),
        "about_id": pa.concat_arrays([part.about_ids for part in parts]),
        "person_id": keys(city.person_ids, np.concatenate([part.person for part in parts])),
        "started_at": instants_of(starts),
        "started_on": dates(starts // DAY),
        "due_at": instants_of(np.concatenate([part.due for part in parts])),
        "due_on": dates(np.concatenate([part.due_day for part in parts])),
        "met_at": instants_of(np.concatenate([part.met for part in parts])),
        "met_on": dates(days_of(np.concatenate([part.met for part in parts]))),
        "withdrawn": yes_no(np.concatenate([part.withdrawn for part in parts])),
    }
    return {"deadlines": table("deadlines", columns)}


def _of_children(rule: str, contacts: Contacts, ids: FrontDoorIds, met: Ints) -> Due:
    """For each child that a contact is about."""
    started = contacts.arrivals.received[contacts.about_event]
    moment, day = _due_of_contacts(rule, started)
    none = np.zeros(len(started), bool)
    return Due(rule, "contacts", ids.contacts, contacts.about_child, started, moment, day, met, none)


def _of_events(rule: str, which: Flags, contacts: Contacts, ids: FrontDoorIds, met: Ints) -> Due:
    """For each contact as a whole, met when it is for the last of its children."""
    rows = np.flatnonzero(which)
    last = np.zeros(len(contacts), np.int64)
    np.maximum.at(last, contacts.about_event, met)
    started = contacts.arrivals.received[rows]
    moment, day = _due_of_contacts(rule, started)
    nobody, none = np.full(len(rows), -1), np.zeros(len(rows), bool)
    return Due(rule, "contact_events", keys(ids.events, rows), nobody, started, moment, day, last[rows], none)


def _due_of_contacts(rule: str, started: Ints) -> tuple[Ints, Ints]:
    return due(timescale(rule, day_of(int(started.max(initial=0)) // DAY)), started)


def _of_reviews(plans: Plans, plan_ids: PlanIds, city: Population) -> Due:
    """From the day a plan was submitted or last reviewed. A plan that closed without its next review withdraws it."""
    count = len(plans.review_plan)
    before = np.roll(plans.review_held, 1)
    first = plans.review_turn == 0
    started_on = np.where(first, plans.submitted[plans.review_plan], before)
    started = started_on * DAY + 12 * 3600
    moment, day = due(timescale("plan_review", day_of(city.history.last)), started)
    held = np.where(plans.review_held == NEVER, NEVER * DAY, plans.review_held * DAY + 14 * 3600)
    withdrawn = (plans.review_held == NEVER) & (plans.closed[plans.review_plan] < NEVER)
    return Due("plan_review", "reviews", plan_ids.reviews, np.full(count, -1), started, moment, day, held, withdrawn)


def _named(parts: list[tuple[str, int]]) -> pa.Array:
    return pa.concat_arrays([pa.repeat(pa.scalar(name), count) for name, count in parts])
