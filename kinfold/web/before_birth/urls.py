"""Addresses of births that are prepared for."""

from django.urls import path

from kinfold.web.before_birth import views

app_name = "before_birth"

urlpatterns = [
    path("", views.expected, name="expected"),
    path("children/<uuid:person_id>", views.birth, name="birth"),
    path("children/<uuid:person_id>/begin", views.begin, name="begin"),
    path("<uuid:birth_id>", views.birth_due, name="birth_due"),
]
