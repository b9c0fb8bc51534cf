"""Recording facts about a person: each page asks one thing, calls one action and goes back to the person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.people import actions, forms
from kinfold.web.people.models import Family, FamilyMember, Person, Setting

FACTS = (
    "forename", "surname", "known_as", "unborn", "born_on", "expected_on", "sex", "ethnicity", "first_language",
    "interpreter_needed", "communication_needs", "send_status", "version",
)  # fmt: skip


@permission(Permission.PERSON_UPDATE)
def edit(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = _person(request.user, person_id)
    initial = {name: getattr(person, name) for name in FACTS}
    form = forms.PersonForm(request.POST or None, today=clock.today(), initial=initial)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.update_person(
                person=person, facts=form.facts(), version=int(version) if version else None, today=clock.today(),
                by=request.user,
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return _saved(request, person, "The details are saved")
    return _page(request, person, form, "Change details", "Save")


@permission(Permission.PERSON_UPDATE)
def address(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = _person(request.user, person_id)
    form = forms.AddressForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        lines = dict(form.cleaned_data)
        since = lines.pop("since")
        actions.record_address(person=person, lines=lines, on=since, by=request.user)
        return _saved(request, person, "The address is saved")
    return _page(request, person, form, "New address", "Save")


@permission(Permission.ADDRESS_PROTECT)
def confidential(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Everyone the address must be kept from loses sight of the school, the surgery and the siblings' addresses too."""
    person = _person(request.user, person_id)
    colleagues = {
        each.user_id: each.user
        for each in person.involvements.filter(ended_on__isnull=True, user__is_active=True).select_related("user")
    }
    choices = [(str(key), f"{user.name}, {user.post}") for key, user in colleagues.items() if user != request.user]
    form = forms.ConfidentialForm(request.POST or None, colleagues=choices)
    if request.method == "POST" and form.is_valid():
        seen_by = [colleagues[UUID(key)] for key in form.cleaned_data["seen_by"]]
        actions.make_confidential(
            person=person, seen_by=seen_by, reason=form.cleaned_data["reason"], by=request.user, at=clock.now()
        )
        return _saved(request, person, "The address is now confidential")
    return _page(request, person, form, "Keep the address secret", "Keep it secret")


@permission(Permission.PERSON_UPDATE)
def number(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = _person(request.user, person_id)
    form = forms.NumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.record_identifier(
            person=person, kind=form.cleaned_data["kind"], value=form.cleaned_data["value"],
            valid_from=clock.today(), by=request.user,
        )  # fmt: skip
        return _saved(request, person, "The number is saved")
    return _page(request, person, form, "Add a number", "Save")


@permission(Permission.PERSON_UPDATE)
def relationship(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = _person(request.user, person_id)
    families = FamilyMember.objects.visible_to(request.user).filter(person=person).values("family")
    others = FamilyMember.objects.visible_to(request.user).filter(family__in=families).exclude(person=person)
    relatives = list(Person.objects.visible_to(request.user).filter(pk__in=others.values("person")).current())
    form = forms.RelationshipForm(request.POST or None, family=relatives)
    if request.method == "POST" and form.is_valid():
        try:
            _relate(request.user, person, relatives, form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return _saved(request, person, "The relationship is saved")
    return _page(request, person, form, "Who is who to the child", "Save")


@permission(Permission.PERSON_UPDATE)
def school(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = _person(request.user, person_id)
    form = forms.SchoolForm(request.POST or None, today=clock.today(), settings=list(Setting.objects.all()))
    if request.method == "POST" and form.is_valid():
        setting = Setting.objects.get(pk=form.cleaned_data["setting"])
        actions.record_schooling(person=person, setting=setting, on=form.cleaned_data["since"], by=request.user)
        return _saved(request, person, f"{setting} is saved")
    return _page(request, person, form, "School, nursery, college or surgery", "Save")


@permission(Permission.PERSON_UPDATE)
def disability(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = _person(request.user, person_id)
    form = forms.DisabilityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.record_disabilities(person=person, codes=form.cleaned_data["codes"], by=request.user)
        return _saved(request, person, "Saved")
    return _page(request, person, form, "Disabilities", "Save")


def _relate(user: User, person: Person, relatives: list[Person], answers: dict[str, Any]) -> None:
    if answers["related"] == forms.NEW:
        family = Family.objects.visible_to(user).filter(members__person=person).first()
        facts = {"forename": answers["forename"], "surname": answers["surname"]}
        related = actions.create_relative(person=person, facts=facts, family=family, today=clock.today(), by=user)
    else:
        related = next(each for each in relatives if str(each.pk) == answers["related"])
    actions.record_relationship(
        person=person, related=related, kind=answers["kind"],
        parental_responsibility=answers["parental_responsibility"], started_on=None, by=user,
    )  # fmt: skip


def _person(user: User, person_id: UUID) -> Person:
    person = Person.objects.visible_to(user).filter(pk=person_id).first()
    if person is None:
        raise Http404
    return person


def _saved(request: SignedInRequest, person: Person, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("record:child", person_id=person.pk)


def _page(request: SignedInRequest, person: Person, form: Any, title: str, button: str) -> HttpResponse:
    context = {"person": person, "form": form, "heading_words": title, "button": button}
    return render(request, "people/question.jinja", context)
