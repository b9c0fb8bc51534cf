"""Addresses for whoever has no account."""

from django.urls import path

from kinfold.web.mash.views import public

app_name = "public"

urlpatterns = [
    path("worried", public.start, name="start"),
    path("worried/about-a-child", public.about_a_child, name="about_a_child"),
    path("worried/about-me", public.about_me, name="about_me"),
]
