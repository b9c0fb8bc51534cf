"""Addresses of whoever is asked what their agency knows."""

from django.urls import path

from kinfold.web.sharing.views import asked, by_link

app_name = "sharing"

urlpatterns = [
    path("<uuid:asked_id>", asked.asked, name="asked"),
    path("reply/<str:token>", by_link.by_link, name="by_link"),
]
