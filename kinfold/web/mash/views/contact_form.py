"""The contact form: its first page, one page a question, and the list of children in it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access.linking import link_of
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms import GovukForm, YesNoField
from kinfold.web.local.selectors import emergency_numbers
from kinfold.web.mash.actions import drafts
from kinfold.web.mash.answers import Answers
from kinfold.web.mash.forms.contact.page import Scene
from kinfold.web.mash.forms.contact.pages import BY_KEY, EACH_CHILD, PARTS, STORY, Place, before_children, places
from kinfold.web.mash.forms.contact.reading import read
from kinfold.web.mash.hub_times import hub_times
from kinfold.web.mash.models import ContactDraft
from kinfold.web.mash.selectors.contacts import draft_of, own_drafts


@permission(Permission.CONTACT_CREATE)
def start(request: SignedInRequest) -> HttpResponse:
    """What to do in an emergency, then the form."""
    now = clock.now()
    if request.method == "POST":
        draft = drafts.start_draft(by=request.user, at=now)
        return redirect(address(draft, Place(before_children(Answers(draft.answers))[0])))
    context = {
        "numbers": emergency_numbers(clock.today()),
        "hub": hub_times(now),
        "drafts": own_drafts(request.user),
        "may_record_for_caller": request.user.may(Permission.CONTACT_BOARD),
        "link": link_of(request.user.agency_id),
    }
    return render(request, "mash/contact/start.jinja", context)


@permission(Permission.CONTACT_BOARD)
@require_POST
def start_for_caller(request: SignedInRequest) -> HttpResponse:
    draft = drafts.start_draft(by=request.user, at=clock.now(), for_caller=True)
    return redirect(address(draft, Place(before_children(Answers(draft.answers))[0])))


@permission(Permission.CONTACT_CREATE)
def carry_on(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Back to where the person left off."""
    draft = draft_of(request.user, draft_id)
    if draft.contact_id:
        return redirect("mash:contact_sent", contact_id=draft.contact_id)
    answers = Answers(draft.answers)
    place = read(Scene(by=request.user, answers=answers, now=clock.now())).first_to_answer
    if place is not None and (place.page in before_children(answers) or answers.children):
        return redirect(address(draft, place))
    return redirect("mash:check_contact" if answers.children else "mash:contact_children", draft_id=draft.pk)


@permission(Permission.CONTACT_CREATE)
def page(request: SignedInRequest, draft_id: UUID, page: str, child: str = "") -> HttpResponse:
    """One page. Whatever is typed is kept first and judged after, so that nothing is lost to a mistake."""
    draft = draft_of(request.user, draft_id)
    if draft.contact_id:
        return redirect("mash:contact_sent", contact_id=draft.contact_id)
    place, now = _place(Answers(draft.answers), page, child), clock.now()
    if request.method == "POST":
        draft = drafts.save_page(
            draft=draft, page=page, child=child, typed=dict(request.POST.lists()), by=request.user, at=now
        )
        if "X-Kinfold-Autosave" in request.headers:
            return HttpResponse(status=204)
        if request.POST.get("then") == "later":
            messages.success(request, "Your form is saved. You can carry on with it from here.")
            return redirect("mash:own_contacts")
    answers = Answers(draft.answers)
    scene = Scene(by=request.user, answers=answers, now=now, child=child)
    if request.method == "POST":
        form = place.page.form(request.POST, scene=scene)
        if form.is_valid():
            return redirect(_next_address(request, draft, answers, place))
    else:
        form = place.page.form(scene=scene, typed=answers.typed(page, child))
    context = {
        "form": form,
        "heading": place.page.heading_for(scene),
        "part": PARTS[place.page.part],
        "part_number": place.page.part + 1,
        "parts": len(PARTS),
        "saved_at": draft.saved_at if not answers.is_blank else None,
        "back_href": _address_before(request, draft, answers, place),
        "parents_do_not_know": answers.parents_do_not_know,
    }
    return render(request, form.template, context)


