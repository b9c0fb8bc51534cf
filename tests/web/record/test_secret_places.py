"""What would lead to a confidential address without naming it: whoever works at the child's school, and the ward."""

from __future__ import annotations

import pytest

from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Involvement
from kinfold.web.casework.selectors import involved
from kinfold.web.insight.models import Release
from kinfold.web.insight.selectors import drilling
from kinfold.web.people import actions
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY
from tests.web.authorisation.files import File


@pytest.fixture
def knows():
    return factories.worker(Role.MASH_MANAGER)


@pytest.fixture
def other():
    return factories.worker(Role.SOCIAL_WORKER)


@pytest.fixture
def teacher():
    school = factories.setting(name="Eelgrass School")
    team = factories.team("school", agency=school.agency, name="Eelgrass School")
    return factories.worker(Role.SAFEGUARDING_LEAD, team=team, name="Nia Eelgrass", telephone="02392 000111")


@pytest.fixture
def child(knows, teacher, as_app):
    """Helped by a teacher of hers; told of by the school; where she lives is secret."""
    record = factories.record()
    for user in (teacher, knows):
        factories.grant(record, user)
    file = File(record, mark="Quill", holder=teacher, stranger=knows)
    made = file.row("people.Person")
    factories.address(made, line_1="14 Lantern Road", postcode="PO48RT", ward="Milton")
    Involvement.objects.create(
        person=made, role="school", user=teacher, team=teacher.teams[0], started_on=LONG_AGO, record=record
    )
    told = file.row("mash.ContactChild")
    told.contact.agency = teacher.agency
    told.contact.received_at = NOW
    told.contact.save()
    told.ward = "Milton"
    told.save()
    with as_app(knows):
        actions.make_confidential(person=made, seen_by=[], reason="He is looking", by=knows, at=NOW)
    made.refresh_from_db()
    made.told = told
    return made


def test_who_works_at_the_school_is_named_to_those_who_may_see_the_address_and_to_the_school(
    child, knows, other, teacher, as_app
):
    named = {}
    for user in (knows, other, teacher):
        with as_app(user):
            named[user] = [(one.name, one.agency, one.telephone) for one in involved(user, [child], TODAY)]

    assert named[knows] == named[teacher] == [("Nia Eelgrass", teacher.agency.name, "02392 000111")]
    assert named[other] == [("Somebody at their school or surgery", "", "")]


@pytest.mark.parametrize("page", ["/children/{}", "/children/{}/chronology?period=all"])
def test_no_page_about_the_child_names_the_school_or_the_ward(child, knows, other, browser_of, page):
    hidden, shown = (browser_of(user).get(page.format(child.pk)).text for user in (other, knows))

    for word in ("Eelgrass", "Milton", "Lantern"):
        assert word not in hidden
    assert "Eelgrass" in shown


def test_the_hub_does_not_see_the_ward_of_the_contact(child, browser_of):
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    factories.grant(child.told.contact, hub)

    page = browser_of(hub).get(f"/mash/contacts/{child.told.contact_id}").text

    assert "Confidential address" in page
    assert "Milton" not in page


@pytest.mark.parametrize(("by", "named"), [("ward", 0), ("age_band", 1)])
def test_no_list_of_children_of_a_ward_names_her(child, other, monkeypatch, by, named):
    manager = factories.worker(Role.SOCIAL_CARE_MANAGER)
    monkeypatch.setattr(drilling.folders, "numerators", lambda pk: None)
    monkeypatch.setattr(drilling, "keys_behind", lambda *asked: [(str(child.told.pk), None)])

    behind = drilling.behind(manager, Release(), "mash.contacts", "2026-27-Q1", by, "Milton")

    assert (len(behind.rows), behind.others) == (named, 1 - named)
