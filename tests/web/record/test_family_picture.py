"""Who is who in a family, as a picture and in words: what was recorded, and only what the viewer may see."""

from __future__ import annotations

from datetime import date

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people import actions
from kinfold.web.people.models import Family, Person, Relationship
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_MANAGER)


@pytest.fixture
def family() -> Family:
    made = factories.family(2)
    for child in made.children:
        tie(child, "mother", made.parent)
    return made


def tie(person: Person, kind: str, related: Person, **fields) -> Relationship:
    return Relationship.objects.create(person=person, kind=kind, related=related, record=person.record, **fields)


def address(family: Family) -> str:
    return f"/families/{family.pk}/who-is-who"


def test_the_page_draws_the_family_and_says_the_same_in_words(hub, browser_of, family):
    father = factories.person(born_on=date(1988, 2, 3), sex="M", died_on=date(2023, 5, 4))
    tie(family.children[0], "father", father)
    tie(family.parent, "married", father, ended_on=TODAY)

    shown = browser_of(hub).get(address(family)).text

    assert 'role="img"' in shown
    for words in (f"{father.forename} (father)", f"{family.parent.forename} (former partner, living apart)",
                  "Died 4 May 2023", f"<bdi>{family.children[1].forename}</bdi>"):  # fmt: skip
        assert words in shown, words
    assert AuditEvent.objects.filter(action="family.picture_read", user_id=hub.pk).count() == 1


def test_somebody_unseen_leaves_neither_name_nor_line_nor_gap(browser_of, family):
    worker = factories.worker(on=family)
    before = browser_of(worker).get(address(family)).text
    hidden = factories.person(forename="Hidden", record=factories.record("restricted"))
    for child in family.children:
        tie(child, "father", hidden)
    tie(family.parent, "divorced", hidden)

    def picture(page: str) -> str:
        return (
            page[page.index("kf-genogram") : page.index("What the signs")]
            + page[page.index("<table") : page.index("</table")]
        )

    assert picture(browser_of(worker).get(address(family)).text) == picture(before)


def test_whoever_has_two_records_is_drawn_once_with_what_either_says(hub, browser_of, family):
    child = family.children[0]
    second = factories.person(forename="Twice", record=family.record)
    grandmother = factories.person(forename="Grandmother", born_on=date(1950, 1, 1), record=family.record)
    tie(second, "grandparent", grandmother)
    Person.objects.filter(pk=second.pk).update(merged_into=child)

    shown = browser_of(hub).get(address(family)).text

    assert "Twice" not in shown
    assert "Grandmother (grandparent)" in shown


def test_a_relationship_recorded_by_mistake_is_not_shown_as_one_that_ended(hub, browser_of, family):
    stranger = factories.person(forename="Stranger", record=family.record)
    wrong = tie(family.parent, "partner", stranger)
    browser = browser_of(hub)
    assert "Stranger" in browser.get(address(family)).text

    browser.post(f"/people/{family.parent.pk}/relationship/{wrong.pk}/ended", {"why": "mistake"})

    assert "Stranger" not in browser.get(address(family)).text


def test_a_confidential_address_is_not_in_the_picture_even_for_those_who_may_see_it(hub, browser_of, family):
    for person in (family.parent, *family.children):
        factories.address(person, line_1="1 Quiet Lane", postcode="PO1 2AB")
    assert "Home 1" in browser_of(hub).get(address(family)).text

    for person in (family.parent, *family.children):
        actions.make_confidential(person=person, reason="He looks for her", seen_by=[], by=hub, at=NOW)

    assert "Home 1" not in browser_of(hub).get(address(family)).text
