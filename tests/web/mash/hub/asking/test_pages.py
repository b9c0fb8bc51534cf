"""The pages of asking and of replying, and what they must not give away."""

from django.core import mail

from kinfold.web.access.permissions import Role
from kinfold.web.mash.actions.rating import parents_now_know
from kinfold.web.mash.models import Contact
from kinfold.web.people.actions import make_confidential
from kinfold.web.sharing import tasks
from kinfold.web.sharing.actions.replies import reply
from kinfold.web.sharing.models import AgencyRequest, ReplyLink
from tests import factories
from tests.factories.days import NOW
from tests.web.mash.hub.asking.conftest import LATE, SOON, WHY, answers, ask


def test_that_parents_must_not_know_goes_with_the_request_until_they_do(as_app, matched, nurse, decider, browser_of):
    child = matched(parents_informed="no", not_told_reason="He may harm her.")
    Contact.objects.filter(pk=child.contact_id).update(rating="red")
    with as_app(decider):
        asked = ask(child, nurse, decider).request
    page = browser_of(nurse).get(f"/requests/{asked.pk}").content.decode()
    assert "Parents do not know: do not contact the family" in page
    with as_app(decider):
        parents_now_know(contact=child.contact, how="The school told them.", by=decider, at=SOON)
    assert "Parents do not know" not in browser_of(nurse).get(f"/requests/{asked.pk}").content.decode()


def test_a_secret_address_is_refused_in_the_question_the_reason_and_the_answer(
    as_app, family, asked, child, nurse, browser_of, decider
):
    address = child.person.addresses.get()
    keeper = factories.worker(Role.SOCIAL_WORKER)
    with as_app(keeper):
        make_confidential(person=child.person, reason="She hides.", seen_by=[keeper], by=keeper, at=NOW)
    typed = {"outcome": "shared", "answer_0": f"Yes, at {address.line_1}, {address.postcode}."}
    page = browser_of(nurse).post(f"/requests/{asked.pk}", typed)
    assert "must stay secret" in page.content.decode()
    asked.refresh_from_db()
    assert asked.replied_at is None
    other = factories.worker(Role.EARLY_HELP_LEAD)
    typed = {"whom": str(other.pk), "questions": ["known"], "why": f"They live at {address.line_1}"}
    page = browser_of(decider).post(f"/mash/contacts/child/{child.pk}/ask/{other.agency_id}", typed)
    assert "must stay secret" in page.content.decode()
    assert AgencyRequest.objects.count() == 1


def test_the_decision_screen_shows_asked_answered_and_silent(as_app, child, nurse, decider, browser_of):
    silent = factories.worker(Role.EARLY_HELP_LEAD, name="Quiet Person")
    with as_app(decider):
        first = ask(child, nurse, decider).request
        ask(child, silent, decider)
    with as_app(nurse):
        reply(request=first, said=answers(first, "We saw him on Monday."), by=nurse, at=SOON)
    page = browser_of(decider).get(f"/mash/contacts/child/{child.pk}/decision").content.decode()
    assert "2 asked, 1 answered, 1 silent." in page
    assert "We saw him on Monday." in page
    assert "Quiet Person" in page


def test_the_pages_ask_remind_and_take_back(child, nurse, decider, browser_of):
    browser = browser_of(decider)
    here = f"/mash/contacts/child/{child.pk}/ask"
    assert "Choose an agency" in browser.post(here, {"agency": ""}).content.decode()
    assert browser.post(here, {"agency": str(nurse.agency_id)})["Location"] == f"{here}/{nurse.agency_id}"
    wrong = browser.post(f"{here}/{nurse.agency_id}", {"whom": str(nurse.pk), "why": "Kept words"}).content.decode()
    assert "Choose at least one thing to ask" in wrong
    assert "Kept words" in wrong
    typed = {"whom": str(nurse.pk), "questions": ["known"], "own_question": "Was he seen on Friday?", "why": WHY}
    page = browser.post(f"{here}/{nurse.agency_id}", typed, follow=True).content.decode()
    assert "Ola Brandt is asked." in page
    asked = AgencyRequest.objects.get()
    assert "Was he seen on Friday?" in page
    assert "is reminded" in browser.post(f"/mash/requests/{asked.pk}/chase", follow=True).content.decode()
    page = browser.post(f"/mash/requests/{asked.pk}/take-back", {"because": "Known now"}, follow=True)
    assert "Taken back" in page.content.decode()


def test_the_manager_sees_how_agencies_reply(asked, manager, nurse, browser_of, decider, monkeypatch):
    monkeypatch.setattr(tasks.clock, "now", lambda: LATE)
    page = browser_of(manager).get("/mash/replies").content.decode()
    assert nurse.agency.name in page
    assert browser_of(decider).get("/mash/replies").status_code == 403


def test_the_asked_reply_from_their_tray(asked, nurse, browser_of):
    browser = browser_of(nurse)
    tray = browser.get("/work").content.decode()
    assert "Say what your agency knows" in tray
    assert f"Request {asked.reference}" in tray
    page = browser.get(f"/requests/{asked.pk}").content.decode()
    assert page.count("<textarea") == 3  # two questions and the reason for not sharing
    answer = browser.post(f"/requests/{asked.pk}", {"outcome": "shared", "answer_0": "Yes."}, follow=True)
    assert "The hub has your reply" in answer.content.decode()
    assert not mail.outbox
    assert not ReplyLink.objects.exists()
