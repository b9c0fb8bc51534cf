"""What becomes of a contact form that was begun on the consultation line."""

from datetime import datetime

from kinfold.web.mash.models import Advice, Contact, ContactDraft


def was_sent(draft: ContactDraft, contact: Contact) -> None:
    """The call and the contact name each other."""
    Advice.objects.filter(draft_key=draft.pk).update(contact=contact)


def was_thrown_away(draft: ContactDraft, at: datetime) -> None:
    """A call that had to be a contact is none, and the list of advice says so."""
    Advice.objects.filter(draft_key=draft.pk).update(thrown_away_at=at)
