"""Who may see a family's record: fewer people, or everybody who otherwise would."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from kinfold.web.access.actions import lift_restriction, restrict_record
from kinfold.web.access.models import Grant, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.people import family_forms
from kinfold.web.people.models import Family
from kinfold.web.people.views.shown import asked, family_seen, saved


@permission(Permission.RECORD_RESTRICT)
def restrict(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    family = family_seen(request.user, family_id)
    holders = _holders(request.user, family)
    choices = [(key, _words(holder)) for key, holder in holders.items()]
    form = family_forms.RestrictForm(request.POST or None, named=choices)
    if request.method == "POST" and form.is_valid():
        named = [holders[key] for key in form.cleaned_data.get("seen_by", [])]
        try:
            restrict_record(
                record=family.record, seen_by=[request.user, *named], reason=form.cleaned_data["reason"],
                by=request.user, at=clock.now(),
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, family, "Only the people you named see this family now")
    return asked(request, family, form, "Let fewer people see this family", "Restrict the record")


@permission(Permission.RECORD_RESTRICT)
def lift(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    family = family_seen(request.user, family_id)
    form = family_forms.WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            lift_restriction(record=family.record, reason=form.cleaned_data["reason"], by=request.user, at=clock.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return saved(request, family, "The hub and social care see this family again")
    words = "The hub and social care will see the family again. Anybody else will as far as they are involved."
    return asked(request, family, form, "Open this family’s record again", "Open it again", before=words)


def _holders(user: User, family: Family) -> dict[str, User | Team]:
    """Everyone who is let in today, and the asker's own teams; sealed-off strangers are not offered."""
    given = Grant.objects.filter(record=family.record_id, ended_at__isnull=True).select_related("user", "team__agency")
    found: dict[str, User | Team] = {str(team.pk): team for team in user.teams}
    for grant in given:
        holder = grant.user or grant.team
        if holder is not None and holder.pk != user.pk:
            found[str(holder.pk)] = holder
    return found


def _words(holder: User | Team) -> str:
    if isinstance(holder, Team):
        return f"Everyone in {holder.name}, {holder.agency}"
    return f"{holder.name}, {holder.post}" if holder.post else holder.name
