"""Whose copy of a plan may be made, and what stands on it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kinfold.practice.plan_headings import Headings, headings_in
from kinfold.web.access.models import User
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.selectors.people import family_people
from kinfold.web.early_help.selectors.plans import PlanPage, plan_page
from kinfold.web.early_help.selectors.warnings import parents_do_not_know
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import HiddenPlaces, hidden_places
from kinfold.web.sharing.models import ShareWith


@dataclass(frozen=True)
class Copies:
    may: list[Person]
    must_not: list[Person]
    undecided: list[Person]
    held_back: bool  # the parents do not know of a contact, so nothing goes to the family

    def also_in(self, person: Person) -> Headings | None:
        """The headings that stand in the person's own language too."""
        return headings_in(person.first_language)


def copies_of(viewer: User, plan: Plan, today: date) -> Copies:
    family = family_people(viewer, plan.episode.family, today)
    decided = dict(
        ShareWith.objects.visible_to(viewer)
        .filter(about_id=plan.pk, person__isnull=False)
        .values_list("person", "may_share")
    )
    everyone = [*family.adults, *family.children]
    return Copies(
        may=[person for person in everyone if decided.get(person.pk) is True],
        must_not=[person for person in everyone if decided.get(person.pk) is False],
        undecided=[person for person in everyone if person.pk not in decided],
        held_back=parents_do_not_know(viewer, [child.pk for child in family.children]),
    )


@dataclass(frozen=True)
class Paper:
    """A copy says for whom it is and who else has it, never from whom it is kept: it may be seen by others."""

    whose: Person
    page: PlanPage
    also: Headings | None  # in the person’s own language, under the English ones
    places: HiddenPlaces  # schools and surgeries that must not stand on it, because they would lead to somebody


def paper_for(viewer: User, plan: Plan, person_id: UUID, today: date) -> Paper | None:
    copies = copies_of(viewer, plan, today)
    person = next((one for one in copies.may if one.pk == person_id), None)
    if person is None or copies.held_back:
        return None
    page = plan_page(viewer=viewer, plan_id=plan.pk, today=today, on_paper=True)
    places = hidden_places(None, [head.person for head in page.heads])
    shared = [row for row in page.shared if not places.hides(row.agency)]
    return Paper(person, replace(page, shared=shared), headings_in(person.first_language), places)
