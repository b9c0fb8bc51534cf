"""A contact form that is not sent yet: begun, saved as it is typed, thrown away. It is its author's alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.grants import end_grants, grant, new_record
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.versions import save_version
from kinfold.web.mash.actions import advised
from kinfold.web.mash.answers import Answers, Typed
from kinfold.web.mash.models import ContactDraft


@transaction.atomic
def start_draft(*, by: User, at: datetime, for_caller: bool = False) -> ContactDraft:
    """A new form; where the person has one in which nothing is typed yet, that one."""
    require(by, Permission.CONTACT_BOARD if for_caller else Permission.CONTACT_CREATE)
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two presses at once wait here for each other
    untouched = Answers.blank(for_caller=for_caller).kept
    mine = ContactDraft.objects.filter(author=by, contact__isnull=True, answers=untouched)
    if begun := mine.select_for_update().first():
        return begun
    record = new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    draft = ContactDraft(author=by, answers=untouched, saved_at=at, record=record)
    grant(record, to=by, reason="Author of the contact form", at=at, source_id=draft.pk)
    draft.save(force_insert=True)
    events.record("contact_draft.started", about=draft, by=by)
    return draft


@transaction.atomic
def save_page(*, draft: ContactDraft, page: str, typed: Typed, by: User, at: datetime, child: str = "") -> ContactDraft:
    """Keeps what is on one page, whatever it is. Other pages stay as they are, so two tabs do not lose each other's."""
    with _open_to_change(draft, by, at) as (held, answers):
        if not child or child in answers.children:
            answers.keep(page, typed, child)
    return held


@transaction.atomic
def add_child(*, draft: ContactDraft, by: User, at: datetime) -> str:
    with _open_to_change(draft, by, at) as (_, answers):
        return answers.add_child()


@transaction.atomic
def remove_child(*, draft: ContactDraft, child: str, by: User, at: datetime) -> ContactDraft:
    with _open_to_change(draft, by, at) as (held, answers):
        answers.remove_child(child)
    return held


@transaction.atomic
def throw_away(*, draft: ContactDraft, by: User, at: datetime) -> None:
    """Deletes the form for good; once it is sent it is a contact, and stays."""
    with _open_to_change(draft, by, at) as (held, _):
        events.record("contact_draft.thrown_away", about=held, by=by)
        advised.was_thrown_away(held, at)
    held.delete()
    end_grants(draft.pk, at=at)


@contextmanager
def _open_to_change(draft: ContactDraft, by: User, at: datetime) -> Iterator[tuple[ContactDraft, Answers]]:
    require(by, Permission.CONTACT_CREATE, on=draft)
    held = ContactDraft.objects.select_for_update().filter(pk=draft.pk, author=by, contact__isnull=True).first()
    if held is None:
        raise NotVisible("This form has been sent or thrown away.")
    answers = Answers(held.answers)
    yield held, answers
    held.saved_at = at
    save_version(held, expected=None, fields=["answers", "saved_at"])
