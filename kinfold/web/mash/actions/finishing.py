"""When a child's decision is complete, and when the hub has looked at a whole contact: which clocks stop then."""

from datetime import datetime

from kinfold.web.access.models import User
from kinfold.web.core.versions import save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.hub import hub_team
from kinfold.web.mash.actions.rating import stop_clocks
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER
from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.mash.selectors.waiting import children_waiting
from kinfold.web.sharing.actions import following

UNDECIDED = (
    "decision", "decided_at", "decided_by", "needs_agreement", "outcome_flags", "returned_at", "returned_by",
    "returned_reason",
)  # fmt: skip


def complete(child: ContactChild, *, by: User, at: datetime) -> None:
    """Decided, and agreed or accepted where that was needed: only now does the clock of the decision stop."""
    deadlines.meet(CONTACT_DECISION, about=child, at=at)


def undecide(child: ContactChild, *, reason: str, by: User, at: datetime, version: int | None = None) -> None:
    """The child waits for a decision again, on the clock that never stopped; why is kept beside them."""
    child.decision, child.decided_at, child.decided_by, child.needs_agreement = "", None, None, False
    child.outcome_flags = {}
    child.returned_at, child.returned_by, child.returned_reason = at, by, reason.strip()
    save_version(child, expected=version, fields=UNDECIDED)
    following.is_undecided(child.pk)


def note_looked_at(contact: Contact, at: datetime) -> None:
    """The clock of the rating stops once every child is decided for good, and accepted where a worker has to."""
    if not children_waiting(contact):
        stop_clocks(contact, at, looked_at=True)


def expect_an_answer(contact: Contact, *, by: User) -> None:
    """An answer is owed from when the contact was received; a loaded contact may not have it on the clock yet."""
    if contact.anonymous or hasattr(contact, "feedback") and contact.feedback.sent_at is not None:
        return
    if not Deadline.objects.filter(kind=FEEDBACK_TO_REFERRER.key, about_id=contact.pk).exists():
        deadlines.start(FEEDBACK_TO_REFERRER, about=contact, at=contact.received_at, team=hub_team(by))
