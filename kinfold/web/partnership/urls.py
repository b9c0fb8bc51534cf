"""Addresses of the partnership's strategy."""

from django.urls import path

from kinfold.web.partnership import views

app_name = "partnership"

urlpatterns = [
    path("<slug:key>", views.priority, name="priority"),
    path("actions/<uuid:action_id>", views.action, name="action"),
]
