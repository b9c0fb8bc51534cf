"""Addresses for recording facts about people and families."""

from django.urls import path

from kinfold.web.people.views import families, mistakes, persons, places, restricting

app_name = "people"

urlpatterns = [
    path("<uuid:person_id>/details", persons.edit, name="edit"),
    path("<uuid:person_id>/number", persons.number, name="number"),
    path("<uuid:person_id>/other-name", persons.other_name, name="other_name"),
    path("<uuid:person_id>/relationship", persons.relationship, name="relationship"),
    path(
        "<uuid:person_id>/relationship/<uuid:relationship_id>/ended", persons.end_relationship, name="end_relationship"
    ),
    path("<uuid:person_id>/disability", persons.disability, name="disability"),
    path("<uuid:person_id>/address", places.address, name="address"),
    path("<uuid:person_id>/school", places.school, name="school"),
    path("<uuid:person_id>/confidential", places.confidential, name="confidential"),
    path("<uuid:person_id>/not-confidential", places.end_confidentiality, name="end_confidentiality"),
    path("<uuid:person_id>/in-error", mistakes.in_error, name="in_error"),
    path("<uuid:person_id>/not-in-error", mistakes.undo_error, name="undo_error"),
    path("families/<uuid:family_id>/add", families.add, name="add_to_family"),
    path("families/<uuid:family_id>/add-known", families.add_known, name="add_known"),
    path("families/<uuid:family_id>/name", families.rename, name="rename_family"),
    path("families/<uuid:family_id>/leaves/<uuid:person_id>", families.leave, name="leave_family"),
    path("families/<uuid:family_id>/restrict", restricting.restrict, name="restrict"),
    path("families/<uuid:family_id>/open-again", restricting.lift, name="lift_restriction"),
]
