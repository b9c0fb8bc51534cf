"""Addresses of accounts."""

from django.urls import path

from kinfold.web.access import views

app_name = "access"

urlpatterns = [
    path("account", views.account, name="account"),
]
