"""Addresses of the partnership's settings."""

from django.urls import path

from kinfold.web.local import views

app_name = "local"

urlpatterns = [
    path("", views.settings, name="settings"),
    path("<slug:key>", views.setting, name="setting"),
]
