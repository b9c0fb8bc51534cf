"""Addresses of a person's first page and of their saved views."""

from django.urls import path

from kinfold.web.today import views

app_name = "today"

urlpatterns = [
    path("today", views.today, name="today"),
    path("today/views", views.save_view, name="save_view"),
    path("today/views/<uuid:view_id>", views.throw_view_away, name="throw_view_away"),
]
