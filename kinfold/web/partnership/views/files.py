"""Taking a strategy or the boards out as a file, and reading one in: looked at first, then done."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.partnership.actions import files as actions
from kinfold.web.partnership.files.checking import check
from kinfold.web.partnership.files.comparing import compare
from kinfold.web.partnership.files.reading import FileFault, read
from kinfold.web.partnership.files.values import Held
from kinfold.web.partnership.forms.lines import FileForm, ReadInForm
from kinfold.web.partnership.models import Board
from kinfold.web.partnership.selectors import strategies

MOST_FAULTS = 50


@permission(Permission.STRATEGY_MANAGE)
def strategy_file(request: SignedInRequest, key: str) -> HttpResponse:
    one = strategies.strategy(request.user, key)
    if one is None:
        raise Http404
    return _attached(f"{one.key}.toml", actions.take_out(strategy=one, by=request.user))


@permission(Permission.STRATEGY_MANAGE)
def boards_file(request: SignedInRequest) -> HttpResponse:
    return _attached("boards.toml", actions.take_out(strategy=None, by=request.user))


@permission(Permission.STRATEGY_MANAGE)
def read_in(request: SignedInRequest) -> HttpResponse:
    """A file is chosen and compared with what is here; sent a second time, as text, it is read in."""
    if request.method == "POST" and "text" in request.POST:
        return _do(request)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        text = _decoded(form.cleaned_data["file"].read())
        try:
            value = _checked(text)
        except FileFault as fault:
            for words in fault.faults[:MOST_FAULTS]:
                form.add_error("file", ValidationError(words, code="file"))
        else:
            context = {"form": ReadInForm(initial={"text": text}), "comparison": compare(value)}
            return render(request, "partnership/read_in_check.jinja", context)
    return render(request, "partnership/read_in.jinja", {"form": form})


def _do(request: SignedInRequest) -> HttpResponse:
    text = request.POST["text"].replace("\r\n", "\n")
    try:
        strategy = actions.read_in(value=_checked(text), by=request.user)
    except FileFault as fault:  # it was sound when it was looked at: what is here has changed, or the page was
        return render(request, "partnership/read_in.jinja", {"form": FileForm(), "faults": fault.faults[:MOST_FAULTS]})
    messages.success(request, f"{strategy.title if strategy else 'The boards'}: read in")
    return redirect(reverse("partnership:strategy", args=[strategy.key]) if strategy else "partnership:boards")


def _checked(text: str) -> Held:
    value = read(text)
    check(value, set(Board.objects.values_list("key", flat=True)))
    return value


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def _attached(name: str, text: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/toml; charset=utf-8", headers=headers)
