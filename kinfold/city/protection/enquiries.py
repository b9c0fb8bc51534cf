"""Section 47 enquiries: those that led to a protection plan, and those that found another way to keep a child safe."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.draws import Flags, Ints, pick
from kinfold.city.front_door.arrivals import RED
from kinfold.city.front_door.worries import WORRIES
from kinfold.city.help.casework import Casework
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.findings import CATEGORIES
from kinfold.city.help.pathways import ASSESSMENT, CHILD_IN_NEED, PROTECTION
from kinfold.city.history import DAY, NEVER, add_working_days, to_working_day

NO_FURTHER_ACTION, ASSESSMENT_GOES_ON, SERVICES, CONFERENCE = range(4)
_WITHOUT_CONFERENCE = (0.3, 0.42, 0.28)
_CONCERNS = (26, 14, 20, 9, 1, 2, 3, 16, 3, 5, 0, 0, 0.3, 1)
_OF_CATEGORY = {"NEG": "neglect", "EMO": "emotional_abuse", "PHY": "physical_abuse", "SAB": "sexual_abuse"}
_OF_OLDER = [WORRIES.index(name) for name in (
    "harmful_sexual_behaviour", "sexual_exploitation", "criminal_exploitation", "radicalisation")]  # fmt: skip
_OFTEN_JOINT = [*_OF_OLDER, WORRIES.index("physical_abuse"), WORRIES.index("sexual_abuse")]
_OLDER = 10
CONFERENCE_WITHIN = 15


@dataclass(frozen=True)
class Enquiries:
    """`status` is the one an enquiry fell in, or the plan that its conference made (then `makes_plan`).

    `asked` has strategy discussions too that led to no enquiry: they have no `ended`, and `enquired` is false.
    `conference` is the day it was held, NEVER where there was none.
    """

    work: Casework
    status: Ints
    makes_plan: Flags
    enquired: Flags
    started: Ints
    ended: Ints
    outcome: Ints
    conference: Ints
    concern: Ints
    joint: Flags

    @property
    def child(self) -> Ints:
        child: Ints = self.work.statuses.child[self.status]
        return child

    @cached_property
    def ids(self) -> pa.StringArray:
        """For each, whether or not it came to an enquiry."""
        return self.work.city.ids_of("section_47_enquiries", self.started * DAY + 11 * 3600)

    @cached_property
    def conference_ids(self) -> pa.StringArray:
        return self.work.city.ids_of("initial conferences", np.minimum(self.conference, self.work.last) * DAY)

    @cached_property
    def conference_of_status(self) -> pa.Array:
        """For each status, the conference that made it a protection plan."""
        place = np.full(len(self.work.statuses.child), -1)
        place[self.status[self.makes_plan]] = np.flatnonzero(self.makes_plan)
        return self.conference_ids.take(pa.array(place, mask=place < 0))


def enquire(work: Casework, episodes: Episodes) -> Enquiries:
    """Brothers and sisters in one spell are enquired into together."""
    rng = work.city.draws.stream("enquiries")
    statuses, spells = work.statuses, work.spells
    many = len(spells)
    plans = work.of_step(PROTECTION)
    others, enquired = _without_plan(work, rng, episodes)
    status = np.concatenate([plans, others])
    makes_plan = np.arange(len(status)) < len(plans)
    enquired = np.concatenate([np.ones(len(plans), bool), enquired])
    spell = spells.of_status[status]
    received = work.referrals.received[work.referral(status)]

    soon = rng.integers(6, CONFERENCE_WITHIN + 1, many)
    gap = np.where(rng.random(many) < rates.CONFERENCE_LATE, rng.integers(16, 31, many), soon)[spell]
    begins = add_working_days(statuses.started[status], -gap)
    at_once = statuses.step[status] == ASSESSMENT
    within = np.minimum(statuses.ended[status], work.last + 1) - statuses.started[status]
    somewhen = statuses.started[status] + (rng.random(many)[spell] * within).astype(np.int64)
    soon_after = add_working_days(statuses.started[status], rng.integers(0, 3, many)[spell])
    started = np.where(
        makes_plan, np.maximum(begins, received), np.where(at_once, soon_after, to_working_day(somewhen))
    )
    closed = work.referrals.closed[work.referral(status)]

    held = add_working_days(started, gap)
    meets = enquired & (rng.random(many)[spell] < rates.CONFERENCE_WITHOUT_PLAN) & (held < closed) & (held <= work.last)
    conference = np.where(makes_plan, statuses.started[status], np.where(meets, held, NEVER))
    length = rng.integers(3, 16, many)[spell]
    ended = np.minimum(add_working_days(started, length), np.where(conference < NEVER, conference, closed))
    ended = np.maximum(ended, started)
    ended = np.where((ended > work.last) | ~enquired, NEVER, ended)
    outcome = np.where(conference < NEVER, CONFERENCE, pick(rng, _WITHOUT_CONFERENCE, many)[spell])
    outcome = np.where(ended == NEVER, -1, outcome)
    concern = _concerns(work, rng, status, makes_plan, started)
    joint = rng.random(many)[spell] < np.where(np.isin(concern, _OFTEN_JOINT), rates.JOINT_WHERE_CRIME, rates.JOINT)
    known = (started < closed) & (started <= work.last) & (started >= received)
    kept = known | makes_plan
    return Enquiries(
        work, status[kept], makes_plan[kept], enquired[kept], started[kept], ended[kept], outcome[kept],
        conference[kept], concern[kept], joint[kept],
    )  # fmt: skip


def _without_plan(work: Casework, rng: np.random.Generator, episodes: Episodes) -> tuple[Ints, Flags]:
    """Statuses in which harm was suspected and no plan followed, and whether that came to an enquiry; first of all
    those whose contact was rated red, since the hub had a strategy discussion at once."""
    many = len(work.spells)
    first = work.spells.stage == 0
    red = (episodes.openings.arrivals.rag[work.spells.episode] == RED) & first
    assessed, in_need = work.of_step(ASSESSMENT), work.of_step(CHILD_IN_NEED)
    discussed = np.where(red, True, rng.random(many) < rates.HARM_FOUND_IN_ASSESSMENT)
    status = np.concatenate([
        assessed[discussed[work.spell(assessed)] & (work.next_step[assessed] != PROTECTION)],
        in_need[
            (rng.random(many) < rates.HARM_FOUND_IN_NEED)[work.spell(in_need)]
            & (work.next_step[in_need] != PROTECTION)
        ],
    ])  # fmt: skip
    enquired = (rng.random(many) < rates.ENQUIRED_AFTER_DISCUSSION)[work.spell(status)]
    return status, enquired


def _concerns(work: Casework, rng: np.random.Generator, status: Ints, makes_plan: Flags, started: Ints) -> Ints:
    """What the enquiry was about: for a plan, its category, which does not name domestic abuse."""
    many, spell = len(work.spells), work.spell(status)
    usual = pick(rng, _CONCERNS, many)[spell]
    of_category = np.array([WORRIES.index(_OF_CATEGORY.get(code, "neglect")) for code in CATEGORIES])
    concern = np.where(makes_plan, of_category[work.findings.category[spell]], usual)
    at_home = (concern == WORRIES.index("emotional_abuse")) & work.findings.domestic_abuse[
        work.statuses.episode[status]
    ]
    concern = np.where(at_home & makes_plan, WORRIES.index("domestic_abuse"), concern)
    young = work.age(work.statuses.child[status], started) < _OLDER
    return np.where(np.isin(concern, _OF_OLDER) & young, WORRIES.index("neglect"), concern)
