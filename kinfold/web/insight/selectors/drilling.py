"""The rows behind a figure: exactly those that were counted, named only to those who may see each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.urls import NoReverseMatch, reverse

from kinfold.indicators.catalogue import indicator as named
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.numerators import keys_behind
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.early_help.models import Conversation, Plan, PlanChild
from kinfold.web.insight import folders
from kinfold.web.insight.models import Release
from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import kept_secret
from kinfold.web.sharing.selectors import withheld_from

ON_A_PAGE = 500


@dataclass(frozen=True)
class Row:
    """One thing counted. ``words`` and ``href`` are empty where the list is of keys alone."""

    key: str
    words: str = ""
    href: str = ""


@dataclass(frozen=True)
class Behind:
    """All pages and ``others`` together are the numerator; ``rows`` are those of one page."""

    indicator: Indicator
    rows: tuple[Row, ...]
    page: Page[Any]
    others: int
    people: tuple[UUID, ...] = ()
    keys_only: bool = False

    @property
    def total(self) -> int:
        return self.page.paginator.count + self.others


def can_list(viewer: User, indicator: Indicator) -> bool:
    """Keys can always be listed; names only of what is kept here in a form that says who may see each row."""
    return not viewer.may(Permission.PERSON_READ) or _counted_as(indicator) in _SHOWN


class RowsForgotten(LookupError):
    """The rows of this release are no longer kept."""


def behind(
    viewer: User, release: Release, key: str, period: str, by: str = "", group: str = "", *, page: str = "1"
) -> Behind:
    """An analyst gets every key and no name; who works with children gets those that are theirs to see, by name.

    Pages go by key, the order in which things were recorded; within a page, rows go by name.
    """
    require(viewer, Permission.FIGURES_DRILL)
    one = named(key)
    try:
        found = keys_behind(folders.numerators(release.pk), key, period, by, group)
    except FileNotFoundError as gone:
        raise RowsForgotten from gone
    if not viewer.may(Permission.PERSON_READ):  # an organisation's key is its name
        every = Paginator([row for row, _ in found], ON_A_PAGE).get_page(page)
        return Behind(one, tuple(map(Row, every)), every, 0, keys_only=True)
    keys = [UUID(row) for row, _ in found]
    model, say = _SHOWN[_counted_as(one)]
    theirs = set(model.objects.visible_to(viewer).filter(pk__in=keys).values_list("pk", flat=True))
    if model is Plan:
        theirs -= withheld_from(viewer, theirs)  # counted as others: nobody may read off that there is such a plan
    if by == "ward":  # nobody reads off a list where somebody lives whose address is secret
        theirs -= _with_a_secret_address(say(viewer, list(theirs)))
    listed = Paginator([pk for pk in keys if pk in theirs], ON_A_PAGE).get_page(page)
    shown = say(viewer, list(listed))
    named_rows = sorted(((pk, *said) for pk, said in shown.items()), key=lambda row: row[1].lower())
    rows = tuple(Row(str(pk), words, href) for pk, words, href, _ in named_rows)
    people = tuple({person for *_, several in named_rows for person in several})
    return Behind(one, rows, listed, len(keys) - len(theirs), people)


# By the key: words, an address where there is a page, and the people named.
Shown = dict[UUID, tuple[str, str, tuple[UUID, ...]]]


def _with_a_secret_address(shown: Shown) -> set[UUID]:
    about = {pk: set(people) for pk, (_, _, people) in shown.items()}
    told = ContactChild.objects.filter(contact__in=about, person__isnull=False).values_list("contact", "person")
    for contact, person in told:
        about[contact].add(person)
    secret = kept_secret({person for people in about.values() for person in people})
    return {pk for pk, people in about.items() if people & secret}


def _children(viewer: User, keys: list[UUID]) -> Shown:
    people = Person.objects.visible_to(viewer).filter(pk__in=keys)
    return {one.pk: (one.name, _address("record:child", one.pk), (one.pk,)) for one in people}


def _contacts(viewer: User, keys: list[UUID]) -> Shown:
    rows = ContactChild.objects.visible_to(viewer).filter(pk__in=keys).select_related("contact", "person")
    shown: Shown = {}
    for row in rows:
        about = row.person.name if row.person else "a child not yet matched"
        people = (row.person.pk,) if row.person else ()
        shown[row.pk] = (f"{row.contact.reference}, {about}", _address("mash:contact", row.contact_id), people)
    return shown


def _contact_events(viewer: User, keys: list[UUID]) -> Shown:
    contacts = Contact.objects.visible_to(viewer).filter(pk__in=keys)
    return {one.pk: (one.reference, _address("mash:contact", one.pk), ()) for one in contacts}


def _plans(viewer: User, keys: list[UUID]) -> Shown:
    children: dict[UUID, list[Person]] = {}
    for row in PlanChild.objects.visible_to(viewer).filter(plan__in=keys).select_related("person"):
        children.setdefault(row.plan_id, []).append(row.person)
    shown: Shown = {}
    for plan in Plan.objects.visible_to(viewer).filter(pk__in=keys):
        own = children.get(plan.pk, [])
        words = f"Plan for {', '.join(child.name for child in own)}" if own else "Family Support Plan"
        shown[plan.pk] = (words, _address("early_help:plan", plan.pk), tuple(child.pk for child in own))
    return shown


def _conversations(viewer: User, keys: list[UUID]) -> Shown:
    rows = Conversation.objects.visible_to(viewer).filter(pk__in=keys).select_related("person")
    shown: Shown = {}
    for row in rows:
        about = f"Conversation with {row.person.name}" if row.person else "Family Support Conversation"
        people = (row.person.pk,) if row.person else ()
        shown[row.pk] = (about, _address("early_help:conversation", row.pk), people)
    return shown


_SHOWN: dict[str, tuple[Any, Callable[[User, list[UUID]], Shown]]] = {
    "person_id": (Person, _children),
    "event_id": (Contact, _contact_events),
    "contacts": (ContactChild, _contacts),
    "family_support_plans": (Plan, _plans),
    "conversations": (Conversation, _conversations),
}
"""By the column that is counted distinctly, else by the table whose rows are."""


def _counted_as(indicator: Indicator) -> str:
    return indicator.unit_column if indicator.unit_column in _SHOWN else indicator.of


def _address(name: str, pk: UUID) -> str:
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
