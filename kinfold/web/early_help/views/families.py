"""The families one helps, and starting family support for one that nobody helps yet."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms.text import clean_line
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.families import StartSupportForm
from kinfold.web.early_help.selectors import families as selectors
from kinfold.web.early_help.selectors.people import family_people
from kinfold.web.early_help.selectors.warnings import parents_do_not_know
from kinfold.web.local import selectors as local

ON_A_PAGE = 25
LONGEST_SEARCH = 100


@permission(Permission.EPISODE_READ)
def families(request: SignedInRequest) -> HttpResponse:
    oversees = request.user.may(Permission.TRAY_TEAM)
    words = clean_line(request.GET.get("name", ""))[:LONGEST_SEARCH]
    page = selectors.families_page(
        viewer=request.user,
        whose=request.GET.get("whose", "team" if oversees else "mine"),
        words=words,
        today=clock.today(),
    )
    settings = local.values(clock.today())
    context = {
        "outcomes_used": bool(settings["outcomes_used"]),
        "page": page,
        "words": words,
        "rows": Paginator(page.rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "lead_title": settings["lead_professional_title"],
        "may_start": request.user.may(Permission.EPISODE_OPEN),
    }
    return render(request, "early_help/families.jinja", context)


@permission(Permission.EPISODE_OPEN)
def find_to_start(request: SignedInRequest) -> HttpResponse:
    """Only among families one is involved with: nobody here looks through everybody's children."""
    words = clean_line(request.GET.get("name", ""))[:LONGEST_SEARCH]
    found = selectors.families_without_help(viewer=request.user, words=words, today=clock.today())
    may_tell_hub = request.user.may(Permission.CONTACT_CREATE)
    return render(request, "early_help/find_family.jinja", {"found": found, "words": words, "may_tell": may_tell_hub})


@permission(Permission.EPISODE_OPEN)
def start_support(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    family, now, today = selectors.family_to_help(request.user, family_id), clock.now(), clock.today()
    if family is None:
        raise Http404
    people = family_people(request.user, family, today)
    form = StartSupportForm(
        request.POST or None, children=people.children, people=[*people.adults, *people.children], today=today,
        initial={"children": [str(child.pk) for child in people.children], "given_on": today},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            episode = actions.start_family_support(
                family=family, children=said["children"], agreed_by=said["person"], given_how=said["given_how"],
                given_on=said["given_on"], note=said["note"], by=request.user, at=now, today=today,
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "Family support has started. Next, have the conversation.")
            return redirect("early_help:episode", episode_id=episode.pk)
    flags = ["parents_do_not_know"] if parents_do_not_know(request.user, [one.pk for one in people.children]) else []
    return render(request, "early_help/start_support.jinja", {"form": form, "family": family, "flags": flags})
