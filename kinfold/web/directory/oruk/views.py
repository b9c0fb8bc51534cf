"""The feed that anybody may read, and the page where another directory's feed is taken in."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission, public
from kinfold.web.core import clock
from kinfold.web.core.forms import FileField, GovukForm, TextField
from kinfold.web.core.versions import read_version
from kinfold.web.directory.models import Service
from kinfold.web.directory.oruk import reading, writing
from kinfold.web.directory.oruk.taking_in import take_in
from kinfold.web.local import selectors as local

ON_A_PAGE, MOST_ON_A_PAGE = 50, 100


class FeedForm(GovukForm):
    source = TextField(
        label="Whose directory is it?", hint="Write it the same each time, so that its services are known again.",
        max_length=200, missing="Enter whose directory it is",
    )  # fmt: skip
    file = FileField(
        label="The file", hint="JSON as Open Referral UK 3.0 gives it: a page of services, or a list of them.",
        accepts=(".json",), most_megabytes=10, missing="Choose the file",
    )  # fmt: skip


@public
def about(request: HttpRequest) -> HttpResponse:
    return JsonResponse(writing.about())


@public
def services(request: HttpRequest) -> HttpResponse:
    """Pages of all that have not closed for good, by name; ``search`` looks for words in them."""
    page, size = (
        read_version(request.GET.get(name, first)) for name, first in (("page", "1"), ("per_page", ON_A_PAGE))
    )
    if not page or not size or size > MOST_ON_A_PAGE:
        return JsonResponse(
            {"error": f"page and per_page are whole numbers from 1, per_page up to {MOST_ON_A_PAGE}."}, status=400
        )
    rows = Service.objects.exclude(state=Service.State.CLOSED).select_related("organisation")
    if words := request.GET.get("search", "").replace("\x00", "")[:100]:
        rows = rows.filter(Q(name__icontains=words) | Q(description__icontains=words))
    pages = Paginator(rows, size)
    here = pages.page(page) if page <= pages.num_pages else []
    contents = [writing.brief(row) for row in here]
    return JsonResponse({
        "total_items": pages.count, "total_pages": pages.num_pages, "page_number": page, "size": len(contents),
        "first_page": page == 1, "last_page": page >= pages.num_pages, "empty": not contents, "contents": contents,
    })  # fmt: skip


@public
def service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    row = Service.objects.select_related("organisation").filter(pk=service_id).first()
    if row is None:
        return JsonResponse({"error": "There is no such service."}, status=404)
    return JsonResponse(writing.whole(row, _area()))


@permission(Permission.DIRECTORY_KEEP)
def feed(request: SignedInRequest) -> HttpResponse:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form, done = FeedForm(*posted), None
    if request.method == "POST" and form.is_valid():
        try:
            found = reading.read(form.cleaned_data["file"].read(), _area())
            done = take_in(source=form.cleaned_data["source"], found=found, by=request.user, at=clock.now())
        except reading.Unreadable as unreadable:
            form.add_error("file", str(unreadable))
        except ValidationError as refused:
            form.add_error(None, refused)
    return render(request, "directory/feed.jinja", {"form": form, "done": done})


def _area() -> str:
    return str(local.value("area_name"))
