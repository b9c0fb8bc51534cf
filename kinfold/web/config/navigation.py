"""What stands in the bar at the top of each page, by what a person may do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission as P
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.today import saved

ITEMS: tuple[tuple[P, str, str], ...] = (
    (P.BOARD_WRITE, "Your boards", "insight:your_boards"),
    (P.REPORT_SIGN, "Your boards", "insight:your_boards"),
    (P.HOME, "Today", "today:today"),
    (P.CONTACT_BOARD, "MASH board", "mash:board"),
    (P.TRAY_OWN, "Work tray", "record:tray"),
    (P.CONTACT_READ_OWN, "Your contacts", "mash:own_contacts"),
    (P.EPISODE_READ, "Families", "early_help:families"),
    (P.HANDOVER_ANSWER, "Handovers", "early_help:handovers"),
    (P.DIRECTORY_READ, "Services", "directory:services"),
    (P.PERSON_SEARCH, "Search", "record:search"),
    (P.CHANGES_TAKE_IN, "Changes", "changes:files"),
    (P.FIGURES_READ, "Scorecard", "insight:scorecard"),
    (P.REPORT_READ, "Reports", "insight:reports"),
    (P.BOARD_READ, "Your boards", "insight:your_boards"),  # after their own work, for those who may sit on one besides
    (P.RETURN_READ, "Returns", "intake:returns"),
    (P.REPORT_READ, "Strategies", "partnership:strategies"),
    (P.EMERGENCY_REVIEW, "Emergency access", "record:emergencies"),
    (P.AUDIT_READ, "Who looked", "record:audit"),
    (P.ACCOUNTS_MANAGE, "Accounts", "access:accounts"),
    (P.SETTINGS_WRITE, "Settings", "local:settings"),
)


def items_for(user: User) -> list[tuple[str, str]]:
    """(words, address) of every place the person may go, the most used first."""
    found: dict[str, str] = {}
    for needed, text, name in ITEMS:
        if user.may(needed) and (address := _address(name)):
            found.setdefault(text, address)
    return list(found.items())


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:  # REMOVE when every slice has its routes
        return ""


def frame(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": [], "account": None}
    here = request.path
    return {
        "navigation": [{"text": text, "href": href, "active": here.startswith(href)} for text, href in items_for(user)],
        "account": {
            "name": user.name,
            "post": user.post,
            "href": reverse("access:account"),
            "sign_out_href": reverse("sign_out"),
        },
        "saved_views": lambda: saved.bar(request, user),
    }


@permission(P.HOME)
def home(request: SignedInRequest) -> HttpResponse:
    """Each person's own first page: the first place in their navigation."""
    places = items_for(request.user)
    return redirect(places[0][1] if places else "access:account")
