"""Addresses of the contact form and of the contacts a person has sent."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
