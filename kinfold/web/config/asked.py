"""Has the demonstration's hub ask agencies about contacts that wait, by its own steps."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Agency, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.mash.actions.asking import ask_agency
from kinfold.web.mash.models import ContactChild
from kinfold.web.notices.actions import mark_all_read
from kinfold.web.sharing.actions.replies import Reply, reply_by_link
from kinfold.web.sharing.actions.requests import Sent
from kinfold.web.sharing.models import AgencyRequest, ReplyLink
from kinfold.web.sharing.recipients import Recipient

CHILDREN = 8
SITE = "http://127.0.0.1"
WHY = "We need to decide how to keep this child safe, and ask each agency for what it knows."
OUTSIDE = (
    ("police", "Robin Ferrier", "Sergeant, public protection", ("known", "incidents", "adults")),
    ("health", "Mirela Stanton", "Named nurse for safeguarding", ("known", "seen", "health")),
    ("housing", "Gethin Rowe", "Tenancy officer", ("known", "housing")),
    ("probation", "Aoife Brennock", "Probation officer", ("known", "orders")),
)
SAID = {
    "known": "Yes, since last spring.",
    "incidents": "Two calls about shouting in the last year. Nobody was hurt.",
    "adults": "An uncle stays at weekends.",
    "seen": "Last week, at the clinic. Cheerful and well dressed.",
    "health": "Asthma. Two of four appointments were missed.",
}


def fill(*, now: datetime) -> int:
    """Returns how many requests were made. Safe to run again: once there are any, nothing is added."""
    decider = User.objects.get(email=PERSONAS["mash-decision-maker"].email)
    with _as(decider):
        return _fill(decider, now)


def _fill(decider: User, now: datetime) -> int:
    if AgencyRequest.objects.exists():
        return 0
    waiting = ContactChild.objects.filter(decided_at__isnull=True, person__isnull=False).exclude(contact__rating="")
    children = list(waiting.select_related("contact", "person").order_by("-contact__received_at", "pk")[:CHILDREN])
    agencies = {kind: Agency.objects.filter(kind=kind).order_by("name").first() for kind, *_ in OUTSIDE}
    made = 0
    for place, child in enumerate(children):
        for turn, (kind, name, post, codes) in enumerate(OUTSIDE[: 1 + place % len(OUTSIDE)]):
            agency = agencies[kind]
            if agency is None:
                continue
            to = Recipient(agency, name=name, post=post, email=_address(name), telephone=f"01632 960 {410 + turn}")
            at = min(child.contact.received_at + timedelta(minutes=20 + turn), now)
            sent = _ask(child, to, codes, decider, at)
            made += 1
            _perhaps_reply(sent, place + turn, min(at + timedelta(minutes=50), now))
    made += _ask_the_lead(children[:2], decider, now)
    mark_all_read(by=decider, at=now)
    return made


def _ask_the_lead(children: list[ContactChild], decider: User, now: datetime) -> int:
    """Requests that wait in a persona's tray, to be answered by whoever tries it."""
    lead = User.objects.get(email=PERSONAS["safeguarding-lead"].email)
    for child in children:
        _ask(child, Recipient(lead.agency, user=lead), ("known", "attendance", "going_well"), decider, now)  # type: ignore[arg-type]
    return len(children)


def _ask(child: ContactChild, to: Recipient, codes: tuple[str, ...], decider: User, at: datetime) -> Sent:
    return ask_agency(child=child, to=to, codes=codes, own_question="", why=WHY, site=SITE, by=decider, at=at)


def _perhaps_reply(sent: Sent, turn: int, at: datetime) -> None:
    request = sent.request
    if turn % 4 == 3:
        return
    answers = {each.pk: SAID.get(each.code, "") for each in request.questions.all()}
    said = {
        0: Reply("shared", answers),
        1: Reply("nothing_known"),
        2: Reply("declined", {}, "It is about another adult in the home. Ask us again if the risk rises."),
    }[turn % 4]
    link = ReplyLink.objects.get(request=request)
    reply_by_link(link=link, said=said, name=f"{request.to_name}, {request.to_post}", at=at)


def _address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@agency.example"


@contextmanager
def _as(user: User) -> Iterator[None]:
    with transaction.atomic():
        act_as(user)
        yield
