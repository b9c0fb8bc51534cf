"""Addresses of the directory of services."""

from django.urls import path

from kinfold.web.directory import views
from kinfold.web.directory.oruk.views import feed

app_name = "directory"

urlpatterns = [
    path("", views.services, name="services"),
    path("take-in", feed, name="feed"),
    path("enter", views.enter, name="enter"),
    path("<uuid:service_id>", views.service, name="service"),
    path("<uuid:service_id>/change", views.change, name="change"),
    path("<uuid:service_id>/checked", views.assure, name="assure"),
]
