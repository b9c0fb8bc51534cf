"""The pages in the foot of every page: help, privacy, accessibility. Anyone may read them, signed in or not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.jinja")


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.jinja")


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.jinja")


for page in (help_page, privacy, accessibility):
    page.permission = "public"  # type: ignore[attr-defined]  # core stands below access, which has the decorator