class AnotherChildForm(GovukForm):
    another = YesNoField(label="Is there another child to tell us about?", missing="Select yes to add another child")


@permission(Permission.CONTACT_CREATE)
def children(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """The children so far, and whether there are more."""
    draft = draft_of(request.user, draft_id)
    answers = Answers(draft.answers)
    form = AnotherChildForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["another"] or not answers.children:
            key = drafts.add_child(draft=draft, by=request.user, at=clock.now())
            return redirect(address(draft, Place(EACH_CHILD[0], key)))
        if request.GET.get("from") == "check":
            return redirect("mash:check_contact", draft_id=draft.pk)
        return redirect(address(draft, Place(STORY[0])))
    told = [
        {
            "key": key,
            "name": answers.name_of(key),
            "href": address(draft, Place(EACH_CHILD[0], key)),
            "remove_href": reverse("mash:remove_contact_child", args=[draft.pk, key]),
        }
        for key in answers.children
    ]
    last = Place(EACH_CHILD[-1], answers.children[-1]) if answers.children else Place(before_children(answers)[-1])
    context = {
        "form": form,
        "children": told,
        "part": PARTS[1],
        "parents_do_not_know": answers.parents_do_not_know,
        "back_href": address(draft, last),
    }
    return render(request, "mash/contact/children.jinja", context)


@permission(Permission.CONTACT_CREATE)
def remove_child(request: SignedInRequest, draft_id: UUID, child: str) -> HttpResponse:
    draft = draft_of(request.user, draft_id)
    answers = Answers(draft.answers)
    back = reverse("mash:contact_children", args=[draft.pk])
    if child not in answers.children:
        return redirect(back)
    if request.method == "POST":
        drafts.remove_child(draft=draft, child=child, by=request.user, at=clock.now())
        return redirect(back)
    context = {
        "name": answers.name_of(child),
        "back_href": back,
        "parents_do_not_know": answers.parents_do_not_know,
    }
    return render(request, "mash/contact/remove_child.jinja", context)


def address(draft: ContactDraft, place: Place, *, changing: bool = False) -> str:
    if place.child:
        found = reverse("mash:contact_child_page", args=[draft.pk, place.child, place.page.key])
    else:
        found = reverse("mash:contact_page", args=[draft.pk, place.page.key])
    return f"{found}?from=check" if changing else found


def _place(answers: Answers, page: str, child: str) -> Place:
    place = Place(BY_KEY[page], child) if page in BY_KEY else None
    if place is None or place not in places(answers):
        raise Http404
    return place


def _next_address(request: SignedInRequest, draft: ContactDraft, answers: Answers, place: Place) -> str:
    """The page after; after a child's last page the children, and to the check where the person came from there."""
    if request.GET.get("from") == "check":
        return reverse("mash:check_contact", args=[draft.pk])
    if place.page == before_children(answers)[-1] and not answers.children:
        key = drafts.add_child(draft=draft, by=request.user, at=clock.now())
        return address(draft, Place(EACH_CHILD[0], key))
    if place.page == EACH_CHILD[-1]:
        return reverse("mash:contact_children", args=[draft.pk])
    asked = places(answers)
    following = asked[asked.index(place) + 1 :]
    return address(draft, following[0]) if following else reverse("mash:check_contact", args=[draft.pk])


def _address_before(request: SignedInRequest, draft: ContactDraft, answers: Answers, place: Place) -> str:
    if request.GET.get("from") == "check":
        return reverse("mash:check_contact", args=[draft.pk])
    asked = places(answers)
    here = asked.index(place)
    if here == 0:
        return reverse("mash:start_contact")
    if place.page == STORY[0] or (place.page == EACH_CHILD[0] and place.child != answers.children[0]):
        return reverse("mash:contact_children", args=[draft.pk])
    return address(draft, asked[here - 1])
