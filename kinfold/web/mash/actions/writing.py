"""A professional who rang puts it in writing: their own task, which no decision waits for."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import hub_notices, rules
from kinfold.web.mash.actions.hub import hub_team
from kinfold.web.mash.deadline_kinds import WRITTEN_FORM, WRITTEN_FORM_AWAITED
from kinfold.web.mash.models import Contact
from kinfold.web.mash.telling import Teller
from kinfold.web.notices import actions as notices


def account_of(teller: Teller) -> User | None:
    """The colleague with this e-mail address, where they have an account that tells the hub of children."""
    found = User.objects.filter(email=teller.email.lower(), is_active=True).first() if teller.email else None
    return found if found is not None and found.may(Permission.CONTACT_CREATE) else None


def ask_for_it(contact: Contact, referrer: User | None, *, hub: Team | None) -> None:
    """Due in the referrer's own tray; of somebody without an account the hub waits for it on paper."""
    if referrer is None:
        deadlines.start(WRITTEN_FORM_AWAITED, about=contact, at=contact.received_at, team=hub)
        return
    deadlines.start(WRITTEN_FORM, about=contact, at=contact.received_at, user=referrer)
    notices.notify(hub_notices.PUT_IN_WRITING, to=referrer, about_id=contact.pk)


@transaction.atomic
def put_in_writing(*, contact: Contact, words: str, by: User, at: datetime) -> Contact:
    """Once: what was written stays. The hub is told, for it may say more than the call did."""
    require(by, Permission.CONTACT_READ_OWN, on=contact)
    if contact.referrer_id != by.pk:
        raise NotVisible("There is nothing here that you may see.")
    contact = locked(contact)
    hold(rules.mc9_has_words, words)
    if contact.written_at is not None:
        return contact
    contact.written_at, contact.written_words = at, words.strip()
    save_version(contact, expected=None, fields=["written_at", "written_words"])
    deadlines.meet(WRITTEN_FORM, about=contact, at=at)
    events.record("contact.written_form_received", about=contact, by=by)
    hub = hub_team(by)
    if hub is not None:
        notices.notify(hub_notices.CAME_IN_WRITING, to=hub, about_id=contact.pk)
    return contact


@transaction.atomic
def record_written_form(*, contact: Contact, by: User, at: datetime) -> bool:
    """It came on paper or by e-mail; False where nothing was waited for."""
    require(by, Permission.CONTACT_BOARD, on=contact)
    contact = locked(contact)
    came = [deadlines.meet(kind, about=contact, at=at) for kind in (WRITTEN_FORM, WRITTEN_FORM_AWAITED)]
    if any(came):
        contact.written_at = at
        save_version(contact, expected=None, fields=["written_at"])
        events.record("contact.written_form_received", about=contact, by=by)
    return any(came)
