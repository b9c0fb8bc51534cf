"""The family's own pages: somebody new, its name, and who no longer belongs."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock, errors
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.people import actions, family_forms
from kinfold.web.people.duplicates import checked
from kinfold.web.people.models import Family, FamilyMember, Person
from kinfold.web.people.selectors import Candidate
from kinfold.web.people.views.shown import address_of, asked, family_seen, person_seen, saved

ADD = "Add somebody to the family"


@permission(Permission.PERSON_UPDATE)
def add(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    family = family_seen(request.user, family_id)

    def build(_: list[Candidate], **more: Any) -> family_forms.AddPersonForm:
        initial = {"surname": family.name}
        return family_forms.AddPersonForm(request.POST or None, today=clock.today(), initial=initial, **more)

    if request.method != "POST":
        return asked(request, family, build([]), ADD, "Add them")
    check = checked(request.user, build, lambda form: None if _already(form, family) else form.facts())
    if check.may_go_on:
        try:
            person = actions.add_to_family(
                family=family, facts=check.form.facts(), key=check.form.cleaned_data["key"], today=clock.today(),
                by=request.user, not_known=check.not_known,
            )  # fmt: skip
        except ValidationError as problem:
            check.form.add_error(None, problem)
        else:
            return saved(request, person, f"{person.name} is added. Now say who is who to them.")
    offer = reverse("people:add_known", args=[family.pk])
    return asked(request, family, check.form, ADD, "Add them", alike=check.alike, offer=offer)


def _already(form: family_forms.AddPersonForm, family: Family) -> bool:
    """The same page sent twice: whom it added is not asked about again."""
    return Person.objects.filter(pk=form.cleaned_data["key"], family_memberships__family=family).exists()


@permission(Permission.PERSON_UPDATE)
@require_POST
def add_known(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    """Somebody on file joins the family's file; who they are is not written down a second time."""
    family = family_seen(request.user, family_id)
    try:
        person = person_seen(request.user, UUID(request.POST.get("person", "")))
    except ValueError:
        raise Http404 from None
    actions.add_member(family=family, person=person, on=clock.today(), by=request.user)
    return saved(request, person, f"{person.name} is in the family’s file. Now say who is who to them.")


@permission(Permission.PERSON_UPDATE)
def rename(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    family = family_seen(request.user, family_id)
    form = family_forms.FamilyNameForm(request.POST or None, initial={"name": family.name, "version": family.version})
    if request.method == "POST" and form.is_valid():
        try:
            version = read_version(form.cleaned_data["version"])
            actions.rename_family(family=family, name=form.cleaned_data["name"], version=version, by=request.user)
        except StaleVersion as stale:
            mine, theirs = stale.both(Family)
            return errors.stale_version(
                request, current_version=theirs.version, keep_href=address_of(family),
                fields=[{"label": "Family’s name", "mine": mine.name, "theirs": theirs.name}],
            )  # fmt: skip
        return saved(request, family, "The name is saved")
    return asked(request, family, form, "The family’s name")


@permission(Permission.PERSON_UPDATE)
def leave(request: SignedInRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    family = family_seen(request.user, family_id)
    members = FamilyMember.objects.visible_to(request.user).filter(family=family, person=person_id)
    member = members.select_related("person").first()
    if member is None:
        raise Http404
    form = family_forms.LeaveForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave_family(member=member, on=form.cleaned_data["on"], by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, family, f"{member.person.name} is no longer in the family’s file")
    return asked(request, family, form, f"{member.person.name} leaves the family")
