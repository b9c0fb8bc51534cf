"""Sending a contact: what is kept, whose it is, what starts to run, and what is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import Team
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash import references
from kinfold.web.mash.actions import contacts, drafts
from kinfold.web.mash.actions.rating import read_contact
from kinfold.web.mash.models import Contact, ContactChild, ContactDraft
from kinfold.web.mash.selectors.board import board
from kinfold.web.mash.telling import Caller, Telling, ToldChild
from tests.factories import team, worker
from tests.factories.days import NOW, TODAY
from tests.web.mash.told import FINN, MAYA, telling

END_OF_THE_NEXT_DAY = datetime(TODAY.year, TODAY.month, TODAY.day + 1, 23, 0, tzinfo=UTC)  # midnight in London
SUNDAY_NIGHT = NOW + timedelta(days=6 - TODAY.weekday(), hours=12)


@pytest.fixture
def hub() -> Team:
    return team("mash")


@pytest.fixture
def teacher(hub):
    return worker(Role.SAFEGUARDING_LEAD)


@pytest.fixture
def duty_worker(hub):
    return worker(Role.MASH_DECISION_MAKER, team=hub)


def send(by, said: Telling | None = None, at: datetime = NOW) -> Contact:
    return contacts.submit(draft=drafts.start_draft(by=by, at=at), telling=said or telling(), by=by, at=at)


def take_call(by, caller: Caller, said: Telling | None = None, at: datetime = NOW) -> Contact:
    draft = drafts.start_draft(by=by, at=at, for_caller=True)
    return contacts.record_contact_for_caller(draft=draft, telling=said or telling(), caller=caller, by=by, at=at)


def running(contact: Contact, kind: str) -> list[Deadline]:
    about = [contact.pk, *contact.children.values_list("pk", flat=True)]
    return list(Deadline.objects.filter(kind=kind, about_id__in=about))


def test_each_child_has_a_clock_of_one_working_day_that_the_hub_holds(teacher, hub):
    contact = send(teacher, telling(MAYA, FINN))
    clocks = running(contact, "contact_decision")
    assert len(clocks) == 2
    assert {clock.team_id for clock in clocks} == {hub.pk}
    assert {clock.due_at for clock in clocks} == {END_OF_THE_NEXT_DAY}
    assert len(running(contact, "feedback_to_referrer")) == 1
    assert running(contact, "written_form") == []


def test_the_referrer_and_the_hub_see_the_contact_and_nobody_else(teacher, duty_worker, as_app):
    contact = send(teacher)
    for user, seen in (
        (teacher, True),
        (duty_worker, True),
        (worker(Role.SAFEGUARDING_LEAD), False),
        (worker(Role.EARLY_HELP_MANAGER), False),
    ):
        with as_app(user):
            assert Contact.objects.filter(pk=contact.pk).exists() is seen
            assert ContactChild.objects.filter(contact=contact).exists() is seen


def test_a_draft_is_its_authors_alone_even_from_the_hub(teacher, duty_worker, as_app):
    draft = drafts.start_draft(by=teacher, at=NOW)
    with as_app(duty_worker):
        assert not ContactDraft.objects.filter(pk=draft.pk).exists()
        with pytest.raises(NotVisible):
            drafts.save_page(draft=draft, page="danger", typed={"danger": ["no"]}, by=duty_worker, at=NOW)


def test_the_whole_of_sending_works_as_the_app(teacher, as_app):
    with as_app(teacher):
        contact = send(teacher, telling(MAYA, FINN))
        assert contact.children.count() == 2


def test_a_form_is_sent_once(teacher):
    draft = drafts.start_draft(by=teacher, at=NOW)
    first = contacts.submit(draft=draft, telling=telling(), by=teacher, at=NOW)
    again = contacts.submit(draft=draft, telling=telling(), by=teacher, at=NOW + timedelta(seconds=1))
    assert first == again
    assert (Contact.objects.count(), ContactChild.objects.count()) == (1, 1)


def test_nobody_sends_another_persons_form(teacher):
    draft = drafts.start_draft(by=teacher, at=NOW)
    other = worker(Role.SAFEGUARDING_LEAD, on=draft)
    with pytest.raises(NotVisible):
        contacts.submit(draft=draft, telling=telling(), by=other, at=NOW)


def test_who_has_no_part_in_referring_is_refused():
    with pytest.raises(Refused):
        drafts.start_draft(by=worker(Role.ACCOUNT_ADMINISTRATOR), at=NOW)


def test_refusal_never_blocks_a_safeguarding_contact(teacher):
    contact = send(teacher, telling(parents_informed="yes", consent="refused"))
    assert contact.consent == "refused"
    assert "without the family's agreement" in contact.lawful_basis


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (telling(ToldChild(worries=("neglect",))), "MC1"),
        (telling(replace(MAYA, worries=())), "MC2"),
        (telling(what_happened="  "), "MC3"),
        (telling(purpose="support", consent="refused"), "MC4"),
        (telling(purpose="support", parents_informed="no", consent="not_asked"), "MC4"),
        (telling(parents_informed="no", consent="not_asked"), "MC5"),
        (telling(parents_informed="no", telling_puts_at_risk=True, not_told_reason="A risk"), "MC6"),
        (telling(replace(MAYA, born_on=TODAY + timedelta(days=1))), "MC8"),
    ],
)
def test_what_a_rule_forbids_is_refused_in_its_words_and_nothing_is_kept(teacher, said, rule):
    with pytest.raises(ValidationError) as refused:
        send(teacher, said)
    assert refused.value.code == rule
    assert Contact.objects.count() == 0


def test_support_that_the_family_agreed_to_is_sent(teacher):
    contact = send(teacher, telling(purpose="support", consent="agreed"))
    assert "help that they agreed to ask for" in contact.lawful_basis


def out_of_hours_list(viewer):
    return next([row.contact for row in one.rows] for one in board(viewer, NOW).sections if one.key == "out_of_hours")


def test_a_form_sent_on_sunday_night_stands_in_the_out_of_hours_list(teacher, duty_worker, as_app):
    contact, in_hours = send(teacher, at=SUNDAY_NIGHT), send(teacher)
    assert (contact.out_of_hours, in_hours.out_of_hours) == (True, False)
    with as_app(duty_worker):
        assert out_of_hours_list(duty_worker) == [contact]
        read_contact(contact=contact, by=duty_worker, at=SUNDAY_NIGHT + timedelta(hours=12))
        assert out_of_hours_list(duty_worker) == []


def test_sending_is_in_the_audit(teacher):
    contact = send(teacher)
    event = AuditEvent.objects.get(action="contact.received")
    assert (event.about_id, event.user_id, event.record_id) == (contact.pk, teacher.pk, contact.record_id)


def test_a_reference_can_be_read_out_and_two_are_never_the_same(teacher, monkeypatch):
    taken = send(teacher).reference
    assert re.fullmatch(r"KF-[FHKQRWXY234679]{4}-[FHKQRWXY234679]{3}", taken)
    drawn = iter([taken, taken, "KF-FHKQ-234"])
    monkeypatch.setattr(contacts, "new_reference", lambda: next(drawn))
    assert send(teacher).reference == "KF-FHKQ-234"
    assert len({references.new_reference() for _ in range(2000)}) > 1990  # of a hundred million, by chance


@pytest.mark.parametrize(
    ("kind", "post", "source"),
    [
        ("school", "", "2A"),
        ("police", "", "6"),
        ("health", "Health visitor", "3B"),
        ("health", "GP", "3A"),
        ("health", "Physiotherapist", "3D"),
        ("voluntary", "", "8"),
    ],
)
def test_the_source_follows_from_where_the_referrer_works(kind, post, source, hub):
    service = kind if kind in ("school", "police", "health", "voluntary") else "other"
    assert send(worker(Role.SAFEGUARDING_LEAD, team=team(service), post=post)).source_code == source


RANG_AT = NOW - timedelta(minutes=20)


def test_a_professionals_call_waits_for_the_written_form_and_the_decision_does_not(duty_worker):
    contact = take_call(duty_worker, Caller("professional", "telephone", RANG_AT, "3D"))
    assert running(contact, "written_form_awaited")[0].due_at == RANG_AT + timedelta(hours=48)
    assert running(contact, "contact_decision")[0].due_at == END_OF_THE_NEXT_DAY
    assert contact.referrer is None


def test_nothing_is_kept_of_an_anonymous_caller_and_no_answer_is_due(duty_worker):
    contact = take_call(duty_worker, Caller("anonymous", "telephone", RANG_AT, ""))
    kept = (contact.referrer_name, contact.referrer_post, contact.referrer_telephone, contact.referrer_email)
    assert kept == ("", "", "", "")
    assert (contact.anonymous, contact.source_code) == (True, "9")
    assert running(contact, "feedback_to_referrer") == running(contact, "written_form_awaited") == []


def test_a_neighbours_call_needs_no_written_form(duty_worker):
    contact = take_call(duty_worker, Caller("public", "telephone", RANG_AT, "1B"))
    assert contact.from_public
    assert running(contact, "written_form_awaited") == []


def test_only_the_hub_records_for_a_caller(teacher):
    with pytest.raises(Refused):
        take_call(teacher, Caller("public", "telephone", RANG_AT, "1B"))


def test_a_call_cannot_come_after_now(duty_worker):
    with pytest.raises(ValidationError, match="cannot come later than now"):
        take_call(duty_worker, Caller("public", "telephone", NOW + timedelta(hours=1), "1B"))
