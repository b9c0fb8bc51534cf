"""Search over everybody, for the hub and social care."""

from django.http import HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.people import selectors as people
from kinfold.web.record.forms import SearchForm


@permission(Permission.PERSON_SEARCH)
def search(request: SignedInRequest) -> HttpResponse:
    """The search is posted, so that no name stays in an address or a server's log."""
    form = SearchForm(request.POST or None, today=clock.today())
    candidates = None
    if request.method == "POST" and form.is_valid():
        candidates = people.search(viewer=request.user, **form.cleaned_data)
    return render(request, "record/search.jinja", {"form": form, "candidates": candidates})
