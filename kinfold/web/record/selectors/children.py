"""A person's page: what they are open to, since when, who helps, what is due, where they live and learn."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from markupsafe import Markup

from kinfold.practice import code_lists
from kinfold.reports import StatusSpan, both_widths, status_timeline
from kinfold.web.access.models import User
from kinfold.web.casework.models import Status
from kinfold.web.casework.selectors import Help, Involved, help_for
from kinfold.web.core.clock import LONDON
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.deadlines.selectors import TrayRow
from kinfold.web.mash.selectors import waiting as contacts
from kinfold.web.people.models import (
    Address,
    Caution,
    Family,
    FamilyMember,
    Identifier,
    Merge,
    OtherName,
    Person,
    Schooling,
)
from kinfold.web.people.selectors import Flag, Head, HiddenPlaces, cautions_about, heads_of_seen
from kinfold.web.record.selectors.merging import merges_of
from kinfold.web.record.selectors.relatives import Relative, relatives
from kinfold.web.record.tray import KINDS, shared_with


@dataclass(frozen=True)
class Helper:
    """Somebody involved, once, with every part that they play."""

    involved: Involved
    roles: str


@dataclass(frozen=True)
class ChildPage:
    person: Person
    same: list[Person]  # the person, and records that turned out to be theirs
    in_use: Person | None  # where this is a second record, the one that is kept; to whoever may not see that, it is not
    merges: list[Merge]
    cautions: list[Caution]  # what is to be minded, and was
    head: Head
    about: list[tuple[str, str]]  # sex and ethnicity, in words
    is_child: bool
    families: list[Family]
    known: Help  # all of it, now and then, for what else the page says of it
    statuses: list[tuple[Status, date]]  # what is open now, and since when without a gap
    timeline: Markup | None
    involved: list[Helper]
    due: list[TrayRow]
    addresses: list[Address]
    schoolings: list[Schooling]
    relatives: list[Relative]
    identifiers: list[tuple[str, Identifier]]
    other_names: list[OtherName]
    places: HiddenPlaces  # whose name would lead to a secret address
    parents_do_not_know: bool

    @property
    def flags(self) -> list[Flag]:
        """What nobody may overlook, at the head of every page about the child."""
        return [*self.head.flags, *(["parents_do_not_know"] if self.parents_do_not_know else [])]


def child_page(*, viewer: User, person_id: UUID, now: datetime) -> ChildPage:
    """Everything on the page, cut to the viewer; somebody unseen is somebody who does not exist."""
    today = now.astimezone(LONDON).date()
    seen = Person.objects.visible_to(viewer)
    found = seen.filter(Q(pk=person_id) | Q(merged_into=person_id))
    same = sorted(found.select_related("record", "recorded_in_error_by"), key=lambda each: each.pk != person_id)
    if not same or same[0].pk != person_id:
        raise Http404
    person, ids = same[0], [each.pk for each in same]
    cautions = cautions_about(viewer, ids, ended=True)
    known = help_for(viewer, same, today)
    statuses = known.statuses
    memberships = FamilyMember.objects.visible_to(viewer).filter(person__in=ids, ended_on__isnull=True)
    return ChildPage(
        person=person,
        same=same,
        in_use=_in_use(viewer, person),
        merges=merges_of(viewer, ids),
        cautions=cautions,
        head=heads_of_seen(viewer, [person], today, cautions)[person.pk],
        about=_about(person),
        is_child=is_child(person, today),
        families=list(Family.objects.visible_to(viewer).filter(pk__in=memberships.values("family"))),
        known=known,
        statuses=[
            (row, open_since(row, statuses))
            for row in statuses
            if row.started_on <= today and (row.ended_on is None or row.ended_on > today)
        ],
        timeline=_timeline(statuses, today),
        involved=helpers(known.involved_on(today)),
        due=shared_with(viewer, deadlines.about_people(viewer, ids, now, KINDS)),
        addresses=list(Address.objects.visible_to(viewer).filter(person__in=ids).order_by("-started_on")),
        schoolings=list(
            Schooling.objects.visible_to(viewer)
            .filter(person__in=ids)
            .select_related("setting")
            .order_by("-started_on")
        ),
        relatives=relatives(viewer, same),
        identifiers=_identifiers(viewer, same),
        other_names=list(OtherName.objects.visible_to(viewer).filter(person__in=ids).order_by("name")),
        places=known.places,
        parents_do_not_know=parents_do_not_know(viewer, ids),
    )


def _in_use(viewer: User, person: Person) -> Person | None:
    if person.merged_into_id is None:
        return None
    return Person.objects.visible_to(viewer).filter(pk=person.merged_into_id).first()


def open_since(status: Status, others: list[Status]) -> date:
    """A new placement or plan begins a new row; the child has been open to it since the first that leads up to it."""
    since = status.started_on
    for row in sorted(others, key=lambda row: row.started_on, reverse=True):
        if row.kind == status.kind and row.ended_on == since and row.started_on < since:
            since = row.started_on
    return since


def is_child(person: Person, on: date) -> bool:
    if person.born_on is None:
        return person.unborn
    return (on.year - person.born_on.year) - ((on.month, on.day) < (person.born_on.month, person.born_on.day)) < 18


def helpers(involved: list[Involved]) -> list[Helper]:
    """Everybody once, in the order of the parts that they play."""
    together: dict[tuple[UUID | None, str, str], list[Involved]] = {}
    for one in involved:
        together.setdefault((one.user_id, one.name, one.agency), []).append(one)
    return [
        Helper(parts[0], ", ".join(dict.fromkeys(part.role_label for part in parts))) for parts in together.values()
    ]


def parents_do_not_know(viewer: User, people: list[UUID]) -> bool:
    """Whoever asks: somebody who may not see the contact must not tell the family of it either."""
    return contacts.parents_do_not_know(people)


def _about(person: Person) -> list[tuple[str, str]]:
    told = (("Sex", "sex", person.sex), ("Ethnicity", "ethnicity", person.ethnicity))
    return [(label, code_lists.labels(name).get(code, code)) for label, name, code in told if code]


def _identifiers(viewer: User, people: list[Person]) -> list[tuple[str, Identifier]]:
    kinds = code_lists.labels("identifier_type")
    rows = Identifier.objects.visible_to(viewer).filter(person__in=people).order_by("kind", "-valid_from")
    return [(kinds.get(row.kind, row.kind), row) for row in rows]


def _timeline(statuses: list[Status], today: date) -> Markup | None:
    spans = [
        StatusSpan(title=row.get_kind_display(), kind=row.kind, started_on=row.started_on, ended_on=row.ended_on)
        for row in reversed(statuses)
    ]
    if not spans:
        return None
    return both_widths(status_timeline(spans, as_at=today), status_timeline(spans, as_at=today, narrow=True))
