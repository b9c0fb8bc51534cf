"""The consultation line: advice about nobody is kept and counted; what tells of a child becomes a contact."""

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import Agency, Record, User
from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.mash.actions import contacts, drafts
from kinfold.web.mash.actions.advising import Asked, begin_contact, give_advice
from kinfold.web.mash.answers import Answers
from kinfold.web.mash.models import Advice, Contact, ContactDraft
from kinfold.web.mash.telling import Caller
from kinfold.web.people.models import Person
from tests import factories
from tests.web.mash.told import telling

CALL = {"post": "Health visitor", "topic": "thresholds", "identified": "no", "harm": "no"}
NEW, LIST = "/mash/advice/new", "/mash/advice"


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def agency() -> Agency:
    return factories.worker().agency


def said(agency: Agency, **more: str) -> dict[str, str]:
    return {"agency": str(agency.pk), "question": "Is it for the hub?", "minutes": "10"} | CALL | more


def test_advice_is_kept_and_counted_without_a_record_of_a_child(browser_of, hub, agency):
    browser, before = browser_of(hub), (Person.objects.count(), Contact.objects.count())
    assert "Nobody has asked yet" in browser.get(LIST).text
    assert "Say what you advised" in browser.post(NEW, said(agency, advised="")).text
    assert "No child’s record was made" in browser.post(NEW, said(agency, advised="Ring us again"), follow=True).text

    assert (Person.objects.count(), Contact.objects.count(), ContactDraft.objects.count()) == (*before, 0)
    shown = browser.get(LIST).text
    for words in ("Ring us again", agency.name, "Health visitor", "Whether it needs the hub"):
        assert words in shown, words


@pytest.mark.parametrize("why", ["identified", "harm"])
def test_what_tells_of_a_child_or_of_harm_becomes_a_contact_with_what_was_asked(browser_of, hub, agency, why):
    shown = browser_of(hub).post(NEW, said(agency, advised="Wait", **{why: "yes"}), follow=True).text
    assert "This has to be a contact" in shown

    draft, advice = ContactDraft.objects.get(), Advice.objects.get()
    answers = Answers(draft.answers)
    assert answers.typed("what-happened")["what_happened"] == "Is it for the hub?\n\nThe hub advised: Wait"
    caller = answers.typed("caller")
    assert (caller["agency"], caller["kind"], caller["channel"]) == (str(agency.pk), "professional", "telephone")
    assert (advice.draft_key, advice.question, advice.advised, advice.minutes) == (draft.pk, "", "", 10)


def test_the_contact_and_the_call_name_each_other_once_it_is_sent(browser_of, hub, agency, as_app):
    browser = browser_of(hub)
    browser.post(NEW, said(agency, identified="yes"))
    assert "A contact was begun and is not sent" in browser.get(LIST).text
    came = Caller("professional", "telephone", clock.now(), "1D", agency)
    with as_app(hub):
        contact = contacts.record_contact_for_caller(
            draft=ContactDraft.objects.get(), telling=telling(), caller=came, by=hub, at=clock.now()
        )

    assert f"Became contact {contact.reference}" in browser.get(LIST).text
    assert "It began as a call for advice" in browser.get(f"/mash/contacts/{contact.pk}").text
    Record.objects.filter(pk=contact.record_id).update(level="restricted")
    colleague = browser_of(factories.worker(Role.MASH_DECISION_MAKER, team=hub.teams[0]))
    assert "Became a contact" in colleague.get(LIST).text
    assert contact.reference not in colleague.get(LIST).text


def test_a_form_that_is_thrown_away_is_not_forgotten(browser_of, hub, agency, as_app):
    browser = browser_of(hub)
    browser.post(NEW, said(agency, harm="yes"))
    with as_app(hub):
        drafts.throw_away(draft=ContactDraft.objects.get(), by=hub, at=clock.now())

    assert "A contact was begun and thrown away" in browser.get(LIST).text


def test_only_the_hub_gives_advice_and_in_words_of_the_list(as_app, hub, agency):
    teacher = factories.worker(Role.SAFEGUARDING_LEAD)
    call = {
        "asked": Asked(agency, "", "thresholds"),
        "question": "",
        "advised": "x",
        "minutes": None,
        "at": clock.now(),
    }
    with as_app(teacher):
        for act in (give_advice, begin_contact):
            with pytest.raises(Refused):
                act(**call, by=teacher)
    with as_app(hub), pytest.raises(ValidationError, match="what it is about"):
        give_advice(asked=Asked(agency, "", "gossip"), question="", advised="x", minutes=None, by=hub, at=clock.now())
