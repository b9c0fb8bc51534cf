"""Addresses for recording facts about a person."""

from django.urls import path

from kinfold.web.people import views

app_name = "people"

urlpatterns = [
    path("<uuid:person_id>/details", views.edit, name="edit"),
    path("<uuid:person_id>/address", views.address, name="address"),
    path("<uuid:person_id>/confidential", views.confidential, name="confidential"),
    path("<uuid:person_id>/number", views.number, name="number"),
    path("<uuid:person_id>/relationship", views.relationship, name="relationship"),
    path("<uuid:person_id>/school", views.school, name="school"),
    path("<uuid:person_id>/disability", views.disability, name="disability"),
]
