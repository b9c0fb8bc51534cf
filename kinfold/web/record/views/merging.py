"""Two records of one person: comparing, joining, a second person's look, and parting them again; and who never is."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.local import selectors as local
from kinfold.web.people import actions as people
from kinfold.web.people.models import KeptApart, Merge
from kinfold.web.people.selectors import comparison, kept_apart, search
from kinfold.web.people.views.shown import person_seen, saved
from kinfold.web.record import actions
from kinfold.web.record.forms import KeepApartForm, MergeForm, PlaceForm, WhyForm
from kinfold.web.record.selectors import merging


@permission(Permission.PERSON_CREATE)
def same_person(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Who might be the same person, each to compare; never anybody who must not be taken for them."""
    person = person_seen(request.user, person_id)
    found = search(viewer=request.user, name=person.name, born_on=person.born_on)
    apart = kept_apart(person.pk, [candidate.person.pk for candidate in found])
    others = [each for each in found if each.person.pk not in {person.pk, *apart}]
    context = {"person": person, "others": others, "apart": merging.kept_apart_from(request.user, person)}
    return render(request, "record/same_person.jinja", context)


@permission(Permission.PERSON_CREATE)
def compare(request: SignedInRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Both side by side; sending the page says that they are one person, and which record is used from now on."""
    person, other = person_seen(request.user, person_id), person_seen(request.user, other_id)
    form = MergeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            merge = actions.ask_to_merge(
                duplicate=person, into=other, reason=form.cleaned_data["reason"], by=request.user, at=clock.now()
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            if merge.waits:
                messages.success(request, "Your colleagues are asked: somebody else must look at both records too.")
                return redirect("record:merge", merge.pk)
            return saved(request, other, "The two records are one person now. You can part them again from this page.")
    if request.method != "POST":
        events.record("person.compared", about=other, by=request.user, people=(person.pk, other.pk))
    context = {"person": person, "other": other, "form": form, **_both(request.user, person.pk, other.pk),
               "needs_second": local.value("second_person_for_merge")}  # fmt: skip
    return render(request, "record/compare.jinja", context)


@permission(Permission.PERSON_CREATE)
def merge(request: SignedInRequest, merge_id: UUID) -> HttpResponse:
    """What was asked, by whom and why; the second person agrees or declines, and whoever asked may take it back."""
    one = _seen(request.user, merge_id)
    form = WhyForm(request.POST if "decline" in request.POST else None)
    if request.method == "POST":
        agrees = "agree" in request.POST
        try:
            if agrees:
                actions.agree_to_merge(merge=one, by=request.user, at=clock.now())
            elif form.is_valid():
                reason = form.cleaned_data["reason"]
                actions.decline_merge(merge=one, reason=reason, by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused) if form.is_bound else messages.error(request, " ".join(refused.messages))
        if not form.errors:
            return redirect("record:merge", one.pk)
    events.record("person.compared", about=one, by=request.user, people=(one.duplicate_id, one.into_id))
    context = {"merge": one, "form": form, "own": one.asked_by_id == request.user.pk,
               **_both(request.user, one.duplicate_id, one.into_id)}  # fmt: skip
    return render(request, "record/merge.jinja", context)


@permission(Permission.PERSON_CREATE)
def part(request: SignedInRequest, merge_id: UUID) -> HttpResponse:
    """They are two people after all; what was added since is listed, each to leave or to place. Afterwards the same
    page places what nobody was sure of then."""
    one = _seen(request.user, merge_id)
    if one.merged_at is None:
        raise Http404
    added = merging.added_since(request.user, one)
    names = (one.into.name, one.duplicate.name)
    if names[0] == names[1]:
        names = (f"{names[0]} (the record in use)", f"{names[1]} (the other record)")
    form = PlaceForm(request.POST or None, added=added, names=names, asks_why=one.holds)
    if request.method == "POST" and form.is_valid():
        try:
            if one.holds:
                actions.undo_merge(
                    merge=one, reason=form.cleaned_data["reason"], belongs_to_the_other=form.belongs_to_the_other,
                    by=request.user, at=clock.now(),
                )  # fmt: skip
            else:
                actions.place(merge=one, rows=form.belongs_to_the_other, by=request.user)
        except ValidationError as refused:
            form.add_error(None, " ".join(refused.messages))
        else:
            return saved(request, one.duplicate, "These are two people. What you placed is with the person you chose.")
    context = {"merge": one, "form": form, "added": added, "names": names,
               "stays": merging.helped_since(request.user, one)}  # fmt: skip
    return render(request, "record/part.jinja", context)


@permission(Permission.PERSON_CREATE)
def keep_apart(request: SignedInRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    person, other = person_seen(request.user, person_id), person_seen(request.user, other_id)
    named = {str(user.pk): user for user in _colleagues(request.user)}
    form = KeepApartForm(
        request.POST or None, named=[(key, f"{user.name}, {user.post}") for key, user in named.items()]
    )
    if request.method == "POST" and form.is_valid():
        try:
            people.keep_apart(
                one=person, other=other, reason=form.cleaned_data["reason"], by=request.user, at=clock.now(),
                seen_by=[named[key] for key in form.cleaned_data.get("seen_by", [])],
            )  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "Nothing will offer one for the other from now on, and nobody can join them.")
            return redirect("record:same_person", person.pk)
    context = {"person": person, "other": other, "form": form}
    return render(request, "record/keep_apart.jinja", context)


@permission(Permission.PERSON_CREATE)
def end_keeping_apart(request: SignedInRequest, apart_id: UUID) -> HttpResponse:
    pairs = KeptApart.objects.visible_to(request.user).filter(pk=apart_id, ended_at__isnull=True)
    apart = pairs.select_related("one", "other", "recorded_by").first()
    if apart is None:
        raise Http404
    person = person_seen(request.user, apart.one_id)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        people.end_keeping_apart(apart=apart, reason=form.cleaned_data["reason"], by=request.user, at=clock.now())
        return saved(request, person, "The two may be compared and joined again.")
    context = {"apart": apart, "form": form, "back": reverse("record:same_person", args=[person.pk])}
    return render(request, "record/end_keeping_apart.jinja", context)


def _seen(user: User, merge_id: UUID) -> Merge:
    """Only for whoever may see both."""
    rows = Merge.objects.visible_to(user).filter(pk=merge_id)
    one = rows.select_related("duplicate__record", "into__record", "asked_by", "agreed_by", "ended_by").first()
    if one is None:
        raise Http404
    person_seen(user, one.duplicate_id)
    person_seen(user, one.into_id)
    return one


def _both(user: User, person_id: UUID, other_id: UUID) -> dict[str, object]:
    person, other = person_seen(user, person_id), person_seen(user, other_id)
    return {
        "fields": comparison(user, person, other, clock.today()),
        "on_each": [(person, merging.hanging_on(user, person)), (other, merging.hanging_on(user, other))],
    }


def _colleagues(user: User) -> list[User]:
    own = User.objects.filter(memberships__team__in=user.teams, memberships__ended_on__isnull=True, is_active=True)
    return list(own.exclude(pk=user.pk).distinct().order_by("name"))
