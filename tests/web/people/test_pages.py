"""The pages on which facts about people and families are recorded."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Role
from kinfold.web.core.ids import new_id
from kinfold.web.people.models import Address, Identifier, Person, Relationship
from tests import factories

BORN = {"born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}
DETAILS = {"forename": "Ada", "surname": "Example", "unborn": "no", "interpreter_needed": "no", **BORN}
UNBORN = {"unborn": "yes", "born_on-day": "", "born_on-month": "", "born_on-year": ""}
ABOUT_A_PERSON = ("details", "number", "other-name", "relationship", "disability", "address", "school", "confidential",
                  "not-confidential", "in-error")  # fmt: skip
ABOUT_A_FAMILY = ("add", "name", "restrict", "open-again")


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_MANAGER)


@pytest.mark.parametrize("where", ABOUT_A_PERSON)
def test_each_page_about_a_person_opens_for_the_hub_and_is_missing_for_a_hidden_one(hub, browser_of, where):
    family = factories.family()
    hidden = factories.person(record=factories.record("restricted"))
    browser = browser_of(hub)

    assert browser.get(f"/people/{family.children[0].pk}/{where}").status_code == 200
    assert browser.get(f"/people/{hidden.pk}/{where}").status_code == 404
    assert browser.get(f"/people/{new_id()}/{where}").status_code == 404


@pytest.mark.parametrize("where", ABOUT_A_FAMILY)
def test_each_page_about_a_family_opens_for_the_hub_and_is_missing_for_a_hidden_one(hub, browser_of, where):
    family, hidden = factories.family(), factories.family(level="restricted")
    browser = browser_of(hub)

    assert browser.get(f"/people/families/{family.pk}/{where}").status_code == 200
    assert browser.get(f"/people/families/{hidden.pk}/{where}").status_code == 404


@pytest.mark.parametrize("role", [Role.EARLY_HELP_PCSO, Role.ANALYST, Role.CALDICOTT_GUARDIAN])
def test_roles_that_may_not_change_a_person_are_refused(browser_of, role):
    family = factories.family()
    browser = browser_of(factories.worker(role, on=family))

    for where in ABOUT_A_PERSON:
        assert browser.get(f"/people/{family.children[0].pk}/{where}").status_code == 403


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"born_on-year": "2099"}, "Date of birth must be today or in the past"),
        ({"born_on-month": "13"}, "Date of birth must be a real date"),
        ({"forename": "a" * 10_000}, "First name must be 255 characters or less"),
        ({"forename": "", "surname": ""}, "Enter at least a first name or a family name"),
        (UNBORN, "Enter the date the baby is due"),
    ],
)
def test_what_cannot_be_true_is_refused_in_words_and_stays_on_the_page(hub, browser_of, wrong, words):
    person = factories.person(surname="Before")

    answer = browser_of(hub).post(f"/people/{person.pk}/details", DETAILS | wrong)

    assert words in answer.text
    assert "There is a problem" in answer.text
    assert Person.objects.get(pk=person.pk).surname == "Before"


@pytest.mark.parametrize(
    "name", ["محمد علي", "👩‍👧 Zoë", "=HYPERLINK(1)", "<script>alert(1)</script>", "O’Brien-ŁÓPEZ"]
)
def test_any_name_is_kept_as_it_is_and_shown_as_text(hub, browser_of, name):
    person = factories.person()
    browser = browser_of(hub)

    answer = browser.post(f"/people/{person.pk}/details", DETAILS | {"forename": name}, follow=True)

    assert Person.objects.get(pk=person.pk).forename == name
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_direction_changing_characters_are_taken_out_of_a_name(hub, browser_of):
    person = factories.person()

    browser_of(hub).post(f"/people/{person.pk}/details", DETAILS | {"forename": "Ada\u202eevil"})

    assert Person.objects.get(pk=person.pk).forename == "Adaevil"


def test_two_who_edit_at_once_see_both_versions_and_may_choose(hub, browser_of):
    person = factories.person(forename="Ada", surname="Before")
    mine = DETAILS | {"surname": "Mine", "version": "1"}
    browser = browser_of(hub)
    browser.post(f"/people/{person.pk}/details", DETAILS | {"surname": "Theirs", "version": "1"})

    answer = browser.post(f"/people/{person.pk}/details", mine)

    assert answer.status_code == 409
    assert "Mine" in answer.text
    assert "Theirs" in answer.text
    assert Person.objects.get(pk=person.pk).surname == "Theirs"
    current = re.search(r'name="version" value="(\d+)"', answer.text)
    assert current
    browser.post(f"/people/{person.pk}/details", mine | {"version": current[1]})
    assert Person.objects.get(pk=person.pk).surname == "Mine"


def test_an_impossible_nhs_number_is_refused_in_words(hub, browser_of):
    person = factories.person()

    answer = browser_of(hub).post(f"/people/{person.pk}/number", {"kind": "nhs_number", "value": "943 476 5918"})

    assert "This is not a real NHS number" in answer.text
    assert not Identifier.objects.filter(person=person).exists()


def test_a_page_sent_twice_adds_one_person_to_the_family(hub, browser_of):
    family = factories.family(children=0)
    browser = browser_of(hub)
    key = re.search(r'name="key" value="([^"]+)"', browser.get(f"/people/families/{family.pk}/add").text)
    assert key
    answers = {"who": "child", "forename": "Twice", "surname": "Sent", "key": key[1], **BORN}

    answered = [browser.post(f"/people/families/{family.pk}/add", answers) for _ in range(2)]

    assert {answer["Location"] for answer in answered} == {f"/children/{key[1]}"}
    assert Person.objects.filter(forename="Twice").count() == 1


def test_an_unborn_child_is_added_with_a_due_date_only(hub, browser_of):
    family = factories.family()
    due = {"expected_on-day": "1", "expected_on-month": "3", "expected_on-year": "2030"}

    answer = browser_of(hub).post(
        f"/people/families/{family.pk}/add", {"who": "unborn", "surname": "Hope", **due}, follow=True
    )

    assert "Baby due" in answer.text
    assert Person.objects.get(surname="Hope").unborn


def test_a_relative_not_yet_on_file_is_added_with_the_relationship(hub, browser_of):
    child = factories.family().children[0]

    browser_of(hub).post(
        f"/people/{child.pk}/relationship",
        {"related": "new", "forename": "Gran", "surname": "Example", "kind": "grandparent",
         "parental_responsibility": "no"},
    )  # fmt: skip

    relationship = Relationship.objects.get(person=child, kind="grandparent")
    assert relationship.related.forename == "Gran"
    assert relationship.record == child.record


def test_a_restricted_family_is_seen_by_those_named_and_opened_again(hub, browser_of):
    family = factories.family()
    helper = factories.worker(Role.EARLY_HELP_LEAD, on=family)
    left_out = factories.worker(Role.EARLY_HELP_LEAD, on=family)
    colleague = factories.worker(Role.MASH_DECISION_MAKER)
    browser = browser_of(hub)

    browser.post(
        f"/people/families/{family.pk}/restrict", {"reason": "A colleague is family", "seen_by": [str(helper.pk)]}
    )

    assert Record.objects.get(pk=family.record_id).level == "restricted"
    statuses = [
        browser_of(each).get(f"/families/{family.pk}").status_code for each in (hub, helper, left_out, colleague)
    ]
    assert statuses == [200, 200, 404, 404]
    assert "Restricted" in browser.get(f"/families/{family.pk}").text
    browser.post(f"/people/families/{family.pk}/open-again", {"reason": "She has left"})
    assert browser_of(colleague).get(f"/families/{family.pk}").status_code == 200


def test_restricting_needs_a_reason_and_the_permission(hub, browser_of):
    family = factories.family()

    assert "Say why" in browser_of(hub).post(f"/people/families/{family.pk}/restrict", {"reason": " "}).text
    refused = browser_of(factories.worker(Role.MASH_DECISION_MAKER)).post(f"/people/families/{family.pk}/restrict")
    assert refused.status_code == 403
    assert Record.objects.get(pk=family.record_id).level == "open"


def test_an_address_sent_twice_is_one_address(hub, browser_of):
    person = factories.person()
    answers = {
        "line_1": "1 Any Road",
        "postcode": "po1 1aa",
        "since-day": "1",
        "since-month": "3",
        "since-year": "2024",
    }
    browser = browser_of(hub)

    for _ in range(2):
        browser.post(f"/people/{person.pk}/address", answers)

    assert Address.objects.get(person=person).postcode == "PO11AA"


def test_a_relationship_is_read_from_both_sides_and_ends(hub, browser_of):
    family = factories.family(children=2)
    mother, (elder, younger) = family.parent, family.children
    Relationship.objects.all().delete()
    for child in (elder, younger):
        Relationship.objects.create(
            person=child, related=mother, kind="mother", parental_responsibility=True, record=family.record
        )
    browser = browser_of(hub)

    assert "Is their mother" in browser.get(f"/children/{mother.pk}").text
    assert "Holds parental responsibility for them" in browser.get(f"/children/{mother.pk}").text
    page = browser.get(f"/families/{family.pk}").text
    assert f"Mother of {elder.forename} and {younger.forename}, with parental responsibility" in page

    tie = Relationship.objects.get(person=elder)
    address = f"/people/{elder.pk}/relationship/{tie.pk}/ended"
    assert f"Recorded about {elder.name}: {mother.name}, mother." in browser.get(address).text
    ended = browser.post(address, {"why": "over", "on-day": "1", "on-month": "6", "on-year": "2024"})

    assert ended.headers["Location"] == f"/children/{elder.pk}"
    assert mother.name not in browser.get(f"/children/{elder.pk}").text
    assert f"Mother of {younger.forename}, with" in browser.get(f"/families/{family.pk}").text
    assert browser.get(address).status_code == 404
    assert browser.get(f"/people/{younger.pk}/relationship/{tie.pk}/ended").status_code == 404


def test_a_relationship_cannot_end_before_it_began(hub, browser_of):
    family = factories.family()
    tie = Relationship.objects.create(
        person=family.children[0], related=family.parent, kind="grandparent", started_on=date(2024, 6, 1),
        record=family.record,
    )  # fmt: skip

    page = browser_of(hub).post(
        f"/people/{family.parent.pk}/relationship/{tie.pk}/ended",
        {"why": "over", "on-day": "1", "on-month": "5", "on-year": "2024"},
    )

    assert "A relationship must end after it began" in page.text
    tie.refresh_from_db()
    assert tie.ended_on is None


def test_the_page_says_sex_ethnicity_earlier_numbers_and_the_postcode_as_on_an_envelope(hub, browser_of):
    child = factories.person(sex="F", ethnicity="WBRI", record=factories.record())
    factories.address(child, postcode="PO48RT")
    for value, ends in (("9434765919", date(2024, 1, 1)), ("9990000018", None)):
        child.identifiers.create(record=child.record, kind="nhs_number", value=value, valid_to=ends)

    page = browser_of(hub).get(f"/children/{child.pk}").text

    for words in ("Female", "British", "Earlier numbers", "9434765919", "until 1 January 2024", "PO4 8RT"):
        assert words in page, words
