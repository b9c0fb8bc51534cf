"""Addresses of asking for emergency access; reviewing it is among the pages of who looked."""

from django.urls import path

from kinfold.web.emergency import views

app_name = "emergency"

urlpatterns = [
    path("", views.ask, name="ask"),
    path("<uuid:request_id>", views.one, name="one"),
    path("<uuid:request_id>/end", views.end, name="end"),
]
