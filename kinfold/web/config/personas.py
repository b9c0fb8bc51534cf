"""Gives the demonstration's personas an account each, in the place of somebody whom the imaginary city employs."""

from datetime import date

from django.db import transaction
from django.db.models import Count, Q

from kinfold.web.access.models import Agency, Membership, Team, User
from kinfold.web.access.permissions import Role
from kinfold.web.access.personas import PERSONAS, Persona
from kinfold.web.casework.models import Involvement
from kinfold.web.core import clock
from kinfold.web.partnership.actions import boards
from kinfold.web.partnership.models import Board, BoardMember, Papers
from kinfold.web.people.models import Schooling


@transaction.atomic
def settle(*, today: date) -> int:
    """Makes every persona's account that is not there yet; returns how many were made. Safe to run again."""
    missing = [persona for persona in PERSONAS.values() if not User.objects.filter(email=persona.email).exists()]
    for persona in missing:
        user = _colleague(persona) or User(name=persona.name)
        team = _team(persona, user)
        user.email, user.name, user.post = persona.email, persona.name, persona.post
        user.telephone = persona.telephone
        user.agency, user.is_active = team.agency, True
        user.set_unusable_password()
        user.save()
        Membership.objects.create(user=user, team=team, role=persona.role, started_on=today)
    if missing:
        _look_after_the_boards(today)
    return len(missing)


def _look_after_the_boards(today: date) -> None:
    """The business unit supports every board that reports and plans ahead; the chair sits on the Early Help Board."""
    now = clock.now()
    officer = User.objects.get(email=PERSONAS["board-support"].email)
    team = Team.objects.get(memberships__user=officer)
    for board in Board.objects.filter(duties__isnull=False).distinct():
        boards.give_support(board=board, team=team, by=None, at=now)
        boards.plan_ahead(board=board, by=officer, today=today)
    chair = User.objects.get(email=PERSONAS["board-chair"].email)
    seat = BoardMember.objects.get(board__key="early_help_board", seat=BoardMember.Seat.CHAIR)
    boards.give_seat(member=seat, user=chair, papers=Papers.objects.get(board=seat.board), by=None, at=now)


def _colleague(persona: Persona) -> User | None:
    """The holder of the post with the most families to work with; a social worker with a caseload one can read."""
    if not persona.employed_as:
        return None
    current = Count("involvements", filter=Q(involvements__ended_on__isnull=True))
    holders = User.objects.filter(post=persona.employed_as, email__isnull=True).annotate(current=current)
    return holders.order_by("-current", "id").first()


def _team(persona: Persona, user: User) -> Team:
    if persona.role == Role.SAFEGUARDING_LEAD:
        return _school_team(user)
    of_their_work = (
        Involvement.objects.filter(user=user, ended_on__isnull=True, team__service=persona.service)
        .values_list("team", flat=True)
        .annotate(held=Count("id"))
        .order_by("-held", "team")
        .first()
    )
    if of_their_work:
        return Team.objects.get(pk=of_their_work)
    lead = User.objects.filter(email=PERSONAS["early-help-lead"].email).first()
    beside = Team.objects.filter(memberships__user=lead, service=persona.service).first() if lead else None
    return beside or Team.objects.filter(service=persona.service).order_by("id").first() or _new_team(persona)


def _school_team(user: User) -> Team:
    """The school that most of the children they help go to, else the city's first."""
    helped = Involvement.objects.filter(user=user, ended_on__isnull=True).values("person")
    agency = (
        Agency.objects.filter(
            kind="school", settings__schoolings__in=Schooling.objects.filter(person__in=helped, ended_on__isnull=True)
        )
        .annotate(children=Count("id"))
        .order_by("-children", "id")
        .first()
        or Agency.objects.filter(kind="school").order_by("id").first()
        or Agency.objects.create(name="Seagull Lane Primary School", kind="school")
    )
    return Team.objects.get_or_create(agency=agency, service="school", defaults={"name": agency.name})[0]


def _new_team(persona: Persona) -> Team:
    council = Agency.objects.filter(kind="council").order_by("id").first() or Agency.objects.create(
        name="Portsmouth City Council", kind="council"
    )
    return Team.objects.create(agency=council, service=persona.service, name=persona.service.replace("_", " ").title())
