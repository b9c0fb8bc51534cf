"""Children of contacts whom nobody has matched yet, each with who they may be: asked for a page of them at once."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.selectors import Candidate, Described, likely_each

ON_A_PAGE = 20


@dataclass(frozen=True)
class Unmatched:
    child: ContactChild
    candidates: list[Candidate]


def unmatched(viewer: User, page: str | None) -> tuple[Page, list[Unmatched]]:
    """The longest waiting first. Who wait for a decision only: what is decided without a match stays so."""
    require(viewer, Permission.CONTACT_MATCH)
    rows = ContactChild.objects.visible_to(viewer).undecided()
    rows = rows.filter(person__isnull=True, contact__recorded_in_error_at__isnull=True)
    shown = Paginator(rows.select_related("contact__agency").order_by("contact__received_at", "pk"), ON_A_PAGE)
    found = shown.get_page(page)
    likely = likely_each(viewer=viewer, described=[describe(child) for child in found]) if found.object_list else {}
    return found, [Unmatched(child, likely.get(child.pk, [])) for child in found]


def describe(child: ContactChild) -> Described:
    name = f"{child.described_forename} {child.described_surname}".strip()
    return Described(child.pk, name, child.described_born_on, (child.nhs_number, child.upn),
                     child.described_postcode)  # fmt: skip
