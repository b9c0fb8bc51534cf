"""Groups in the demonstration: two that meet every week, who comes to them, and who volunteers there."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Record, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.core.words import in_london
from kinfold.web.directory.models import Service
from kinfold.web.directory.opening import CODES
from kinfold.web.groups.actions.sessions import Told, add_to_register, record_session
from kinfold.web.groups.actions.volunteers import add_volunteer
from kinfold.web.groups.models import Attendance, Session, Volunteer
from kinfold.web.people.models import Person

CAME, ABSENT, SENT_WORD = Attendance.How.CAME, Attendance.How.ABSENT, Attendance.How.SENT_WORD
WEEKS = 14
COMES = ("cccwcccacc", "acccaccwcc", "aaawcacccc", "ccccccacac", "cacwccaccc", "wcccaacccc")
"""One for each person: how they came to the last sessions, the newest first, over and over. The third is missed."""
HOW = {"c": CAME, "a": ABSENT, "w": SENT_WORD}


@dataclass(frozen=True)
class Helper:
    """``seen``: how many weeks ago somebody saw the check; None where nobody has."""

    name: str
    role: str
    weeks: int
    seen: int | None
    training: str = ""
    left: int | None = None


@dataclass(frozen=True)
class Filled:
    name: str
    only_men: bool
    size: int
    called_off: str
    did: tuple[str, ...]
    helpers: tuple[Helper, ...]


GROUPS = (
    Filled(
        "Dadzclub", True, 6, "The boiler of the hub broke down.",
        ("Bacon rolls, then we built bird boxes.", "Football on the common.", "A walk to the sea and skimming stones.",
         "Fixed four bikes. A talk about bedtimes.", "Pancakes. A health visitor came to answer questions."),
        (Helper("Malachi Brand", "Leads with a colleague", 90, 80, "Safeguarding, 2025\nFirst aid for children, 2024"),
         Helper("Osric Dunne", "Makes breakfast", 40, None),
         Helper("Terrence Abara", "Leads the bike workshop", 190, 175, "Safeguarding, 2023"),
         Helper("Piers Holloway", "Made breakfast", 150, 148, left=12)),
    ),
    Filled(
        "Talking teens", False, 5, "Half-term holidays.",
        ("Screens at night: what has worked for others.", "What rows are about. Two parents told their own story.",
         "Staying out late, and how to agree a time.", "Tea and no topic, which they had asked for."),
        (Helper("Yolanda Frith", "Leads the evening", 70, 60, "Safeguarding, 2025\nSolihull approach, 2024"),
         Helper("Bettina Okoro", "Looks after the little ones", 30, 28, "Paediatric first aid, 2025")),
    ),
)  # fmt: skip


@transaction.atomic
def meet_some(*, now: datetime) -> int:
    """Returns how many sessions there are. Safe to run again: once there is one, nothing is added."""
    lead, manager = (User.objects.get(email=PERSONAS[one].email) for one in ("early-help-lead", "early-help-manager"))
    act_as(lead)
    if Session.objects.exists():
        return 0
    for group in GROUPS:
        service = Service.objects.filter(name=group.name, team__in=lead.teams).first()
        if service is None:
            continue
        supervisor = manager if set(manager.teams) & set(lead.teams) else lead
        volunteers = _volunteers(group, service, supervisor, lead, now)
        _meet(group, service, volunteers[0], lead, now)
    return Session.objects.count()


def _volunteers(group: Filled, service: Service, supervisor: User, lead: User, now: datetime) -> list[Volunteer]:
    today = in_london(now).date()

    def ago(weeks: int | None) -> date | None:
        return None if weeks is None else today - timedelta(weeks=weeks)

    return [
        add_volunteer(service=service, by=lead, at=now, name=one.name, role=one.role, since=ago(one.weeks),
                      until=ago(one.left), check_seen_on=ago(one.seen), supervised_by=supervisor,
                      training=one.training)
        for one in group.helpers
    ]  # fmt: skip


def _meet(group: Filled, service: Service, volunteer: Volunteer, lead: User, now: datetime) -> None:
    """Every week, but for one that was called off; each person from a week on."""
    today, at = in_london(now).date(), service.sessions[0].opens
    days = _days(service, today)
    first = {person: days[-1 - 2 * (number % 4)] for number, person in enumerate(_people(group, lead, today))}
    for person, on in first.items():
        add_to_register(service=service, person=person, on=on, knows=True, by=lead, at=now)
    for back, on in enumerate(days):
        if back == 4:
            told = Told(on, at, cancelled_because=group.called_off)
        else:
            alone, beside = back % 3 == 0, back % 2 == 0
            told = Told(
                on, at, led_by=None if alone else lead, volunteer=volunteer if alone or beside else None,
                done=group.did[back % len(group.did)], others=(5, 3, 8, 4, 6)[back % 5],
                how={person: HOW[COMES[number % len(COMES)][back % 10]] for number, person in enumerate(first)
                     if on >= first[person]},
            )  # fmt: skip
        record_session(service=service, told=told, by=lead, at=now)


def _days(service: Service, today: date) -> list[date]:
    """Of the usual week, before today, the newest first."""
    weekday = list(CODES).index(service.sessions[0].day)
    last = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return [last - timedelta(weeks=weeks) for weeks in range(WEEKS)]


def _people(group: Filled, lead: User, today: date) -> list[Person]:
    """Grown-ups of families that the lead helps; for parents of teenagers, only where there is one."""
    grown = Person.objects.visible_to(lead).current().filter(
        born_on__lt=today - timedelta(days=366 * 25), record__level=Record.Level.OPEN, has_confidential_address=False,
        died_on__isnull=True, family_memberships__ended_on__isnull=True,
    )  # fmt: skip
    if group.only_men:
        grown = grown.filter(sex="M")
    else:
        teenagers = Person.objects.filter(born_on__gt=today - timedelta(days=365 * 18),
                                          born_on__lt=today - timedelta(days=366 * 11))  # fmt: skip
        grown = grown.filter(family_memberships__family__members__person__in=teenagers)
    return list(grown.distinct().order_by("pk")[: group.size])
