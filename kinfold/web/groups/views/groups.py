"""The list of groups, one group with its register, and how many come."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.directory.models import Service
from kinfold.web.groups.selectors import counts as counting
from kinfold.web.groups.selectors.groups import active_volunteers, group_page, groups_listed
from kinfold.web.groups.selectors.people import group_of

SHOWN = 6


@permission(Permission.GROUP_READ)
def listed(request: SignedInRequest) -> HttpResponse:
    context = {
        "rows": groups_listed(request.user, clock.now()), "may_count": request.user.may(Permission.GROUP_COUNT),
    }  # fmt: skip
    return render(request, "groups/groups.jinja", context)


@permission(Permission.GROUP_READ)
def group(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    found = group_page(request.user, group_of(service_id), clock.now())
    seen = tuple(row.person.pk for row in found.register.rows)
    events.record("groups.read", by=request.user, about=found.service, people=seen)
    context = {
        "page": found, "service": found.service, "today": clock.today(), "shown": SHOWN,
        "every": "all" in request.GET, "may_count": request.user.may(Permission.GROUP_COUNT),
    }  # fmt: skip
    return render(request, "groups/group.jinja", context)


@permission(Permission.GROUP_COUNT)
def counts(request: SignedInRequest) -> HttpResponse:
    now, today = clock.now(), clock.today()
    quarters = counting.quarters_to(today)
    asked = request.GET.get("quarter", "")
    quarter = next((one for one in quarters if one.isoformat() == asked), quarters[0])
    services = list(Service.objects.filter(team__isnull=False).select_related("organisation").order_by("name"))
    counted = counting.counted(services, quarters[-1], date.max)
    context = {
        "services": [one for one in services if one.state != Service.State.CLOSED or (one.pk, quarter) in counted],
        "counted": counted, "nothing": counting.NOTHING, "quarters": quarters, "quarter": quarter,
        "name_of": counting.quarter_name, "volunteers": active_volunteers(services, now),
    }  # fmt: skip
    return render(request, "groups/counts.jinja", context)
