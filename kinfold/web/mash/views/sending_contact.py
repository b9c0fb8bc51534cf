"""The end of the contact form: check the answers, send, what happens next; or throw the form away."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.words import weekday
from kinfold.web.local.selectors import value
from kinfold.web.mash import contact_summary
from kinfold.web.mash.actions import contacts, drafts
from kinfold.web.mash.actions.writing import account_of
from kinfold.web.mash.answers import Answers
from kinfold.web.mash.forms.contact.page import Scene
from kinfold.web.mash.forms.contact.pages import places
from kinfold.web.mash.forms.contact.reading import Reading, read
from kinfold.web.mash.hub_times import HubTimes, hub_times
from kinfold.web.mash.models import Contact, ContactDraft
from kinfold.web.mash.selectors.contacts import draft_of, recorded_contact
from kinfold.web.mash.views.contact_form import address


@permission(Permission.CONTACT_CREATE)
def check(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Every answer with a way to change it. Sending again what is sent leads to the same contact."""
    draft, now = draft_of(request.user, draft_id), clock.now()
    if draft.contact_id:
        return redirect("mash:contact_sent", contact_id=draft.contact_id)
    answers = Answers(draft.answers)
    if not answers.children:
        return redirect("mash:contact_children", draft_id=draft.pk)
    reading = read(Scene(by=request.user, answers=answers, now=now))
    link = partial(address, draft, changing=True)
    problems = contact_summary.problems(reading, link)
    if request.method == "POST" and not problems:
        try:
            contact = _send(request, draft, reading)
        except ValidationError as refused:
            problems = [{"text": sentence, "href": "#main-content"} for sentence in refused.messages]
        else:
            return redirect("mash:contact_sent", contact_id=contact.pk)
    context = {
        "draft": draft,
        "back_href": address(draft, places(answers)[-1]),
        "sections": contact_summary.sections(reading, link),
        "problems": problems,
        "tried": request.method == "POST",
        "hub": hub_times(now),
        "for_caller": answers.for_caller,
        "writes": _who_puts_it_in_writing(reading) if answers.for_caller and reading.will_do else None,
        "parents_do_not_know": answers.parents_do_not_know,
    }
    return render(request, "mash/contact/check.jinja", context, status=422 if request.method == "POST" else 200)


def _who_puts_it_in_writing(reading: Reading) -> User | None:
    """The colleague whose e-mail address was given, for the hub to see whom it will reach."""
    caller = reading.caller
    if caller is None or caller.kind != "professional" or caller.channel not in contacts.NEEDS_A_WRITTEN_FORM:
        return None
    return account_of(reading.telling.teller)


def _send(request: SignedInRequest, draft: ContactDraft, reading: Reading) -> Contact:
    now, caller = clock.now(), reading.caller
    if caller is None:
        return contacts.submit(draft=draft, telling=reading.telling, by=request.user, at=now)
    return contacts.record_contact_for_caller(
        draft=draft, telling=reading.telling, caller=caller, by=request.user, at=now
    )


@permission(Permission.CONTACT_CREATE)
def sent(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    """It is done: the reference, and what happens next and when."""
    contact = recorded_contact(request.user, contact_id)
    hub = hub_times(contact.received_at, now=clock.now())
    own = contact.referrer_id == request.user.pk
    context = {"contact": contact, "own": own, "next_steps": _next_steps(contact, hub, own=own)}
    return render(request, "mash/contact/sent.jinja", context)


def _next_steps(contact: Contact, hub: HubTimes, *, own: bool) -> list[str]:
    steps = []
    if own:
        opened = f"It is closed now and will read your form {hub.read_next}." if hub.read_next else ""
        opened = opened or ("It is open now." if hub.open_now else "")
        steps.append(f"The Multi-Agency Safeguarding Hub (MASH) reads your form. {opened}".strip())
    steps.append(f"A social worker decides what to do for each child by the end of {weekday(hub.decided_by)}.")
    if contact.anonymous:
        return steps
    told = "tells you" if own else "tells the person who contacted us"
    steps.append(f"The hub {told} what was decided by the end of {weekday(hub.answered_by)}.")
    if own:
        steps.append("You find the answer under “Your contacts”. The hub may ring you before then.")
        steps.append(f"If anything changes, ring the hub on {value('mash_phone')}. In an emergency ring 999.")
    return steps


@permission(Permission.CONTACT_CREATE)
def throw_away(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_of(request.user, draft_id)
    if draft.contact_id:
        return redirect("mash:contact_sent", contact_id=draft.contact_id)
    if request.method == "POST":
        drafts.throw_away(draft=draft, by=request.user, at=clock.now())
        messages.success(request, "The form is thrown away. Nothing was sent.")
        return redirect("mash:own_contacts")
    answers = Answers(draft.answers)
    names = [answers.name_of(key) for key in answers.children]
    return render(request, "mash/contact/throw_away.jinja", {"names": names, "saved_at": draft.saved_at})
