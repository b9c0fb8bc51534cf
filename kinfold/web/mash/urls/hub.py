"""Addresses of the board and of a contact as the hub sees it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
