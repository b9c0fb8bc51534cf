"""One page of a form, for conversations and reviews alike: kept as it is typed, both versions shown where two typed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.routes import SignedInRequest
from kinfold.web.core import clock
from kinfold.web.core.errors import stale_version
from kinfold.web.early_help.forms.answers import AnswersForm
from kinfold.web.early_help.selectors.answers import Box, Page, fingerprint, given
from kinfold.web.early_help.selectors.conversations import Filling
from kinfold.web.early_help.selectors.people import heads_of
from kinfold.web.questionnaires import actions as questionnaires
from kinfold.web.questionnaires.actions import AnswersRefused

Typed = dict[str, str | int | None]


@dataclass(frozen=True)
class Place:
    """Where the form stands: its caption, the address of each of its pages, of its end, and of saying it is unsafe."""

    caption: str
    address_of: Callable[[str], str]
    finish: str
    unsafe: str = ""


def answer_page(request: SignedInRequest, filling: Filling, key: str, place: Place) -> HttpResponse:
    page = filling.page(key)
    asked = filling.boxes_of(page)
    read = fingerprint(page, filling.answers)
    form = AnswersForm(
        request.POST or None,
        boxes=asked,
        initial={"version": read} | {box.name: filling.answers.get(box.key) for box in asked},
    )
    if request.method == "POST":
        good, typed = form.is_valid(), form.values()
        if _changed_meanwhile(request, page, asked, filling, typed):
            return _both_versions(request, asked, filling, typed, read, place.address_of(key))
        try:
            questionnaires.save_answers(
                response=filling.response, answers=given(asked, typed), version=filling.response.version,
                by=request.user,
            )  # fmt: skip
        except AnswersRefused as refused:
            for box in asked:
                if box.key in refused.problems:
                    form.add_error(box.name, refused.problems[box.key])
            good = False
        except ValidationError as problem:
            form.add_error(None, problem)
            good = False
        if "X-Kinfold-Autosave" in request.headers:
            now_said = filling.answers | {box.key: typed[box.name] or None for box in asked if box.name in typed}
            scores = {box.key: typed[box.name] for box in asked if typed.get(box.name) == 0}
            saved = HttpResponse(status=204 if good else 422)
            saved["X-Kinfold-Version"] = str(fingerprint(page, now_said | scores))
            return saved
        if good:
            return redirect(_next(request, filling, page, typed, place))
    context = {
        "form": form,
        "page": page,
        "questions": [(question, [box for box in asked if box.question == question]) for question in page.questions],
        "caption": place.caption,
        "heads": heads_of(request.user, [*filling.children, *filling.adults], clock.today()),
        "back_href": _before(filling, page, place),
        "finish_href": place.finish,
    }
    return render(request, "early_help/answers.jinja", context)


def _changed_meanwhile(request: SignedInRequest, page: Page, asked: list[Box], filling: Filling, typed: Typed) -> bool:
    """Somebody else's words stand on this page now, and they are not what is being saved."""
    if request.POST.get("version", "") == str(fingerprint(page, filling.answers)):
        return False
    return any(filling.answers.get(box.key) != _kept(typed[box.name]) for box in asked if box.name in typed)


def _both_versions(
    request: SignedInRequest,
    asked: list[Box],
    filling: Filling,
    typed: Typed,
    read: int,
    keep: str,
) -> HttpResponse:
    fields = [
        {
            "label": " – ".join(filter(None, (box.question.label, box.label))),
            "mine": _shown(typed.get(box.name)),
            "theirs": _shown(filling.answers.get(box.key)),
            "changed": _kept(typed.get(box.name)) != filling.answers.get(box.key),
        }
        for box in asked
    ]
    return stale_version(request, fields=fields, current_version=read, keep_href=keep)


def _next(request: SignedInRequest, filling: Filling, page: Page, typed: Typed, place: Place) -> str:
    """Straight to what keeps a child safe where somebody is unsafe today; else the page after, or the end."""
    if place.unsafe and filling.answers.get(("safety_now", "", None)) != "yes" and typed.get("safety_now-all") == "yes":
        return place.unsafe
    if request.POST.get("then") == "later" or request.GET.get("from") == "check":
        return place.finish
    following = filling.pages[page.number :]
    return place.address_of(following[0].key) if following else place.finish


def _before(filling: Filling, page: Page, place: Place) -> str:
    return place.address_of(filling.pages[page.number - 2].key) if page.number > 1 else place.finish


def _kept(value: str | int | None) -> str | int | None:
    return None if value == "" else value


def _shown(value: str | int | None) -> str:
    return "" if value is None else {"yes": "Yes", "no": "No"}.get(str(value), str(value))
