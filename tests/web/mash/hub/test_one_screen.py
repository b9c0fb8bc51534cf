"""A straightforward notification on one screen: matched, rated, decided and answered together, or not at all."""

import re

import pytest
from django.urls import reverse

from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Handover
from kinfold.web.mash.models import Feedback
from tests import factories
from tests.web.mash.hub.conftest import words_in


def page(name, row):
    return reverse(f"mash:{name}", args=[row.pk])


def test_one_screen_matches_rates_decides_and_answers(browser_of, told, decider, family):
    known = family.children[0]
    child = told(described_forename=known.forename, described_surname=known.surname, described_born_on=known.born_on)
    browser = browser_of(decider)
    shown = browser.get(page("quick", child.contact))
    assert known.name in shown.content.decode()
    assert not re.search(r'name="person"[^>]* checked', shown.content.decode())

    typed = {"rating": "green", "decision": "signposted", "signposted_to": "Young carers", "tier": "1",
             "rationale": "The school can help.", "version": child.version}  # fmt: skip
    unticked = browser.post(page("quick", child.contact), typed)
    assert "Tick who this child is" in unticked.content.decode()
    unread = browser.post(page("quick", child.contact), typed | {"person": str(known.pk)})
    assert "Read what the referrer will be told" in unread.content.decode()
    words = words_in(unread)
    assert "Young carers can help" in words
    assert not Feedback.objects.exists()

    done = browser.post(page("quick", child.contact), typed | {"person": str(known.pk), "words": words,
                                                               "drafted": words})  # fmt: skip
    assert done.url == reverse("mash:board")
    child.refresh_from_db()
    assert (child.person, child.decision, child.contact.rating) == (known, "signposted", "green")
    assert Feedback.objects.get().sent_by == decider


def test_one_screen_is_all_or_nothing(browser_of, told, decider, family):
    known = family.children[0]
    child = told(described_forename=known.forename, described_surname=known.surname, described_born_on=known.born_on,
                 parents_informed="no")  # fmt: skip
    help_team = factories.team("family_support")
    browser = browser_of(decider)
    typed = {"person": str(known.pk), "rating": "green", "decision": "family_support",
             "support_team": str(help_team.pk),
             "tier": "2", "rationale": "Help", "words": "Mine", "version": child.version}  # fmt: skip
    answer = browser.post(page("quick", child.contact), typed)
    assert "parents do not know" in answer.content.decode()
    child.refresh_from_db()
    assert (child.person, child.decision, child.contact.rating) == (None, "", "")


@pytest.fixture
def helped(told, family):
    """A child whom a lead professional helps, and a contact about somebody of that name."""
    worker = factories.worker(Role.EARLY_HELP_LEAD, name="Bo Rowntree")
    factories.lead(factories.episode(family, "early_help"), worker)
    known = family.children[0]
    return told(described_forename=known.forename, described_surname=known.surname, described_born_on=known.born_on)


def test_it_says_who_helps_the_child_already_before_anybody_ticks_them(browser_of, helped, decider):
    assert "Bo Rowntree, lead professional, helps this child already" in (
        browser_of(decider).get(page("quick", helped.contact)).text
    )


def test_the_worker_who_helps_a_child_is_never_passed_by(browser_of, helped, decider, family):
    browser = browser_of(decider)
    typed = {"person": str(family.children[0].pk), "rating": "green", "decision": "advice", "tier": "1",
             "rationale": "The school can help.", "words": "Mine", "version": helped.version}  # fmt: skip
    assert "Somebody already helps this child" in browser.post(page("quick", helped.contact), typed).text
    helped.refresh_from_db()
    assert (helped.person, helped.decision) == (None, "")

    typed |= {"decision": "allocated_worker"}
    assert browser.post(page("quick", helped.contact), typed).status_code == 302
    handover = Handover.objects.get()
    assert (handover.to_user.name, handover.withdrawn_at) == ("Bo Rowntree", None)
