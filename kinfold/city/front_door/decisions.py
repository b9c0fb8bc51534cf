"""What is decided for each child in a contact, how urgent it looked, and when the referrer heard."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Flags, Ints
from kinfold.city.front_door import sources
from kinfold.city.front_door.arrivals import RED, undecided_after
from kinfold.city.front_door.contacts import OPENED_HELP, STEPPED_UP, Contacts
from kinfold.city.help import pathways
from kinfold.city.help.episodes import Episodes
from kinfold.city.history import DAY, NEVER, add_working_days
from kinfold.city.population import Population

DECISIONS = ("advice", "signposted", "family_support", "early_help", "social_care", "strategy_discussion",
             "allocated_worker", "other_authority", "no_further_action")  # fmt: skip
(ADVICE, SIGNPOSTED, FAMILY_SUPPORT, EARLY_HELP, SOCIAL_CARE, STRATEGY_DISCUSSION, ALLOCATED_WORKER, OTHER_AUTHORITY,
 NO_FURTHER_ACTION) = range(9)  # fmt: skip
_NONE = -1

# What comes of a contact that opens no help, by what the child was open to: nothing, early help, social care.
_USUAL = np.array(
    [
        [37, 25, 1.4, 0.9, 0, 0, 0, 1.2, 34.5],
        [26, 5, 0, 0, 0, 0, 52, 0, 17],
        [7, 0, 0, 0, 0, 0, 84, 1, 8],
    ],
    dtype=np.float64,
)
_SAME_AS_SIBLINGS = 0.9
# Tier by decision; 0 where a tier is not given, and two columns where it may be either.
_TIER = np.array([[1, 2], [1, 2], [2, 2], [3, 3], [4, 4], [4, 4], [4, 4], [0, 0], [1, 0]])
_FEEDBACK_SOON, _FEEDBACK_FORGOTTEN = 0.9, 0.03


@dataclass(frozen=True)
class Decisions:
    """One place for each child in a contact. -1 is not decided, not rated or without a tier; times are London
    seconds."""

    decision: Ints
    rag: Ints
    tier: Ints
    decided: Ints
    feedback: Ints

    @property
    def declined(self) -> Flags:
        """Help was offered and the family did not want it."""
        return np.isin(self.decision, (FAMILY_SUPPORT, EARLY_HELP))


def decide_for_each(city: Population, episodes: Episodes, contacts: Contacts) -> Decisions:
    rng = city.draws.stream("decisions")
    event, count = contacts.about_event, len(contacts.about_event)
    decided = undecided_after(contacts.arrivals.decided, city.history.last)[event]
    urgent = contacts.arrivals.rag[event] == RED
    usual = _usual(rng, contacts)
    opened = episodes.openings.first_step[contacts.episode[event]]
    cause = contacts.cause[event]
    helped = np.select(
        [opened == pathways.FAMILY_SUPPORT, opened == pathways.EARLY_HELP], [FAMILY_SUPPORT, EARLY_HELP], SOCIAL_CARE
    )
    helped = np.where(cause == STEPPED_UP, SOCIAL_CARE, helped)
    alarming = urgent & (helped == SOCIAL_CARE)
    helped = np.where(alarming & (rng.random(len(contacts))[event] < 0.75), STRATEGY_DISCUSSION, helped)
    # Beside brothers and sisters who are helped, a child who is not was not offered the same help and refused it.
    opens = np.isin(cause, (OPENED_HELP, STEPPED_UP))
    usual = np.where(opens & np.isin(usual, (FAMILY_SUPPORT, EARLY_HELP)), ADVICE, usual)
    decision = np.where(contacts.member & opens, helped, usual)
    open_now = decided >= NEVER * DAY
    decision = np.where(open_now, _NONE, decision)

    rag = contacts.arrivals.rag[event]
    unrated = open_now & (rng.random(len(contacts))[event] < 0.35)
    tier = _TIER[decision, (rng.random(count) < 0.45).astype(np.int64)]
    tier = np.where(
        (decision == ALLOCATED_WORKER) & (contacts.open_to < pathways.CHILD_IN_NEED), contacts.open_to + 2, tier
    )
    tier = np.where((decision == _NONE) | (tier == 0), _NONE, tier)
    return Decisions(decision, np.where(unrated, _NONE, rag), tier, decided, _feedback(city, rng, contacts, decided))


def _usual(rng: np.random.Generator, contacts: Contacts) -> Ints:
    """Brothers and sisters open to the same help nearly always get the same decision."""
    event = contacts.about_event
    shared = rng.random(len(contacts))[event]
    own = rng.random(len(event))
    roll = np.where(rng.random(len(event)) < _SAME_AS_SIBLINGS, shared, own)
    kind = np.where(contacts.open_to < 0, 0, np.where(contacts.open_to < pathways.CHILD_IN_NEED, 1, 2))
    running = np.cumsum(_USUAL, axis=1) / _USUAL.sum(axis=1, keepdims=True)
    decision: Ints = np.minimum((running[kind] <= roll[:, None]).sum(axis=1), len(DECISIONS) - 1)
    return decision


def _feedback(city: Population, rng: np.random.Generator, contacts: Contacts, decided: Ints) -> Ints:
    count = len(contacts)
    base = contacts.arrivals.decided
    soon = base + 300 + (rng.exponential(1.6, count) * 3600).astype(np.int64)
    later = add_working_days(base // DAY, rng.integers(1, 5, count)) * DAY + rng.integers(9 * 3600, 17 * 3600, count)
    sent = np.where(rng.random(count) < _FEEDBACK_SOON, soon, np.maximum(later, soon))
    nobody = np.isin(contacts.arrivals.source, (sources.ANONYMOUS, sources.NOT_KNOWN))
    reminded = add_working_days(base // DAY, rng.integers(6, 16, count)) * DAY + rng.integers(9, 17, count) * 3600
    sent = np.where(rng.random(count) < _FEEDBACK_FORGOTTEN, np.maximum(reminded, soon), sent)
    sent = np.where(nobody, NEVER * DAY, sent)
    sent = undecided_after(sent, city.history.last)[contacts.about_event]
    return np.where(decided >= NEVER * DAY, NEVER * DAY, sent)
