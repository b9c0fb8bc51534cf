"""A birth that is prepared for, and which are to come."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch

from kinfold.practice import code_lists
from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.before_birth.models import BirthTalk, ExpectedBirth
from kinfold.web.before_birth.rules import PREGNANCY
from kinfold.web.deadlines.models import Deadline
from kinfold.web.people.models import Person, Relationship

MOST = 300  # births to come on one page
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Birth:
    """One child who is expected, or was born since somebody prepared. ``birth`` is None where nobody has begun."""

    person: Person
    birth: ExpectedBirth | None
    talks: list[BirthTalk]
    due: list[Deadline]
    mother: str = ""  # as far as the viewer may see her: babies of one last name are told apart by her

    def weeks_on(self, today: date) -> int | None:
        """Whole weeks of the pregnancy; None once the child is born."""
        if self.person.expected_on is None or not self.person.unborn:
            return None
        return max(0, (today - (self.person.expected_on - PREGNANCY)).days // 7)

    @property
    def plan_in_time(self) -> bool:
        plan_on = self.birth.plan_on if self.birth else None
        return plan_on is not None and (self.person.born_on is None or plan_on <= self.person.born_on)

    @property
    def missing(self) -> list[str]:
        """Conversations that nobody has recorded, in words."""
        held = {talk.topic for talk in self.talks}
        return [words for topic, words in code_lists.labels("birth_talk").items() if topic not in held]


@dataclass(frozen=True)
class Births:
    expected: list[Birth]  # the soonest first
    in_all: int  # of whom those are the first
    born: int  # in the last year, after somebody had begun to prepare
    born_with_plan: int
    born_with_every_talk: int  # before the birth or since


def birth_of(viewer: User, person: Person) -> Birth:
    talks = Prefetch("talks", BirthTalk.objects.visible_to(viewer).select_related("held_by"))
    rows = ExpectedBirth.objects.visible_to(viewer).select_related("begun_by", "plan_by").prefetch_related(talks)
    birth = rows.filter(person=person).first()
    due = Deadline.objects.open().filter(about_id=birth.pk).order_by("due_at") if birth else []
    return Birth(person, birth, list(birth.talks.all()) if birth else [], list(due))


def person_of_birth(viewer: User, birth_id: UUID) -> UUID:
    found = ExpectedBirth.objects.visible_to(viewer).filter(pk=birth_id).values_list("person", flat=True).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def births(viewer: User, today: date) -> Births:
    """Children whom the viewer may see: those expected, and how it went for those born in the last year."""
    seen = Person.objects.visible_to(viewer)
    people = seen.current()
    awaited = people.filter(
        unborn=True, expected_on__isnull=False, died_on__isnull=True, moved_away_on__isnull=True
    ).order_by("expected_on", "pk")
    soonest = list(awaited[:MOST])
    mothers = Relationship.objects.visible_to(viewer).filter(
        kind="mother", ended_on__isnull=True, person__in=soonest, related__in=seen
    )
    name_of = {one.person_id: one.related.name for one in mothers.select_related("related")}
    expected = [replace(one, mother=name_of.get(one.person.pk, "")) for one in _births_of(viewer, soonest)]
    lately = people.filter(unborn=False, born_on__gt=today - A_YEAR, expected_birth__isnull=False)
    born = [one for one in _births_of(viewer, list(lately)) if one.birth]
    return Births(
        expected=expected,
        in_all=len(expected) if len(expected) < MOST else awaited.count(),
        born=len(born),
        born_with_plan=sum(one.plan_in_time for one in born),
        born_with_every_talk=sum(not one.missing for one in born),
    )


def _births_of(viewer: User, people: list[Person]) -> list[Birth]:
    rows = ExpectedBirth.objects.visible_to(viewer).filter(person__in=people).prefetch_related("talks")
    known = {row.person_id: row for row in rows}
    clocks: dict[UUID, list[Deadline]] = {}
    for clock in Deadline.objects.open().filter(about_id__in=[row.pk for row in known.values()]).order_by("due_at"):
        clocks.setdefault(clock.about_id, []).append(clock)
    return [
        Birth(person, birth, list(birth.talks.all()) if birth else [], clocks.get(birth.pk, []) if birth else [])
        for person in people
        for birth in [known.get(person.pk)]
    ]
