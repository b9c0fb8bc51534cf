"""Beginning to prepare for a birth, who the midwife is, conversations, the plan; and what happens when it is over."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.before_birth import rules
from kinfold.web.before_birth.deadline_kinds import BIRTH_PLAN, KINDS, OF_TOPIC
from kinfold.web.before_birth.models import BirthTalk, ExpectedBirth
from kinfold.web.casework.facts import team_of
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines.kinds import DeadlineKind
from kinfold.web.people.models import Person


@transaction.atomic
def begin(*, person: Person, by: User, at: datetime) -> ExpectedBirth:
    """Clocks run from the first week of the pregnancy and follow the due date (``functions.sql``). Twice is once."""
    require(by, Permission.CONVERSATION_HOLD, on=person)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    held = ExpectedBirth.objects.filter(person=person).first()
    if held is not None:
        return held
    hold(rules.bb1_is_expected, person)
    assert person.expected_on is not None
    made = ExpectedBirth.objects.create(person=person, record_id=person.record_id, begun_at=at, begun_by=by)
    counted = datetime.combine(person.expected_on - rules.PREGNANCY, time(12), LONDON)
    team = team_of(by)
    for kind in KINDS:
        deadlines.start(kind, about=made, at=counted, user=by, team=team, person=person)
    events.record("before_birth.begun", by=by, about=made, people=(person.pk,))
    return made


@transaction.atomic
def name_midwife(
    *, birth: ExpectedBirth, midwife: str, telephone: str, hospital: str, by: User, version: int | None = None
) -> ExpectedBirth:
    require(by, Permission.CONVERSATION_HOLD, on=birth)
    birth = locked(birth)
    said = (midwife.strip(), telephone.strip(), hospital.strip())
    if (birth.midwife, birth.midwife_telephone, birth.hospital) == said:
        return birth
    birth.midwife, birth.midwife_telephone, birth.hospital = said
    save_version(birth, expected=version, fields=["midwife", "midwife_telephone", "hospital"])
    events.record("before_birth.midwife_named", by=by, about=birth, people=(birth.person_id,))
    return birth


@transaction.atomic
def record_talk(
    *, birth: ExpectedBirth, topic: str, held_on: date, with_whom: Collection[str], words: str, by: User, at: datetime
) -> BirthTalk:
    """The first about a topic meets its clock; more of them may follow, after the birth too. Sent twice it is one."""
    require(by, Permission.CONVERSATION_HOLD, on=birth)
    birth = locked(birth)
    hold(rules.bb2_topic_is_known, topic)
    hold(rules.bb3_says_with_whom, with_whom)
    hold(rules.bb4_day_fits, held_on, birth.person.expected_on, in_london(at).date())
    said = {"topic": topic, "held_on": held_on, "held_by": by, "with_whom": sorted(with_whom), "words": words.strip()}
    if (before := BirthTalk.objects.filter(birth=birth, **said).first()) is not None:
        return before
    made = BirthTalk.objects.create(birth=birth, record_id=birth.record_id, recorded_at=at, **said)
    if topic in OF_TOPIC:
        deadlines.meet(OF_TOPIC[topic], about=birth, at=at)
    events.record("before_birth.talked", by=by, about=made, people=(birth.person_id,), details={"topic": topic})
    return made


@transaction.atomic
def put_plan_in_place(
    *, birth: ExpectedBirth, plan: str, words: str, on: date, by: User, at: datetime, version: int | None = None
) -> ExpectedBirth:
    """Which plan holds at the birth. Saying so again changes it; the history keeps what stood before."""
    require(by, Permission.CONVERSATION_HOLD, on=birth)
    birth = locked(birth)
    hold(rules.bb5_plan_is_known, plan)
    hold(rules.bb6_plan_says_what_happens, words)
    hold(rules.bb4_day_fits, on, birth.person.expected_on, in_london(at).date())
    hold(rules.bb7_plan_comes_before_the_birth, on, birth.person.born_on)
    if (birth.plan, birth.plan_words, birth.plan_on) == (plan, words.strip(), on):
        return birth
    birth.plan, birth.plan_words, birth.plan_on, birth.plan_by = plan, words.strip(), on, by
    save_version(birth, expected=version, fields=["plan", "plan_words", "plan_on", "plan_by"])
    deadlines.meet(BIRTH_PLAN, about=birth, at=at)
    events.record("before_birth.plan_in_place", by=by, about=birth, people=(birth.person_id,))
    return birth


def is_born(person: Person, *, at: datetime) -> None:
    """A plan before the birth can no longer be made; the conversations can still be held, and stay due."""
    _stop(person, [BIRTH_PLAN], at)


def is_over(person: Person, *, at: datetime) -> None:
    """There will be no birth here: the child died, or the family moved away."""
    _stop(person, KINDS, at)


def _stop(person: Person, kinds: Iterable[DeadlineKind], at: datetime) -> None:
    birth = ExpectedBirth.objects.filter(person=person).first()
    if birth is not None:
        for kind in kinds:
            deadlines.withdraw(kind, about=birth, at=at)
