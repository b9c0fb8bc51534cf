"""A section of a draft: what stands in it, who writes it, and what others say of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.reports.times import covered_words
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.insight.actions import sections as actions
from kinfold.web.insight.forms import AuthorForm, CommentForm, SectionForm
from kinfold.web.insight.models import Section
from kinfold.web.insight.outlines import outline_of
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.insight.views.reports import only_looking_at_what_is_published


@permission(Permission.REPORT_READ)
def section(request: SignedInRequest, section_id: UUID) -> HttpResponse:
    """Its text and comments; a comment is sent to this same page."""
    one = _section(request, section_id)
    if only_looking_at_what_is_published(request, one.report):
        return redirect("insight:report", one.report_id)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.comment(section=one, text=form.cleaned_data["text"], by=request.user, at=clock.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "Your comment is added")
            return redirect("insight:section", section_id)
    events.record("report.read", by=request.user, about=one.report)
    shown = selectors.sections_shown(request.user, one.report, clock.now())
    context = _told(one) | {
        "form": form,
        "shown": next(each for each in shown if each.section.pk == one.pk),
        "comments": selectors.comments_of(request.user, one),
        "may_assign": request.user.may(Permission.REPORT_WRITE),
        "may_write": _may_write(request, one),
    }
    return render(request, "insight/section.jinja", context)


@permission(Permission.REPORT_READ)
def write(request: SignedInRequest, section_id: UUID) -> HttpResponse:
    """For its author, and for those who write reports: the action refuses everybody else."""
    one = _section(request, section_id)
    if only_looking_at_what_is_published(request, one.report) or (
        request.method != "POST" and not _may_write(request, one)
    ):
        return redirect("insight:section", section_id)
    initial = {"text": one.text, "ready": one.state == Section.State.READY, "version": one.version}
    form = SectionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.write(section=one, text=said["text"], ready=said["ready"], version=said["version"],
                          by=request.user, at=clock.now(), today=clock.today())  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"{one.title}: saved")
            return redirect("insight:section", section_id)
    return render(request, "insight/write_section.jinja", _told(one) | {"form": form})


@permission(Permission.REPORT_WRITE)
def author(request: SignedInRequest, section_id: UUID) -> HttpResponse:
    one = _section(request, section_id)
    if only_looking_at_what_is_published(request, one.report):
        return redirect("insight:report", one.report_id)
    people = {str(user.pk): user for user in selectors.who_may_write(request.user)}
    choices = [(pk, f"{user.name}, {user.post}".rstrip(", ")) for pk, user in people.items()]
    form = AuthorForm(request.POST or None, people=choices,
                      initial={"author": str(one.author_id), "version": one.version})  # fmt: skip
    if request.method == "POST" and form.is_valid():
        chosen, version = people[form.cleaned_data["author"]], form.cleaned_data["version"]
        try:
            actions.assign(section=one, author=chosen, version=version, by=request.user, at=clock.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"{chosen.name} is asked to write this part")
            return redirect("insight:section", section_id)
    return render(request, "insight/section_author.jinja", _told(one) | {"form": form})


@require_POST
@permission(Permission.REPORT_READ)
def resolve(request: SignedInRequest, comment_id: UUID) -> HttpResponse:
    """By whoever made the comment or may write the section: the action refuses everybody else."""
    one = selectors.comment(request.user, comment_id)
    if one is None:
        raise Http404
    try:
        actions.resolve(comment=one, by=request.user, at=clock.now())
    except ValidationError as problem:
        messages.error(request, problem.messages[0])
    else:
        messages.success(request, "The comment is resolved")
    return redirect("insight:section", one.section_id)


def _told(one: Section) -> dict[str, Any]:
    duty = one.report.duty
    return {
        "section": one,
        "report": one.report,
        "title": one.name,
        "caption": f"{duty.board.name}: {duty.title}, {covered_words(one.report.period)}",
        "guidance": outline_of(duty).guidance(one.key),
    }


def _may_write(request: SignedInRequest, one: Section) -> bool:
    return one.author_id == request.user.pk or request.user.may(Permission.REPORT_WRITE)


def _section(request: SignedInRequest, pk: UUID) -> Section:
    one = selectors.section(request.user, pk)
    if one is None:
        raise Http404
    return one
