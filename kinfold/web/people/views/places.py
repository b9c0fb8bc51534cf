"""Where a person lives and learns, and keeping that secret."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.people import actions, family_forms, forms
from kinfold.web.people.models import Person, Setting
from kinfold.web.people.views.shown import asked, person_seen, saved


@permission(Permission.PERSON_UPDATE)
def address(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = forms.AddressForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        lines = dict(form.cleaned_data)
        since = lines.pop("since")
        try:
            actions.record_address(person=person, lines=lines, on=since, by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, person, "The address is saved")
    return asked(request, person, form, "New address")


@permission(Permission.PERSON_UPDATE)
def school(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = forms.SchoolForm(request.POST or None, today=clock.today(), settings=list(Setting.objects.all()))
    if request.method == "POST" and form.is_valid():
        setting = Setting.objects.get(pk=form.cleaned_data["setting"])
        try:
            actions.record_schooling(person=person, setting=setting, on=form.cleaned_data["since"], by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, person, f"{setting} is saved")
    return asked(request, person, form, "School, nursery, college or surgery")


@permission(Permission.ADDRESS_PROTECT)
def confidential(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Everyone the address must be kept from loses sight of the school, the surgery and the siblings' addresses too."""
    person = person_seen(request.user, person_id)
    colleagues = _colleagues(person)
    choices = [(str(key), f"{user.name}, {user.post}") for key, user in colleagues.items() if user != request.user]
    form = forms.ConfidentialForm(request.POST or None, colleagues=choices)
    if request.method == "POST" and form.is_valid():
        seen_by = [colleagues[UUID(key)] for key in form.cleaned_data.get("seen_by", [])]
        try:
            actions.make_confidential(
                person=person, seen_by=seen_by, reason=form.cleaned_data["reason"], by=request.user, at=clock.now()
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, person, "The address is now confidential")
    return asked(request, person, form, "Keep the address secret", "Keep it secret")


@permission(Permission.ADDRESS_PROTECT)
def end_confidentiality(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = family_forms.WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_confidentiality(person=person, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, person, "The address is no longer secret")
    words = "Everyone who may see this family will see again where they live, learn and are registered."
    return asked(request, person, form, "The address need not be secret any more", "Show it again", before=words)


def _colleagues(person: Person) -> dict[UUID, User]:
    """Those who are involved and can sign in."""
    rows = person.involvements.filter(ended_on__isnull=True, user__is_active=True, user__email__isnull=False)
    users = (row.user for row in rows.select_related("user").order_by("user__name"))
    return {user.pk: user for user in users if user is not None}
