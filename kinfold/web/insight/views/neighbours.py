"""The lists of statistical neighbours, and the page on which a file of them is loaded."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.indicators.comparison.neighbour_file import COLUMNS
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.insight.actions import neighbours as actions
from kinfold.web.insight.ruling_forms import NeighboursForm
from kinfold.web.insight.selectors import neighbours as selectors


@permission(Permission.FIGURES_READ)
def neighbours(request: SignedInRequest) -> HttpResponse:
    context = {
        "lists": selectors.lists(request.user)[::-1],
        "file": selectors.file(request.user),
        "may_load": request.user.may(Permission.FIGURES_DECIDE),
    }
    return render(request, "insight/neighbours.jinja", context)


@permission(Permission.FIGURES_DECIDE)
def load(request: SignedInRequest) -> HttpResponse:
    form = NeighboursForm(request.POST, request.FILES) if request.method == "POST" else NeighboursForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.load(name=file.name, content=file.read(), by=request.user, now=clock.now())
        except ValidationError as problem:
            form.add_error("file", problem)
        else:
            messages.success(request, f"{file.name}: loaded")
            return redirect("insight:neighbours")
    return render(request, "insight/load_neighbours.jinja", {"form": form, "columns": COLUMNS})
