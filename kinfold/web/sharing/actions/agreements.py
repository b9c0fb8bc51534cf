"""Recording who agreed to take part, and deciding with whom a plan is shared."""

from datetime import date

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, RecordBound, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.people.models import Person
from kinfold.web.sharing import rules
from kinfold.web.sharing.models import Agreement, ShareWith


@transaction.atomic
def record_agreement(
    *,
    about: RecordBound,
    person: Person,
    purpose: str,
    agreed: bool,
    given_how: str,
    given_on: date,
    by: User,
    note: str = "",
    today: date | None = None,
) -> Agreement:
    """The newest answer counts, so a change of mind is a further row; the same answer again is the one there is."""
    require(by, Permission.CONVERSATION_HOLD, on=about)
    hold(rules.sh1_known_purpose, purpose)
    hold(rules.sh2_known_way, given_how)
    hold(rules.sh3_given_by_today, given_on, today or clock.today())
    locked(about)
    said = {"agreed": agreed, "given_how": given_how, "given_on": given_on, "note": note.strip()}
    newest = (
        Agreement.objects.filter(about_id=about.pk, person=person, purpose=purpose)
        .order_by("-given_on", "-created_at")
        .first()
    )
    if newest is not None and all(getattr(newest, name) == value for name, value in said.items()):
        return newest
    agreement = Agreement.objects.create(
        about_kind=about._meta.label_lower,
        about_id=about.pk,
        record_id=about.record_id,
        person=person,
        purpose=purpose,
        recorded_by=by,
        **said,
    )
    events.record("sharing.agreement_recorded", by=by, about=agreement, people=(person.pk,))
    return agreement


@transaction.atomic
def decide_share(
    *,
    about: RecordBound,
    with_: Person | User | Agency,
    may_share: bool,
    by: User,
    reason: str = "",
    version: int | None = None,
) -> ShareWith:
    """One decision for each person, colleague or agency; deciding anew replaces it and its history keeps the old."""
    require(by, Permission.SHARING_DECIDE, on=about)
    hold(rules.sh4_not_kept_from_ones_own, with_, may_share, by)
    locked(about)
    holder = {_column(with_): with_}
    decision = ShareWith.objects.select_for_update().filter(about_id=about.pk, **holder).first()
    if decision is None:
        decision = ShareWith.objects.create(
            about_kind=about._meta.label_lower,
            about_id=about.pk,
            record_id=about.record_id,
            may_share=may_share,
            reason=reason.strip(),
            decided_by=by,
            **holder,
        )
    elif (decision.may_share, decision.reason) == (may_share, reason.strip()):
        return decision
    else:
        decision.may_share, decision.reason, decision.decided_by = may_share, reason.strip(), by
        save_version(decision, expected=version, fields=["may_share", "reason", "decided_by"])
    events.record("sharing.decided", by=by, about=decision, details={"may_share": may_share})
    return decision


def _column(with_: Person | User | Agency) -> str:
    return {Person: "person", User: "user", Agency: "agency"}[type(with_)]
