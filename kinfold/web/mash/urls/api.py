"""Addresses that an agency's own system calls."""

from django.urls import path

from kinfold.web.mash.views import api

app_name = "api"

urlpatterns = [
    path("api/contacts", api.contacts, name="contacts"),
    path("api/contacts/<uuid:delivery_id>", api.delivery, name="delivery"),
]
