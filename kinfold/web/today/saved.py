"""Saved views: on which pages, what of them is kept, saving one and throwing one away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from kinfold.web.access.models import User
from kinfold.web.core.forms.text import clean_line
from kinfold.web.core.rules import hold
from kinfold.web.today.models import SavedView

LONGEST = 60  # of a name, and of what is picked
MOST = 20  # for one person on one page

PAGES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "mash:board": ("MASH board", ("rating", "agency")),
    "directory:services": ("Services", ("need", "age", "cost", "day", "shown")),
    "insight:scorecard": ("Scorecard", ("by", "audience")),
}
"""A page's name among the addresses ▶ its words, and the controls that are kept: never any in which words are typed."""


@dataclass(frozen=True)
class SavedBar:
    """What a page says of the person's views of it. ``new`` is what is picked now and not saved yet."""

    page: str
    views: list[SavedView]
    chosen: dict[str, str]

    @property
    def current(self) -> SavedView | None:
        return next((one for one in self.views if one.chosen == self.chosen), None)

    @property
    def can_save(self) -> bool:
        return bool(self.chosen) and self.current is None


def tv1_page_is_known(page: str) -> bool:
    """This page’s views cannot be saved."""
    return page in PAGES


def tv2_something_is_chosen(chosen: Mapping[str, str]) -> bool:
    """Choose something on the page first, then save it."""
    return bool(chosen)


def tv3_has_a_name(name: str) -> bool:
    """Give the view a name of at most 60 letters."""
    return 0 < len(name) <= LONGEST


def tv4_are_not_too_many(views: int) -> bool:
    """You have twenty views of this page. Throw one away first."""
    return views < MOST


def bar(request: HttpRequest, user: User) -> SavedBar | None:
    """For the page that is asked for; None where it has nothing to save."""
    match = request.resolver_match
    page = match.view_name if match else ""
    if page not in PAGES:
        return None
    return SavedBar(page, list(SavedView.objects.of(user).filter(page=page)), picked(page, request.GET))


def picked(page: str, query: Mapping[str, str]) -> dict[str, str]:
    """What of a page's address is kept."""
    named = PAGES[page][1] if page in PAGES else ()
    found = {name: clean_line(query.get(name, ""))[:LONGEST] for name in named}
    return {name: said for name, said in found.items() if said}


@transaction.atomic
def save(*, page: str, name: str, query: Mapping[str, str], by: User) -> SavedView:
    """A name said again means what is picked now."""
    name, chosen = clean_line(name), picked(page, query)
    hold(tv1_page_is_known, page)
    hold(tv2_something_is_chosen, chosen)
    hold(tv3_has_a_name, name)
    User.objects.select_for_update(of=("self",)).get(pk=by.pk)
    mine = SavedView.objects.of(by).filter(page=page)
    held = mine.filter(name__iexact=name).first()
    if held is None:
        hold(tv4_are_not_too_many, mine.count())
        return SavedView.objects.create(user=by, page=page, name=name, chosen=chosen)
    held.chosen = chosen
    held.save(update_fields=["chosen"])
    return held


def throw_away(*, view_id: UUID, by: User, at: datetime) -> SavedView | None:
    """Somebody else's is not there."""
    held = SavedView.objects.of(by).filter(pk=view_id).first()
    if held is not None:
        held.thrown_away_at = at
        held.save(update_fields=["thrown_away_at"])
    return held
