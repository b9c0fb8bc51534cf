"""What a child is open to on a day, and who is involved with them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework import rules
from kinfold.web.casework.models import Episode, Involvement, Status
from kinfold.web.local import selectors as local
from kinfold.web.people.models import Family, Person
from kinfold.web.people.selectors import HiddenPlaces, hidden_places

AT_A_HIDDEN_PLACE = "Somebody at their school or surgery"


@dataclass(frozen=True)
class Involved:
    """A professional, or a team where nobody is named, and how to reach them; once, however many children."""

    role: str
    role_label: str
    user_id: UUID | None
    name: str
    post: str
    agency: str
    team: str
    telephone: str
    email: str
    since: date
    away_until: date | None  # while ``cover_name`` stands in
    cover_name: str
    involvement_ids: tuple[UUID, ...]
    person_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Help:
    """What some people are and were open to, and who is and was involved: read once for all that one page says of it.

    Cut to the viewer, and so never kept beyond the page.
    """

    statuses: list[Status]  # those recorded in error left out, the newest first
    involvements: list[Involvement]
    labels: dict[str, str]
    places: HiddenPlaces

    def involved_on(self, day: date) -> list[Involved]:
        """As :func:`involved` answers."""
        current = [row for row in self.involvements if row.is_current_on(day)]
        return _each_once(current, self.labels, self.places)


def help_for(viewer: User, people: Iterable[Person], on: date) -> Help:
    """``on`` decides by which name the partnership calls each part that professionals play."""
    people = list(people)
    statuses = Status.objects.visible_to(viewer).filter(person__in=people, recorded_in_error_at__isnull=True)
    held = Involvement.objects.visible_to(viewer).with_cover(on).filter(person__in=people)
    return Help(
        statuses=list(statuses.select_related("team", "agency").order_by("-started_on")),
        involvements=list(held.select_related("user__agency", "team__agency").order_by("started_on")),
        labels=role_labels(on),
        places=hidden_places(viewer, people),
    )


def current_statuses(
    viewer: User, *, on: date, people: Collection[UUID] = (), episodes: Collection[UUID] = ()
) -> list[Status]:
    """What these people are open to, or what goes on in these episodes; the most serious first."""
    rows = Status.objects.visible_to(viewer).current_on(on).select_related("person", "team", "agency", "worker")
    rows = rows.filter(person__in=people) if people else rows.filter(episode__in=episodes)
    rank = {kind: place for place, kind in enumerate(rules.MOST_SERIOUS_FIRST)}
    return sorted(rows, key=lambda row: (rank[Status.Kind(row.kind)], row.started_on))


def open_to_each(people: Collection[UUID], on: date) -> dict[UUID, str]:
    """Each person ▶ code of the list ``open_to``: the most serious status on the day, ``none`` without one.

    True for a child whose file is restricted too, so that a contact never reads as if nobody helped; sealed records
    stay out of it. Whoever shows it asks :func:`open_but_unseen` first.
    """
    found = dict.fromkeys(people, "none")
    rank = {kind.value: place for place, kind in enumerate(rules.MOST_SERIOUS_FIRST)} | {"none": len(Status.Kind)}
    for person, kind, _ in _open_to(people, on):
        found[person] = min(found[person], kind, key=rank.__getitem__)
    return found


def open_but_unseen(people: Collection[UUID], on: date) -> set[UUID]:
    """People with help that whoever asks may not see: a page says “open, ask the MASH manager”, and no more."""
    seen: dict[UUID, bool] = {}
    for person, _, may_see in _open_to(people, on):
        seen[person] = seen.get(person, False) or may_see
    return {person for person, may_see in seen.items() if not may_see}


def _open_to(people: Collection[UUID], on: date) -> list[tuple[UUID, str, bool]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, kind, seen FROM casework_open_to(%s::uuid[], %s)", [list(people), on])
        return cursor.fetchall()


def open_to(person: Person, on: date) -> str:
    return open_to_each([person.pk], on)[person.pk]


def open_episode_of(viewer: User, family: Family) -> Episode | None:
    return Episode.objects.visible_to(viewer).filter(family=family, closed_on__isnull=True).first()


def involved(viewer: User, people: Iterable[Person], on: date, *, places: HiddenPlaces | None = None) -> list[Involved]:
    """Who is involved with any of these people on the day: lead professional first, then in the code list's order.

    Whoever works at the school or surgery of somebody whose address is secret is not named: that would lead there.
    ``places`` says which are hidden, where it is not for the viewer alone.
    """
    people = list(people)
    if places is None:
        places = hidden_places(viewer, people)
    rows = (
        Involvement.objects.visible_to(viewer)
        .with_cover(on)
        .current_on(on)
        .filter(person__in=people)
        .select_related("user__agency", "team__agency")
        .order_by("started_on")
    )
    return _each_once(rows, role_labels(on), places)


def _each_once(rows: Iterable[Involvement], labels: dict[str, str], places: HiddenPlaces) -> list[Involved]:
    together: dict[tuple[UUID | None, UUID | None, str], list[Involvement]] = {}
    for row in rows:
        together.setdefault((row.user_id, row.team_id, row.role), []).append(row)
    order = list(labels)
    shown = [_involved(same, labels, places) for same in together.values()]
    return sorted(shown, key=lambda one: (order.index(one.role) if one.role in labels else len(order), one.name))


def leads(viewer: User, people: Collection[UUID], on: date) -> dict[UUID, User]:
    """Each person ▶ their lead professional, where there is one."""
    rows = Involvement.objects.visible_to(viewer).current_on(on).filter(person__in=people, role=rules.LEAD)
    return {row.person_id: row.user for row in rows.filter(user__isnull=False).select_related("user__agency")}


def role_labels(on: date) -> dict[str, str]:
    """Parts that professionals play, in the partnership's own words."""
    return code_lists.labels("involvement_role") | {rules.LEAD: str(local.value("lead_professional_title", on))}


def _involved(same: list[Involvement], labels: dict[str, str], places: HiddenPlaces) -> Involved:
    first = same[0]
    user, team = first.user, first.team
    agency = user.agency if user and user.agency else team.agency if team else None
    name = user.name if user else team.name if team else "Not recorded"
    if places.hides(agency) or places.hides(team):
        user = team = agency = None
        name = AT_A_HIDDEN_PLACE
    return Involved(
        role=first.role,
        role_label=labels.get(first.role, first.role),
        user_id=first.user_id,
        name=name,
        post=user.post if user else "",
        agency=agency.name if agency else "",
        team=team.name if team else "",
        telephone=user.telephone if user else "",
        email=(user.email or "") if user else "",
        since=first.started_on,
        away_until=first.away_until if user else None,
        cover_name=first.cover_name or "" if user else "",
        involvement_ids=tuple(row.pk for row in same),
        person_ids=tuple(row.person_id for row in same),
    )
