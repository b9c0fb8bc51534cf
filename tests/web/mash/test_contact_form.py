"""The contact form page by page: what is kept, what is said about a mistake, and that it is sent once."""

import pytest
from django.urls import reverse

from kinfold.web.access.permissions import Role
from kinfold.web.mash.models import Contact, ContactDraft
from tests.factories import team, worker
from tests.web.mash.told import fill_in


@pytest.fixture
def teacher():
    return worker(Role.SAFEGUARDING_LEAD, post="Designated Safeguarding Lead", telephone="023 9200 0000")


@pytest.fixture
def teachers_browser(teacher, browser_of):
    team("mash")
    return browser_of(teacher)


def begin(browser):
    return browser.post(reverse("mash:start_contact"))["Location"]


def test_the_form_opens_with_what_to_do_in_an_emergency(teachers_browser):
    html = teachers_browser.get(reverse("mash:start_contact")).content.decode()
    assert "call 999" in html
    assert "The MASH reads forms Monday to Thursday 8:30am to 5pm and Friday 8:30am to 4:30pm" in html


def test_a_form_filled_in_to_the_end_is_a_contact(teachers_browser, teacher):
    check = fill_in(teachers_browser, begin(teachers_browser))
    sent = teachers_browser.post(check)
    contact = Contact.objects.get()
    assert sent["Location"] == reverse("mash:contact_sent", args=[contact.pk])
    assert contact.reference in teachers_browser.get(sent["Location"]).content.decode()
    child = contact.children.get()
    assert (child.described_name, child.described_postcode) == ("Maya Larch", "PO4 8AA")
    assert {worry.worry for worry in child.worries.all()} == {"neglect", "domestic_abuse"}
    assert contact.early_help_assessment_why_not == "The worry could not wait"


def test_the_check_page_shows_every_answer(teachers_browser):
    html = teachers_browser.get(fill_in(teachers_browser, begin(teachers_browser))).content.decode()
    for words in ("Maya", "27 March 2018", "Neglect", "I do not like it when they shout.", "No, they do not agree"):
        assert words in html


def test_sending_twice_makes_one_contact(teachers_browser):
    check = fill_in(teachers_browser, begin(teachers_browser))
    first, second = teachers_browser.post(check), teachers_browser.post(check)
    assert first["Location"] == second["Location"]
    assert Contact.objects.count() == 1


def test_pressing_start_twice_gives_the_same_untouched_form(teachers_browser):
    assert begin(teachers_browser) == begin(teachers_browser)
    assert ContactDraft.objects.count() == 1
