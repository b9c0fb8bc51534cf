"""A family's page: who belongs to it, who lives with whom, what help there is and was."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from kinfold.web.access.models import Record, User
from kinfold.web.casework.models import Episode, Status
from kinfold.web.casework.selectors import current_statuses, involved
from kinfold.web.early_help.models import Plan
from kinfold.web.people.models import Address, Family, FamilyMember, Person
from kinfold.web.people.selectors import Flag, Head, caution_flags, heads
from kinfold.web.record.selectors.children import Helper, helpers, is_child, parents_do_not_know
from kinfold.web.record.selectors.relatives import ties
from kinfold.web.sharing.selectors import withheld_from


@dataclass(frozen=True)
class Household:
    """People who live at one address now, or did from a day until a day."""

    lines: list[str]
    confidential: bool
    people: list[Person]
    since: date | None
    until: date | None


@dataclass(frozen=True)
class FamilyPage:
    family: Family
    heads: list[Head]  # children first, the youngest first
    statuses: dict[UUID, list[Status]]
    ties: dict[UUID, list[str]]
    households: list[Household]
    episodes: list[Episode]
    plans: list[Plan]
    involved: list[Helper]
    former: list[FamilyMember]  # who belonged to it once
    has_secret_address: bool
    parents_do_not_know: bool

    @property
    def flags(self) -> list[Flag]:
        """What nobody may overlook, at the head of every page about the family."""
        level = self.family.record.level
        return [
            *(["confidential_address"] if self.has_secret_address else []),
            *([level] if level != Record.Level.OPEN else []),
            *(["parents_do_not_know"] if self.parents_do_not_know else []),
            *caution_flags(caution for head in self.heads for caution in head.cautions),
        ]


def family_page(*, viewer: User, family_id: UUID, today: date) -> FamilyPage:
    family = Family.objects.visible_to(viewer).filter(pk=family_id).select_related("record").first()
    if family is None:
        raise Http404
    everyone = FamilyMember.objects.visible_to(viewer).filter(family=family)
    members = everyone.filter(ended_on__isnull=True)
    people = _in_use(viewer, members)
    ids = [person.pk for person in people]
    statuses: dict[UUID, list[Status]] = {}
    for status in current_statuses(viewer, on=today, people=ids) if ids else []:
        statuses.setdefault(status.person_id, []).append(status)
    episodes = list(Episode.objects.visible_to(viewer).filter(family=family).order_by("-opened_on"))
    plans = list(Plan.objects.visible_to(viewer).filter(episode__in=episodes).order_by("-submitted_on"))
    withheld = withheld_from(viewer, [plan.pk for plan in plans])
    return FamilyPage(
        family=family,
        heads=sorted(heads(viewer, people, today).values(), key=lambda head: _children_first(head.person, today)),
        statuses=statuses,
        ties=ties(viewer, ids, today),
        households=_households(viewer, people),
        episodes=episodes,
        plans=[plan for plan in plans if plan.pk not in withheld],
        involved=helpers(involved(viewer, people, today)),
        former=list(everyone.filter(ended_on__isnull=False).select_related("person").order_by("-ended_on")),
        has_secret_address=any(person.has_confidential_address for person in people),
        parents_do_not_know=parents_do_not_know(viewer, ids),
    )


def _in_use(viewer: User, members: QuerySet[FamilyMember]) -> list[Person]:
    """Whoever was joined with a record that the viewer may see stands here once, by that record."""
    seen = Person.objects.visible_to(viewer).filter(recorded_in_error_at__isnull=True)
    people = list(seen.filter(pk__in=members.values("person")))
    kept = seen.in_bulk([person.merged_into_id for person in people if person.merged_into_id])
    return list({person.pk: person for person in (kept.get(each.merged_into_id, each) for each in people)}.values())


def _children_first(person: Person, today: date) -> tuple[bool, int]:
    return not is_child(person, today), -(person.born_on or today).toordinal()


def _households(viewer: User, people: list[Person]) -> list[Household]:
    """Addresses with everyone of the family who lives or lived there; where they live now first."""
    by_id = {person.pk: person for person in people}
    rows = Address.objects.visible_to(viewer).filter(person__in=by_id).order_by("-started_on")
    together: dict[tuple[object, ...], list[Address]] = {}
    for row in rows:
        together.setdefault((row.line_1, row.postcode, row.ended_on is None), []).append(row)
    found = [
        Household(
            lines=rows[0].lines,
            confidential=any(row.confidential for row in rows),
            people=[by_id[row.person_id] for row in rows],
            since=min((row.started_on for row in rows if row.started_on), default=None),
            until=max((row.ended_on for row in rows if row.ended_on), default=None),
        )
        for rows in together.values()
    ]
    return sorted(found, key=lambda home: (home.until is not None, -(home.until or home.since or date.min).toordinal()))
