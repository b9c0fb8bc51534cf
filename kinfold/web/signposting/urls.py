"""Addresses of what families were told of and referred to."""

from django.urls import path

from kinfold.web.signposting import views

app_name = "signposting"

urlpatterns = [
    path("used", views.used, name="used"),
    path("<uuid:service_id>/families", views.families, name="families"),
    path("referrals/<uuid:signpost_id>", views.one, name="one"),
]
