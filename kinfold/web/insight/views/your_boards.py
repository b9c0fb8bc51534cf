"""The first page of those who sit on a board or look after one: to be read in two minutes."""

from django.http import HttpResponse
from django.shortcuts import render

from kinfold.reports import period_in_full, period_words
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.insight.selectors import your_boards as selectors
from kinfold.web.partnership.views.strategies import TONES


@permission(Permission.BOARD_READ)
def show(request: SignedInRequest) -> HttpResponse:
    homes = selectors.homes(request.user, clock.now(), clock.today())
    context = {"homes": homes, "tones": TONES, "period_in_full": period_in_full, "period_words": period_words}
    return render(request, "insight/your_boards.jinja", context)
