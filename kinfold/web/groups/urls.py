"""Addresses of groups, their sessions, and the volunteers of services."""

from django.urls import path

from kinfold.web.groups.views import groups, sessions, volunteers

app_name = "groups"

urlpatterns = [
    path("groups", groups.listed, name="groups"),
    path("groups/counts", groups.counts, name="counts"),
    path("<uuid:service_id>/group", groups.group, name="group"),
    path("<uuid:service_id>/group/record", sessions.record, name="record"),
    path("<uuid:service_id>/group/cancel", sessions.call_off, name="call_off"),
    path("<uuid:service_id>/group/add", sessions.add, name="add"),
    path("sessions/<uuid:session_id>", sessions.change, name="session"),
    path("sessions/<uuid:session_id>/cancel", sessions.cancel, name="cancel_session"),
    path("<uuid:service_id>/volunteers", volunteers.volunteers, name="volunteers"),
    path("<uuid:service_id>/volunteers/add", volunteers.add, name="add_volunteer"),
    path("volunteers/<uuid:volunteer_id>", volunteers.volunteer, name="volunteer"),
]
