"""Addresses of the feed that anybody may read."""

from django.urls import path

from kinfold.web.directory.oruk import views

app_name = "oruk"

urlpatterns = [
    path("", views.about, name="about"),
    path("services", views.services, name="services"),
    path("services/<uuid:service_id>", views.service, name="service"),
]
