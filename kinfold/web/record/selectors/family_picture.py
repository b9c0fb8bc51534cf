"""A family and those related to it, as a drawn picture and as a table that says the same."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q
from markupsafe import Markup

from kinfold.reports.charts.genogram import Drawn, Shape, Tie, genogram
from kinfold.web.access.models import User
from kinfold.web.core import words
from kinfold.web.people.models import Person, Relationship
from kinfold.web.record.selectors.families import FamilyPage
from kinfold.web.record.selectors.who_is_who import WhoIsWho, said_of

A_GENERATION = timedelta(days=15 * 365)
SHAPES: dict[str, Shape] = {"M": "man", "F": "woman", "01": "man", "02": "woman", "09": "other"}
TOGETHER = ("partner", "married")


@dataclass(frozen=True)
class FamilyPicture:
    picture: Markup
    rows: list[WhoIsWho]
    homes: list[tuple[int, str]]  # the number in the picture, and the address


def family_picture(*, viewer: User, page: FamilyPage, today: date) -> FamilyPicture:
    """Everybody of the family whom the viewer may see, and those related to one of them. Somebody unseen leaves no
    line and no gap: what hangs on them is drawn as if nobody had recorded it."""
    people, ties = _people_and_ties(viewer, [head.person for head in page.heads])
    homes = _homes(page)
    home_of = {person: number for number, (_, living_there) in enumerate(homes, start=1) for person in living_there}
    drawn = [
        Drawn(
            key=str(person.pk),
            name=person.name,
            shape="unborn" if person.unborn else SHAPES.get(person.gender) or SHAPES.get(person.sex, "other"),
            note=_note(person, today),
            born_on=person.born_on,
            died=person.died_on is not None,
            home=home_of.get(person.pk),
        )
        for person in people.values()
    ]
    count = f"{len(drawn)} {'person' if len(drawn) == 1 else 'people'}"
    return FamilyPicture(
        picture=genogram(drawn, ties, alt=f"Who is who: {count}. The table below says the same in words."),
        rows=said_of(people, ties, home_of, today),
        homes=[(number, ", ".join(lines)) for number, (lines, _) in enumerate(homes, start=1)],
    )


def _people_and_ties(viewer: User, members: list[Person]) -> tuple[dict[UUID, Person], list[Tie]]:
    """Whoever has two records stands here once, by the record in use."""
    seen = Person.objects.visible_to(viewer).filter(recorded_in_error_at__isnull=True)
    ids = {person.pk for person in members}
    ids |= set(seen.filter(merged_into__in=ids).values_list("pk", flat=True))
    rows = list(
        Relationship.objects.visible_to(viewer)
        .filter(Q(person__in=ids) | Q(related__in=ids))
        .filter(Q(ended_on__isnull=True) | Q(kind__in=TOGETHER))
        .exclude(started_on=F("ended_on"))
        .order_by("pk")
    )
    found = seen.in_bulk({*ids, *(row.person_id for row in rows), *(row.related_id for row in rows)})
    kept = seen.in_bulk({person.merged_into_id for person in found.values() if person.merged_into_id})
    in_use = {key: kept.get(person.merged_into_id, person) for key, person in found.items()}
    everybody = {person.pk: person for person in (*members, *in_use.values())}
    drawn = dict(sorted(everybody.items(), key=lambda item: _by_birth(item[1])))
    place = {key: number for number, key in enumerate(drawn)}
    ties = [
        _tie(row, in_use[row.person_id], in_use[row.related_id])
        for row in sorted(rows, key=_over_first)
        if row.person_id in in_use and row.related_id in in_use
    ]
    ties = sorted(ties, key=lambda tie: (place[UUID(tie.person)], place[UUID(tie.other)]))
    return drawn, list(dict.fromkeys(tie for tie in ties if tie.person != tie.other))


def _over_first(row: Relationship) -> bool:
    """So that what is said now of a couple who came together again is said last."""
    return row.ended_on is None


def _by_birth(person: Person) -> tuple[bool, date, str]:
    return person.born_on is None, person.born_on or date.max, person.name


def _tie(row: Relationship, person: Person, related: Person) -> Tie:
    """A couple of which one says that it is over lives apart. Another tie leads down from whoever is the elder by a
    generation, from whichever side it was recorded."""
    kind = "separated" if row.ended_on and row.kind in TOGETHER else row.kind
    if kind == "other" and _is_elder(person, than=related):
        person, related = related, person
    return Tie(str(person.pk), kind, str(related.pk), down=kind == "carer" or _is_elder(related, than=person))


def _is_elder(one: Person, *, than: Person) -> bool:
    return bool(one.born_on and than.born_on and than.born_on - one.born_on >= A_GENERATION)


def _homes(page: FamilyPage) -> list[tuple[list[str], Collection[UUID]]]:
    """Where two or more of the family live now. A secret address is not in a picture that may be printed and shown."""
    secret = {head.person.pk for head in page.heads if head.person.has_confidential_address}
    found = [
        (home.lines, {person.pk for person in home.people} - secret)
        for home in page.households
        if home.until is None and not home.confidential
    ]
    return [(lines, people) for lines, people in found if len(people) > 1]


def _note(person: Person, today: date) -> str:
    if person.died_on:
        return f"died {person.died_on.year}"
    if person.unborn:
        return f"due {words.day(person.expected_on)}" if person.expected_on else "not yet born"
    return words.age(person.born_on, today) if person.born_on else ""
