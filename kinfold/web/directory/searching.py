"""The search form of services as pages show it: what was asked, what was found, and what can be chosen."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest

from kinfold.practice import code_lists
from kinfold.web.core import clock
from kinfold.web.core.forms.text import clean_line
from kinfold.web.directory import opening, selectors

ON_A_PAGE = 20
LONGEST = 100
NAMES = ("words", "need", "age", "place", "cost", "day", "shown")


def search(
    request: HttpRequest, now: datetime, *, keeps: bool = False, at_first: dict[str, str] | None = None
) -> dict[str, Any]:
    """For ``directory/_search.jinja``. ``at_first`` is asked until somebody asks something themselves."""
    asked = {name: clean_line(request.GET.get(name, ""))[:LONGEST] for name in NAMES}
    if at_first and not any(name in request.GET for name in NAMES):
        asked |= at_first
    age = int(asked["age"]) if asked["age"].isascii() and asked["age"].isdecimal() else None
    sought = selectors.Sought(
        words=asked["words"], need=asked["need"], age=age, place=asked["place"], cost=asked["cost"], day=asked["day"],
        shown=asked["shown"] if keeps else "",
    )  # fmt: skip
    found = selectors.services_found(sought, now)
    return {
        "rows": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")), "total": len(found), "now": now,
        "asked": asked, "query": urlencode({name: typed for name, typed in asked.items() if typed}),
        "age_wrong": bool(asked["age"]) and age is None, "keeps": keeps, "lines": opening.lines,
        "needs": _offered("family_need"), "costs": _offered("service_cost"), "days": opening.CODES,
    }  # fmt: skip


def _offered(code_list: str) -> list[tuple[str, str]]:
    return [(each.code, each.label) for each in code_lists.code_list(code_list, clock.today())]
