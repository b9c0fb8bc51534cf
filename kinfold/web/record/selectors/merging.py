"""Two records of one person: what was said about it, what will hang on the one kept, and what came since."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Model, Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import User
from kinfold.web.beyond_home.models import MissingEpisode
from kinfold.web.casework.chronology import Entry
from kinfold.web.casework.models import Involvement, Status
from kinfold.web.core import words
from kinfold.web.core.words import in_london
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import (
    Address,
    Disability,
    FamilyMember,
    Identifier,
    KeptApart,
    Merge,
    OtherName,
    Person,
    Relationship,
    Schooling,
)


@dataclass(frozen=True)
class Added:
    """One thing that was added to the record in use while two were joined; ``row`` is what a placement moves."""

    row: Model
    words: str
    added_on: date

    @property
    def key(self) -> str:
        return f"{self.row._meta.model_name}-{self.row.pk}"


def merges_of(viewer: User, people: Collection[UUID]) -> list[Merge]:
    """Every merge that these records were ever part of, for a page and its chronology: one query."""
    rows = Merge.objects.visible_to(viewer).filter(Q(duplicate__in=people) | Q(into__in=people))
    return list(rows.select_related("duplicate", "into", "asked_by", "agreed_by", "ended_by").order_by("asked_at"))


def entries(merges: Iterable[Merge], since: date) -> list[Entry]:
    """Lines for the chronology of either record: when it was joined with another, by whom and why, and parted again."""
    found: list[Entry] = []
    for merge in merges:
        which = f"{_described(merge.duplicate)} and {_described(merge.into)}"
        asked, agreed = merge.asked_by.name, merge.agreed_by.name if merge.agreed_by else ""
        who = f"{asked}, and {agreed} as second person" if agreed else asked
        if merge.merged_at and in_london(merge.merged_at).date() >= since:
            found.append(Entry(merge.merged_at, "Two records joined as one person",
                               text=f"{which}. Reason: {merge.reason}", by=who, kind="Record"))  # fmt: skip
        if merge.merged_at and merge.ended_at and merge.ended_by and in_london(merge.ended_at).date() >= since:
            found.append(Entry(merge.ended_at, "Two records parted again: they are two people",
                               text=f"{which}. Reason: {merge.ended_reason}", by=merge.ended_by.name,
                               kind="Record"))  # fmt: skip
    return found


def hanging_on(viewer: User, person: Person) -> list[tuple[str, int]]:
    """What is on a person's record, in words and numbers: what will be read with the one that is kept."""
    counts = (
        ("contact to the MASH", "contacts to the MASH", _of(viewer, ContactChild, person)),
        ("kind of help, now or before", "kinds of help, now or before", _of(viewer, Status, person)),
        ("professional’s part", "professionals’ parts", _of(viewer, Involvement, person)),
        ("missing episode", "missing episodes",
         MissingEpisode.objects.visible_to(viewer).filter(child=person).count()),
        ("address", "addresses", _of(viewer, Address, person)),
        ("number", "numbers", _of(viewer, Identifier, person)),
        ("school or surgery", "schools or surgeries", _of(viewer, Schooling, person)),
        ("family’s file", "families’ files", _of(viewer, FamilyMember, person)),
    )  # fmt: skip
    return [(one if count == 1 else many, count) for one, many, count in counts if count]


def added_since(viewer: User, merge: Merge) -> list[Added]:
    """What may belong to the other person: facts and contacts put on the record in use while the two were joined."""
    found: list[Added] = []
    for model in (Address, Schooling, Identifier, OtherName, Disability, FamilyMember, Relationship, ContactChild):
        on = Q(person=merge.into) | (Q(related=merge.into) if model is Relationship else Q())
        moment = "matched_at" if model is ContactChild else "created_at"
        during = {f"{moment}__gte": merge.merged_at} | ({f"{moment}__lte": merge.ended_at} if merge.ended_at else {})
        rows: Visible = model.objects.visible_to(viewer)
        for row in rows.filter(on, **during).order_by(moment):
            found.append(Added(row, _said(row), in_london(getattr(row, moment)).date()))
    return found


def helped_since(viewer: User, merge: Merge) -> list[str]:
    """What stays in the family's file that it was written in, for the page to say so."""
    during = {"created_at__gte": merge.merged_at} | ({"created_at__lte": merge.ended_at} if merge.ended_at else {})
    rows = Status.objects.visible_to(viewer).filter(person=merge.into, **during).order_by("started_on")
    return [f"{row.get_kind_display()}, since {words.day(row.started_on)}" for row in rows]


def kept_apart_from(viewer: User, person: Person) -> list[tuple[KeptApart, Person]]:
    """Whom this person must never be taken for, as far as the viewer was named to know."""
    rows = KeptApart.objects.visible_to(viewer).filter(Q(one=person) | Q(other=person), ended_at__isnull=True)
    pairs = [(row, row.other_id if row.one_id == person.pk else row.one_id) for row in rows.order_by("recorded_at")]
    seen = Person.objects.visible_to(viewer).in_bulk([other for _, other in pairs])
    return [(row, seen[other]) for row, other in pairs if other in seen]


def _of(viewer: User, model: type[Model], person: Person) -> int:
    return model._default_manager.visible_to(viewer).filter(person=person).count()  # type: ignore[attr-defined]


def _described(person: Person) -> str:
    return f"{person.name}, born {words.day(person.born_on)}" if person.born_on else person.name


def _said(row: Model) -> str:
    match row:
        case Address():
            return f"Address: {', '.join(row.lines) or 'not known'}"
        case Schooling():
            return f"School or surgery: {row.setting}"
        case Identifier():
            return f"{code_lists.labels('identifier_type').get(row.kind, row.kind)}: {row.value}"
        case OtherName():
            return f"Other name: {row.name}"
        case Disability():
            return f"Disability: {code_lists.labels('disability').get(row.code, row.code)}"
        case FamilyMember():
            return f"In the file of the {row.family}"
        case Relationship():
            kind = code_lists.labels("relationship_kind").get(row.kind, row.kind)
            return f"Who is who: {row.related.name} is recorded as {kind.lower()} of {row.person.name}"
        case ContactChild():
            return f"Contact to the MASH of {words.day(in_london(row.contact.received_at).date())}"
    raise TypeError(type(row))
