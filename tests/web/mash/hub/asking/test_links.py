"""Somebody without an account replies by a link that works once, with a code that no e-mail carries."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.asking import ask_agency
from kinfold.web.mash.models import Contact
from kinfold.web.notices.models import Notice
from kinfold.web.sharing import tasks
from kinfold.web.sharing.actions.requests import chase, withdraw
from kinfold.web.sharing.models import AgencyRequest, ReplyLink
from kinfold.web.sharing.recipients import Recipient
from tests import factories
from tests.web.conftest import AppClient

SITE = "https://kinfold.example"


@pytest.fixture
def child(matched):
    child = matched()
    Contact.objects.filter(pk=child.contact_id).update(rating="amber")
    return child


@pytest.fixture
def sent(as_app, child, decider):
    """The request, the code that its asker saw, and the link that the e-mail carries."""
    to = Recipient(
        factories.agency("probation"), name="Per Lund", email="Per.Lund@probation.example", telephone="01632 960 400"
    )
    with as_app(decider):
        asked = ask_agency(
            child=child, to=to, codes=["known", "orders"], own_question="", why="We must know.", site=SITE, by=decider,
            at=clock.now(),
        )  # fmt: skip
    return asked.request, asked.code, post(asked.request, decider)


def post(request, decider):
    link = ReplyLink.objects.get(request=request, closed_at__isnull=True)
    tasks.send_link(str(link.pk), str(decider.pk), SITE)
    return re.search(r"https://kinfold\.example(/\S+)", mail.outbox[-1].body)[1]


@pytest.fixture
def outside():
    return AppClient()


def typed(code, **more):
    return {
        "code": code,
        "send": "yes",
        "outcome": "shared",
        "answer_0": "Since 2022.",
        "name": "Per Lund, officer",
    } | more


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_email_names_no_child_and_carries_no_code(sent, child):
    request, code, _ = sent
    (letter,) = mail.outbox
    words = letter.subject + letter.body
    assert letter.to == ["per.lund@probation.example"]
    for secret in (code, child.person.forename, child.person.surname, child.contact.reference, "We must know"):
        assert secret not in words
    assert request.reference in words


def test_neither_link_nor_code_is_kept_as_it_was_sent(sent):
    _, code, link = sent
    kept = str(ReplyLink.objects.values().get())
    assert link.rsplit("/", 1)[-1] not in kept
    assert code not in kept.replace("-", "")


def test_nothing_of_the_child_is_shown_before_the_code(sent, child, outside):
    _, _, link = sent
    page = outside.get(link)
    assert page.status_code == 200
    assert child.person.forename not in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    assert ReplyLink.objects.get().used_at is None  # a mail program that opens links uses nothing up


def test_the_link_is_used_once(sent, child, outside, decider):
    request, code, link = sent
    page = outside.post(link, {"code": f"{code[:3]} {code[3:]}"}).content.decode()
    assert child.person.name in page
    assert page.count("<textarea") == 3
    assert outside.post(link, typed(code)).status_code == 302
    request.refresh_from_db()
    assert (request.outcome, request.replied_by, request.replied_as) == ("shared", None, "Per Lund, officer")
    assert [each.answer for each in request.questions.all()] == ["Since 2022.", ""]
    assert Deadline.objects.get(about_id=request.pk).met_at is not None
    assert Notice.objects.filter(user=decider, words__startswith="An agency has replied").exists()
    for again in (outside.get(link), outside.post(link, typed(code, answer_0="Something else"))):
        assert again.status_code == 410
        assert "This link has been used" in again.content.decode()
        assert child.person.forename not in again.content.decode()
    assert request.questions.first().answer == "Since 2022."


def test_whoever_holds_the_link_sees_nothing_else_and_nothing_afterwards(sent, outside, as_app):
    _, code, link = sent
    outside.post(link, {"code": code})
    reader = User.objects.get(system=True)
    assert not Grant.objects.filter(user=reader, ended_at__isnull=True).exists()
    with as_app(reader):
        assert not AgencyRequest.objects.exists()


def test_wrong_codes_are_counted_and_lock_the_link(sent, child, outside, decider):
    _, code, link = sent
    for left in (4, 3, 2):
        assert f"You have {left} tries left" in outside.post(link, {"code": wrong(code)}).content.decode()
    assert "You have 1 try left" in Client().post(link, {"code": wrong(code)}).content.decode()  # from anywhere
    locked = outside.post(link, {"code": wrong(code)})
    assert locked.status_code == 410
    assert "This link is locked" in locked.content.decode()
    right = outside.post(link, {"code": code})
    assert right.status_code == 410
    assert child.person.forename not in right.content.decode()
    assert Notice.objects.filter(user=decider, words__startswith="A link to reply was locked").exists()
    assert AuditEvent.objects.filter(action="sharing.wrong_code").count() == 5


def test_a_link_ends(sent, outside, monkeypatch):
    _, code, link = sent
    later = clock.now() + timedelta(days=5, minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    answer = outside.post(link, {"code": code})
    assert answer.status_code == 410
    assert "This link has ended" in answer.content.decode()


def test_a_token_that_nobody_was_sent_opens_nothing(sent, outside):
    for token in ("none", "x" * 43, "%00", "a'--"):
        answer = outside.get(f"/requests/reply/{token}")
        assert answer.status_code == 404, token


def test_a_new_link_ends_the_one_before_and_its_code(as_app, sent, outside, decider):
    request, code, link = sent
    with as_app(decider):
        again = chase(request=request, site=SITE, by=decider, at=clock.now())
    newer = post(request, decider)
    assert "There is a newer link" in outside.get(link).content.decode()
    assert again.code != code or newer != link
    assert outside.post(newer, typed(again.code)).status_code == 302


def test_a_request_taken_back_closes_its_link(as_app, sent, outside, decider):
    request, code, link = sent
    with as_app(decider):
        withdraw(request=request, because="Not needed", by=decider, at=clock.now())
    answer = outside.post(link, typed(code))
    assert answer.status_code == 410
    assert "You need not reply any more" in answer.content.decode()
    request.refresh_from_db()
    assert request.replied_at is None


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(sent, outside):
    _, code, link = sent
    page = outside.post(link, typed(code, name="", answer_0="Kept as typed")).content.decode()
    assert "Enter your name and your post" in page
    assert "Kept as typed" in page
    assert "at least one box" in outside.post(link, typed(code, answer_0="")).content.decode()


def test_a_mail_that_is_sent_again_makes_no_second_link(sent, decider):
    link = ReplyLink.objects.get()
    tasks.send_link(str(link.pk), str(decider.pk), SITE)
    assert len(mail.outbox) == 1


def test_a_silent_person_without_an_account_is_reminded_without_a_name(sent, child, decider, monkeypatch):
    request, code, _ = sent
    later = clock.now() + timedelta(hours=7)
    monkeypatch.setattr(clock, "now", lambda: later)
    tasks.look_for_reply(str(request.pk), str(decider.pk))
    reminder = mail.outbox[-1].body
    assert request.reference in reminder
    assert code not in reminder
    assert child.person.forename not in reminder


def test_the_code_stands_on_the_next_page_and_no_other(child, decider, browser_of):
    factories.worker(Role.SAFEGUARDING_LEAD)
    agency = factories.agency("housing")
    said = {"whom": "somebody_else", "name": "Iben Moss", "email": "iben@housing.example", "telephone": "01632 960 401",
            "questions": ["housing"], "why": "We must know."}  # fmt: skip
    browser = browser_of(decider)
    here = f"/mash/contacts/child/{child.pk}/ask/{agency.pk}"
    assert "Enter their telephone number" in browser.post(here, said | {"telephone": ""}).content.decode()
    page = browser.post(here, said, follow=True).content.decode()
    code = re.search(r"tell them the code: (\d{3} \d{3})", page)[1]
    asked = AgencyRequest.objects.get()
    assert code not in browser.get(f"/mash/requests/{asked.pk}").content.decode()
    assert "Iben Moss" in browser.get(here).content.decode()  # offered the next time
