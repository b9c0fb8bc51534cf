"""One screen for a straightforward notification: read, match, decide, answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.practice import code_lists
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms import Choice
from kinfold.web.core.versions import StaleVersion
from kinfold.web.core.words import in_london, name_and_age, plural
from kinfold.web.local.selectors import value
from kinfold.web.mash import feedback_words
from kinfold.web.mash.actions.open_case import allocated_to
from kinfold.web.mash.actions.quick import deal_with
from kinfold.web.mash.actions.rating import read_contact
from kinfold.web.mash.forms.hub.deciding import QuickForm
from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.mash.outcome_flags import RAISED_BY
from kinfold.web.mash.selectors.contact import ChildShown, ContactPage, contact_of, contact_page
from kinfold.web.mash.selectors.history import contacts_in_period
from kinfold.web.mash.views.hub.answers import changed_meanwhile, tried, version_of
from kinfold.web.mash.views.hub.deciding import form_options
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import Candidate

NOBODY = "nobody"


@permission(Permission.CONTACT_DECIDE)
def quick(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    """For a contact about one child. ``look`` brings the draft of the answer and what the indicators point to."""
    contact, now = contact_of(request.user, contact_id), clock.now()
    here = reverse("mash:contact", args=[contact.pk])
    page = contact_page(request.user, contact, now)
    if len(page.children) != 1 or _is_past_one_screen(page.children[0], request.method):
        messages.info(request, "This contact cannot be done on one screen. Work through it here.")
        return redirect(here)
    read_contact(contact=contact, by=request.user, at=now)
    shown, looking = page.children[0], "look" in request.POST
    posted = request.POST.copy() if request.method == "POST" else None
    unread = posted is not None and _draft_into(posted, contact, shown.child)
    people, helped = _people(shown, contact, now)
    options = form_options(request.user, shown.child, now)
    form = QuickForm(
        None if looking else posted,
        initial=_initial(posted, shown.child) if looking or posted is None else {},
        now=now,
        people=people,
        answered=not contact.anonymous,
        **(options | {"matched": True, "open_case": helped or options["open_case"]}),
    )
    if looking and request.headers.get("HX-Request") == "true":
        part = "_quick_answer" if request.POST.get("part") == "answer" else "_suggestion"
        return render(request, f"mash/hub/{part}.jinja", {"form": form, "contact": contact})
    if unread and not looking:
        form.add_error("words", "Read what the referrer will be told, then send")
    if posted is not None and not looking and form.is_valid():
        try:
            if tried(form, lambda: _deal_with(request, form, shown.child, now)):
                messages.success(request, _done(contact, shown.child))
                return redirect("mash:board")
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, here)
    return render(request, "mash/hub/quick.jinja", _context(form, page, shown))


def _is_past_one_screen(shown: ChildShown, method: str | None) -> bool:
    """Decided already; or decided in stages, each of which has a screen of its own."""
    return method == "GET" and (shown.child.decided_at is not None or bool(shown.next_stage))


def _deal_with(request: SignedInRequest, form: QuickForm, child: ContactChild, now: datetime) -> ContactChild:
    chosen = form.cleaned_data.get("person")
    person = Person.objects.visible_to(request.user).get(pk=chosen) if chosen else None
    return deal_with(
        child=child, person=person, rating=form.chosen_rating, said=form.said,
        words=form.cleaned_data.get("words", ""), version=version_of(form), by=request.user, at=now,
    )  # fmt: skip


def _people(shown: ChildShown, contact: Contact, now: datetime) -> tuple[list[Choice], bool]:
    """The likeliest first, none ticked beforehand, for a person must say so; and whether somebody helps one of them.

    Beside each stands what decides: who helps them already, and how many contacts there were.
    """
    likeliest = (shown.candidates or [])[:3]
    people = [one.person for one in likeliest]
    helped = {person.pk: part for person in people if (part := allocated_to(person, now)) is not None}
    today, months = in_london(now).date(), int(str(value("second_person_months")))
    before = contacts_in_period([person.pk for person in people], contact.received_at, months)
    labels = code_lists.labels("involvement_role")

    def hint(one: Candidate) -> str:
        said = [", ".join(one.reasons)]
        if part := helped.get(one.person.pk):
            role = labels.get(part.role, part.role).lower()
            said.append(f"{part.user or part.team}, {role}, helps this child already")
        if count := before.get(one.person.pk):
            said.append(f"{plural(count, 'earlier contact')} in {plural(months, 'month')}")
        return ". ".join(said)

    choices = [
        Choice(str(one.person.pk), name_and_age(one.person.name, one.person.born_on, today), hint=hint(one))
        for one in likeliest
    ]
    return choices, bool(helped)


def _draft_into(posted: Any, contact: Contact, child: ContactChild) -> bool:
    """The answer follows the decision until somebody changes its words; True where nobody has read them yet."""
    decision, words = posted.get("decision", ""), _plain(posted.get("words", ""))
    if contact.anonymous or decision not in RAISED_BY or words not in ("", _plain(posted.get("drafted", ""))):
        return False
    as_decided = ContactChild(
        described_forename=child.described_forename,
        described_surname=child.described_surname,
        decision=decision,
        signposted_to=posted.get("signposted_to", "") or "this service",
        other_authority=posted.get("other_authority", "") or "their council",
    )
    posted["words"] = feedback_words.draft(contact, [as_decided], str(value("mash_phone")))
    return _plain(posted["words"]) != words


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").strip()


def _initial(posted: Any, child: ContactChild) -> dict[str, Any]:
    if posted is None:
        return {"version": child.version}
    return {name: posted.get(name, "") for name in posted} | {"indicators": posted.getlist("indicators")}


def _context(form: QuickForm, page: ContactPage, shown: ChildShown) -> dict[str, Any]:
    return {"form": form, "page": page, "shown": shown, "contact": page.contact}


def _done(contact: Contact, child: ContactChild) -> str:
    child.refresh_from_db()
    if child.awaits_agreement:
        return f"{contact.reference} is decided. A second person must agree before the answer is sent."
    return f"{contact.reference} is done." if contact.anonymous else f"{contact.reference} is done and answered."
