"""Recording facts about a person: each page asks one thing, calls one action and goes back to the person."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpResponse

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock, errors
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.people import actions, family_forms, forms
from kinfold.web.people.duplicates import checked
from kinfold.web.people.models import Disability, Family, FamilyMember, Person, Relationship
from kinfold.web.people.selectors import Candidate
from kinfold.web.people.views.shown import address_of, asked, person_seen, saved

WHO_IS_WHO = "Who is who to the child"
FACTS = (
    "forename", "surname", "known_as", "unborn", "born_on", "expected_on", "sex", "ethnicity", "first_language",
    "interpreter_needed", "communication_needs", "send_status", "version",
)  # fmt: skip


@permission(Permission.PERSON_UPDATE)
def edit(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    initial = {name: getattr(person, name) for name in FACTS}
    form = forms.PersonForm(request.POST or None, today=clock.today(), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.update_person(
                person=person, facts=form.facts(), version=read_version(form.cleaned_data["version"]),
                today=clock.today(), by=request.user,
            )  # fmt: skip
        except StaleVersion as stale:
            return _both_versions(request, person, form, stale)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, person, "The details are saved")
    return asked(request, person, form, "Change details")


@permission(Permission.PERSON_UPDATE)
def number(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = forms.NumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.record_identifier(
            person=person, kind=form.cleaned_data["kind"], value=form.cleaned_data["value"],
            valid_from=clock.today(), by=request.user,
        )  # fmt: skip
        return saved(request, person, "The number is saved")
    return asked(request, person, form, "Add a number")


@permission(Permission.PERSON_UPDATE)
def other_name(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = family_forms.OtherNameForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_other_name(person=person, today=clock.today(), by=request.user, **form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, person, "The name is saved. Search finds them by it now.")
    return asked(request, person, form, "Another name")


@permission(Permission.PERSON_UPDATE)
def relationship(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    families = FamilyMember.objects.visible_to(request.user).filter(person=person).values("family")
    others = FamilyMember.objects.visible_to(request.user).filter(family__in=families).exclude(person=person)
    relatives = list(Person.objects.visible_to(request.user).filter(pk__in=others.values("person")).current())
    relatives += _picked(request, person, relatives)

    def build(alike: list[Candidate], **more: Any) -> forms.RelationshipForm:
        further = [each.person for each in alike if each.person not in relatives and each.person != person]
        return forms.RelationshipForm(request.POST or None, family=[*relatives, *further], **more)

    if request.method != "POST":
        return asked(request, person, build([]), WHO_IS_WHO)
    check = checked(request.user, build, lambda form: form.somebody_new())
    if check.may_go_on:
        try:
            _relate(request.user, person, relatives, check.form.cleaned_data, check.not_known)
        except ValidationError as problem:
            check.form.add_error(None, problem)
        else:
            return saved(request, person, "The relationship is saved")
    return asked(request, person, check.form, WHO_IS_WHO, alike=check.alike)


def _picked(request: SignedInRequest, person: Person, relatives: list[Person]) -> list[Person]:
    """Somebody on file outside the family, whom the page offered because they are like whoever was described."""
    try:
        key = UUID(request.POST.get("related", ""))
    except ValueError:
        return []
    return list(
        Person.objects.visible_to(request.user)
        .filter(pk=key)
        .exclude(pk__in=[person.pk, *(row.pk for row in relatives)])
    )


@permission(Permission.PERSON_UPDATE)
def end_relationship(request: SignedInRequest, person_id: UUID, relationship_id: UUID) -> HttpResponse:
    """Parted, or recorded by mistake: it is no longer shown, and history keeps it."""
    person = person_seen(request.user, person_id)
    rows = Relationship.objects.visible_to(request.user).filter(ended_on__isnull=True, pk=relationship_id)
    row = rows.filter(Q(person=person) | Q(related=person)).select_related("person", "related").first()
    if row is None:
        raise Http404
    form = family_forms.EndForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["why"] == family_forms.MISTAKE:
                actions.withdraw_relationship(relationship=row, on=clock.today(), by=request.user)
            else:
                actions.end_relationship(relationship=row, on=form.cleaned_data["on"], by=request.user)
        except ValidationError as problem:
            form.add_error(None, " ".join(problem.messages))
        else:
            return saved(request, person, "It is no longer shown")
    kind = code_lists.labels("relationship_kind").get(row.kind, row.kind).lower()
    before = f"Recorded about {row.person.name}: {row.related.name}, {kind}."
    return asked(request, person, form, "This relationship has ended or is wrong", "Save", before=before)


@permission(Permission.PERSON_UPDATE)
def disability(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    now_recorded = Disability.objects.visible_to(request.user).current().filter(person=person)
    form = forms.DisabilityForm(request.POST or None, initial={"codes": [row.code for row in now_recorded]})
    if request.method == "POST" and form.is_valid():
        codes = form.cleaned_data["codes"]
        actions.record_disabilities(person=person, codes=codes, on=clock.today(), by=request.user)
        return saved(request, person, "Saved")
    return asked(request, person, form, "Disabilities")


def _relate(user: User, person: Person, relatives: list[Person], answers: dict[str, Any], not_known: str) -> None:
    if answers["related"] == forms.NEW:
        family = Family.objects.visible_to(user).filter(members__person=person).first()
        facts = {"forename": answers["forename"], "surname": answers["surname"]}
        related = actions.create_relative(person=person, facts=facts, family=family, today=clock.today(),
                                          by=user, not_known=not_known)  # fmt: skip
    else:
        related = next(each for each in relatives if str(each.pk) == answers["related"])
    actions.record_relationship(
        person=person, related=related, kind=answers["kind"],
        parental_responsibility=answers["parental_responsibility"], started_on=None, by=user,
    )  # fmt: skip


def _both_versions(request: SignedInRequest, person: Person, form: Any, stale: StaleVersion) -> HttpResponse:
    """What I wrote beside what somebody saved meanwhile, for me to choose."""
    fields = [
        {"label": form.fields[name].label, "mine": form.shown(name, getattr(stale.mine, name)),
         "theirs": form.shown(name, getattr(stale.current, name))}
        for name in FACTS
        if name != "version" and getattr(stale.mine, name) != getattr(stale.current, name)
    ]  # fmt: skip
    return errors.stale_version(
        request, fields=fields, current_version=stale.current.version, keep_href=address_of(person)
    )
