"""What agencies were asked about a child, what they said, and when they said nothing: lines that a court could read."""

from datetime import date, datetime, time

from kinfold.web.access.models import User
from kinfold.web.casework.chronology import Entry
from kinfold.web.casework.selectors.people import AT_A_HIDDEN_PLACE
from kinfold.web.core.clock import LONDON
from kinfold.web.core.words import moment
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import hidden_places
from kinfold.web.sharing.models import AgencyRequest
from kinfold.web.sharing.selectors.requests import Asked, shown

KIND = "Agencies asked"


def entries(*, child: Person, viewer: User, since: date, now: datetime) -> list[Entry]:
    """The asking, the silence when a reply was due and had not come, and the reply or the refusal, each at its time."""
    start = datetime.combine(since, time(), LONDON)
    rows = AgencyRequest.objects.visible_to(viewer).filter(person=child, asked_at__gte=start)
    places = hidden_places(viewer, [child])
    found: list[Entry] = []
    for one in shown(rows, now):
        hidden = places.hides(one.request.agency)
        found += _of(one, AT_A_HIDDEN_PLACE if hidden else f"{one.request.to_name}, {one.request.agency}")
    return found


def _of(one: Asked, who: str) -> list[Entry]:
    request = one.request
    asked = " ".join(each.words for each in one.questions)
    found = [
        Entry(request.asked_at, f"Asked: {who}", text=f"{asked} Why: {request.why}", by=request.asked_by.name,
              kind=KIND, tone="blue")
    ]  # fmt: skip
    if one.silent and one.due is not None:
        found.append(
            Entry(one.due.due_at, f"No reply by the time it was due: {who}", text=_ended(request), kind=KIND,
                  tone="red", important=True)
        )  # fmt: skip
    if request.replied_at is not None:
        found.append(Entry(request.replied_at, f"{_replied(one)}: {who}", text=_said(one), kind=KIND,
                           tone="green" if one.state == "shared" else "orange"))  # fmt: skip
    if request.withdrawn_at is not None:
        found.append(Entry(request.withdrawn_at, f"Request taken back: {who}", text=request.withdrawn_because,
                           by=str(request.withdrawn_by), kind=KIND))  # fmt: skip
    return found


def _ended(request: AgencyRequest) -> str:
    if request.replied_at is not None:
        return f"The reply came on {moment(request.replied_at)}."
    return "The decision was made without it." if request.decided_without_at else ""


def _replied(one: Asked) -> str:
    words = {"shared": "Replied", "nothing_known": "Replied that nothing is known", "declined": "Did not share"}
    after = ", after the decision" if one.request.replied_after_decision else ", late" if one.late else ""
    return f"{words[one.request.outcome]}{after}"


def _said(one: Asked) -> str:
    if one.request.declined_because:
        return one.request.declined_because
    return "\n".join(f"{each.words} {each.answer}" for each in one.answered)
