"""Who may see a plan: the file must be open to them, and the plan not kept from them. One place for both."""

from uuid import UUID

from django.http import Http404

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.early_help.models import Plan
from kinfold.web.sharing.selectors import withheld_from


def visible_plan(viewer: User, plan_id: UUID) -> Plan:
    """The plan, or 404 both where there is none and where it is not the viewer's to see."""
    plan = (
        Plan.objects.visible_to(viewer)
        .filter(pk=plan_id)
        .select_related("episode__family", "agency", "submitted_by", "record")
        .first()
    )
    if plan is None or withheld_from(viewer, [plan.pk]):
        raise Http404
    return plan


def visible_plans(viewer: User, **which: object) -> list[Plan]:
    """Those of the plans asked for that the viewer may see, the newest first."""
    plans = list(Plan.objects.visible_to(viewer).filter(**which).select_related("agency").order_by("-created_at"))
    withheld = withheld_from(viewer, [plan.pk for plan in plans])
    return [plan for plan in plans if plan.pk not in withheld]


def require_plan(by: User, permission: Permission, plan: Plan) -> None:
    """For actions: the permission, the file, and that the plan is not kept from this person."""
    require(by, permission, on=plan)
    if withheld_from(by, [plan.pk]):
        raise NotVisible("There is nothing here that you may see.")
