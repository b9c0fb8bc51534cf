"""How good a contact was: the hub says so, whoever made it reads it, and an agency sees its own numbers alone."""

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.mash.actions.grading import grade_contact
from kinfold.web.mash.models import Contact, Grade
from kinfold.web.mash.selectors.grades import grades_by_agency, grades_of_own_agency
from tests import factories


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def teacher() -> User:
    return factories.worker(Role.SAFEGUARDING_LEAD)


@pytest.fixture
def contact(teacher) -> Contact:
    return told_by(teacher)


def told_by(teacher: User) -> Contact:
    made = factories.contact(referrer=teacher, agency=teacher.agency)
    factories.grant(made, teacher)
    factories.contact_child(made)
    return made


def graded(contact: Contact, by: User, grade: str = "not_enough", **said) -> Grade:
    return grade_contact(contact=contact, grade=grade, on=clock.today(), by=by, **said)


def test_the_hub_grades_and_whoever_made_the_contact_reads_why(browser_of, hub, teacher, contact):
    browser, address = browser_of(hub), f"/mash/contacts/{contact.pk}/grade"
    assert "Grade it" in browser.get(f"/mash/contacts/{contact.pk}").text
    assert "Choose whether it told enough" in browser.post(address, {"words": "Thank you for ringing"}).text
    said = {"grade": "not_enough", "lacks": ["childs_words", "family"], "words": "Thank you for ringing"}
    assert "Your grade is saved" in browser.post(address, said, follow=True).text
    assert "Change the grade" in browser.get(f"/mash/contacts/{contact.pk}").text

    theirs = browser_of(teacher).get(f"/mash/your-contacts/{contact.pk}").text
    for words in ("Not enough to go on", "What the child says", "Who is in the family", "Thank you for ringing"):
        assert words in theirs, words
    assert AuditEvent.objects.get(action="contact.graded").user_id == hub.pk


def test_it_is_changed_with_its_history_and_never_over_somebody_elses(as_app, hub, contact):
    with as_app(hub):
        first = graded(contact, hub)
        second = graded(contact, hub, "good", version=first.version)
        assert (second.pk, Grade.objects.count()) == (first.pk, 1)
        with pytest.raises(StaleVersion):
            graded(contact, hub, "enough", version=first.version)

    assert list(second.events.order_by("pgh_id").values_list("grade", flat=True)) == ["not_enough", "good"]


def test_nobody_outside_the_hub_grades_nor_what_no_agency_made_nor_in_words_of_their_own(as_app, hub, teacher, contact):
    with as_app(teacher), pytest.raises(Refused):
        graded(contact, teacher)
    with as_app(hub):
        with pytest.raises(ValidationError, match="Only what an agency told"):
            graded(factories.contact(agency=None), hub)
        with pytest.raises(ValidationError, match="Choose whether"):
            graded(contact, hub, "splendid")
        with pytest.raises(ValidationError, match="from the list"):
            graded(contact, hub, lacks=["manners"])


def test_an_agency_sees_the_numbers_of_its_own_contacts_and_no_others(as_app, hub, teacher, contact):
    colleague = factories.worker(Role.SAFEGUARDING_LEAD, team=teacher.teams[0])
    stranger = factories.worker(Role.SAFEGUARDING_LEAD)
    with as_app(hub):
        graded(contact, hub, lacks=["family"])
        graded(told_by(teacher), hub, "good")
        graded(told_by(stranger), hub, "good")
    in_error = told_by(teacher)
    with as_app(hub):
        graded(in_error, hub, "good")
    Contact.objects.filter(pk=in_error.pk).update(recorded_in_error_at=clock.now(), recorded_in_error_by=hub,
                                                  recorded_in_error_reason="Twice")  # fmt: skip
    with as_app(colleague):
        own = grades_of_own_agency(colleague, clock.today())
        assert (own.total, own.of("good"), own.of("not_enough")) == (2, 1, 1)
        assert own.most_lacked == [("Who is in the family, and how to reach them", 1)]
        with pytest.raises(Refused):
            grades_by_agency(colleague, clock.today())
    manager = factories.worker(Role.MASH_MANAGER)
    with as_app(manager):
        found = {one.agency: one.total for one in grades_by_agency(manager, clock.today())}
    assert found == {teacher.agency: 2, stranger.agency: 1}


def test_pages_of_numbers_are_empty_in_words_and_then_not(browser_of, as_app, hub, teacher, contact):
    page = browser_of(teacher)
    assert "Nothing has been graded yet" in page.get("/mash/your-contacts/quality").text
    with as_app(hub):
        graded(contact, hub, lacks=["family"])

    assert "Who is in the family" in page.get("/mash/your-contacts/quality").text
    assert teacher.agency.name in browser_of(factories.worker(Role.MASH_MANAGER)).get("/mash/grades").text
