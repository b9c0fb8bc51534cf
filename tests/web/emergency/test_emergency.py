"""Emergency access: for a reason and some hours, told to the Guardian, reviewed, and silent about restricted files."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from kinfold.web.access.actions import close_account
from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.deadlines.models import Deadline
from kinfold.web.emergency import actions, selectors, tasks
from kinfold.web.emergency.models import EmergencyRequest
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Person
from tests import factories

REASON = "The mother has collapsed and I do not know who may fetch the child"


@pytest.fixture
def guardian() -> User:
    return factories.worker(Role.CALDICOTT_GUARDIAN)


@pytest.fixture
def lead(guardian) -> User:
    return factories.worker()


@pytest.fixture
def family():
    return factories.family(name="Quillfeather")


def ask(by, child, name=None, **given):
    given = {"reason_code": "danger_now", "reason": REASON, "now": clock.now()} | given
    return actions.ask(name=name or child.name, born_on=child.born_on, by=by, **given)


def test_the_file_opens_for_some_hours_and_closes_by_itself(as_app, lead, family):
    child = family.children[0]
    with as_app(lead):
        assert not Person.objects.filter(pk=child.pk).exists()
        asked = ask(lead, child, name=child.name.lower())
        assert Person.objects.filter(pk=child.pk).exists()

    assert asked.ends_at - asked.asked_at == timedelta(hours=12)
    assert set(Grant.objects.filter(source_id=asked.pk).values_list("ended_at", flat=True)) == {asked.ends_at}
    Grant.objects.filter(source_id=asked.pk).update(
        started_at=asked.asked_at - timedelta(days=1), ended_at=asked.asked_at - timedelta(hours=1)
    )
    with as_app(lead):
        assert not Person.objects.filter(pk=child.pk).exists()
        assert not can_see(lead, family.record_id)


def test_it_can_be_ended_sooner(as_app, lead, family):
    with as_app(lead):
        asked = ask(lead, family.children[0])
        actions.end(request=asked, by=lead, now=clock.now())
        assert not can_see(lead, family.record_id)
        assert actions.end(request=asked, by=lead, now=clock.now()).ends_at < clock.now()

    assert AuditEvent.objects.filter(action="emergency.ended").count() == 1


def test_guardian_and_deputies_are_told_at_once_without_a_name_and_a_review_falls_due(as_app, guardian, lead, family):
    deputy = factories.worker(Role.CALDICOTT_GUARDIAN)
    with as_app(lead):
        asked = ask(lead, family.children[0])

    told = Notice.objects.filter(about_id=asked.pk)
    assert {notice.user_id for notice in told} == {guardian.pk, deputy.pk}
    assert {notice.words for notice in told} == {"Somebody asked for emergency access. Please look at it"}
    due = Deadline.objects.get(about_id=asked.pk)
    assert (due.kind, due.user, due.record_id) == ("emergency_review", guardian, asked.record_id)


def test_with_no_guardian_nothing_opens(as_app, family):
    lead = factories.worker()
    with as_app(lead), pytest.raises(ValidationError, match="Nobody is Caldicott Guardian yet"):
        ask(lead, family.children[0])
    assert not can_see(lead, family.record_id)


def test_who_sees_the_file_already_needs_none(as_app, lead, family):
    factories.grant(family, lead)
    with as_app(lead), pytest.raises(ValidationError, match="You can see this person’s file already"):
        ask(lead, family.children[0])


def test_two_who_fit_as_well_as_each_other_open_nothing(as_app, lead, family):
    child = family.children[0]
    factories.person(forename=child.forename, surname=child.surname, born_on=child.born_on)
    with as_app(lead):
        assert ask(lead, child).person_id is None


@pytest.mark.parametrize("role", [Role.EARLY_HELP_LEAD, Role.SOCIAL_WORKER])
@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_a_file_that_few_may_see_is_answered_like_nobody(as_app, browser_of, guardian, role, level):
    """The page, what is written, who is told and the number of questions to the database are the same."""
    kept = factories.family(level=level, name="Unspoken").children[0]
    nobody = Person(forename="Wholly", surname="Unspoken", born_on=kept.born_on)
    pages, written, queries = [], [], []
    for person in (kept, nobody):
        worker = factories.worker(role, name="The same person")
        typed = {"name": "Wholly Unspoken" if person is nobody else kept.name, "reason_code": "danger_now",
                 "reason": REASON, "born_on-day": 1, "born_on-month": 3, "born_on-year": 2018}  # fmt: skip
        browser = browser_of(worker)
        with CaptureQueriesContext(connection) as asked:
            answer = browser.post("/emergency-access/", typed, follow=True)
        request = EmergencyRequest.objects.get(asked_by=worker)
        pages.append(answer.text.replace(typed["name"], "N").replace(str(request.pk), "ID"))
        queries.append(len(asked))
        written.append(sorted(AuditEvent.objects.filter(user_id=worker.pk).values_list("action", flat=True)))
        assert not Grant.objects.filter(user=worker).exclude(record=request.record_id).exists()

    assert "No file was opened" in pages[0]
    assert without_printed(pages[0]) == without_printed(pages[1])
    assert written[0] == written[1]
    assert queries[0] == queries[1]
    assert ProcrastinateJob.objects.filter(task_name="emergency.tell_keepers").count() == 2


def without_printed(page):
    return [line for line in page.splitlines() if "kf-printed" not in line and "csrf" not in line]


def test_those_who_keep_a_restricted_file_are_told_who_asks_and_the_asker_is_not(as_app, browser_of, guardian, lead):
    hidden = factories.family(level="restricted", name="Unspoken")
    keeper = factories.worker(Role.SOCIAL_WORKER, on=hidden)
    with as_app(lead):
        asked = ask(lead, hidden.children[0])
    before = browser_of(lead).get(f"/emergency-access/{asked.pk}").text
    assert browser_of(keeper).get(f"/emergency-access/{asked.pk}").status_code == 404

    with as_app(guardian):
        tasks.tell_keepers(str(asked.pk), str(guardian.pk))

    assert list(Notice.objects.filter(url_name="emergency:one").values_list("user", flat=True)) == [keeper.pk]
    assert lead.name in browser_of(keeper).get(f"/emergency-access/{asked.pk}").text
    assert without_printed(browser_of(lead).get(f"/emergency-access/{asked.pk}").text) == without_printed(before)
    assert not can_see(lead, hidden.record_id)


def test_nobody_is_found_whom_no_request_of_ones_own_names(as_app, lead, family):
    with as_app(lead):
        asked = ask(lead, family.children[0])
    with as_app(factories.worker()), connection.cursor() as cursor:
        for function in ("emergency_opens(%s)", "emergency_keepers(%s)", "emergency_meant(%s, 'restricted')"):
            cursor.execute(f"SELECT * FROM {function}", [asked.pk])
            assert cursor.fetchall() == []


def test_the_database_tells_an_asker_nothing_of_a_restricted_file(as_app, lead):
    hidden = factories.family(level="restricted")
    factories.worker(Role.SOCIAL_WORKER, on=hidden)
    with as_app(lead), connection.cursor() as cursor:
        asked = ask(lead, hidden.children[0])
        for function in ("emergency_opens(%s)", "emergency_keepers(%s)", "emergency_meant(%s, 'restricted')"):
            cursor.execute(f"SELECT * FROM {function}", [asked.pk])
            assert cursor.fetchall() == []


def test_the_guardian_sees_what_was_opened_and_says_whether_it_was_right(as_app, browser_of, guardian, lead, family):
    child = family.children[0]
    with as_app(lead):
        asked = ask(lead, child)
    browser_of(lead).get(f"/children/{child.pk}")
    browser = browser_of(guardian)

    page = browser.get(f"/emergency-reviews/{asked.pk}").text
    assert "Looked at the person’s page" in page
    assert REASON in page
    assert str(asked.pk) in browser.get("/emergency-reviews").text
    answer = browser.post(f"/emergency-reviews/{asked.pk}", {"outcome": "not_justified", "reasons": "It could wait"})

    assert answer.status_code == 302
    assert not can_see(lead, family.record_id)
    assert Deadline.objects.get(about_id=asked.pk).met_at is not None
    assert Notice.objects.filter(user=lead, about_id=asked.pk).exists()
    assert "It could wait" in browser_of(lead).get(f"/emergency-access/{asked.pk}").text
    with as_app(guardian), pytest.raises(ValidationError, match="looked at already"):
        actions.review(request=asked, outcome="justified", reasons="No", by=guardian, now=clock.now())
    assert REASON in browser.get(f"/who-looked/{family.pk}").text


def test_nobody_reviews_their_own(as_app, guardian, lead, family):
    both = factories.worker(Role.CALDICOTT_GUARDIAN)
    with as_app(lead):
        asked = ask(lead, family.children[0])
    EmergencyRequest.objects.filter(pk=asked.pk).update(asked_by=guardian)
    with as_app(guardian), pytest.raises(ValidationError, match="Somebody else must look"):
        actions.review(request=asked, outcome="justified", reasons="Mine", by=guardian, now=clock.now())
    with as_app(both), pytest.raises(NotVisible):  # came after: in another team than those who were told
        actions.review(request=asked, outcome="justified", reasons="Mine", by=factories.worker(Role.CALDICOTT_GUARDIAN),
                       now=clock.now())  # fmt: skip
    with as_app(lead), pytest.raises(Refused):
        actions.review(request=asked, outcome="justified", reasons="Mine", by=lead, now=clock.now())


def test_each_quarter_is_counted_for_the_board_and_names_nobody(as_app, browser_of, guardian, lead, family):
    with as_app(lead):
        ask(lead, family.children[0])
        ask(lead, Person(forename="No", surname="Body", born_on=family.children[0].born_on))
    with as_app(guardian):
        (quarter,) = selectors.by_quarter(guardian)
    assert (quarter.asked, quarter.opened, quarter.waiting, quarter.justified) == (2, 1, 2, 0)

    sheet = browser_of(guardian).get("/emergency-reviews/counts.csv").text
    assert f"{quarter.title},2,1,0,0,0,2" in sheet
    assert lead.name not in sheet


def test_what_waits_for_a_review_is_never_crowded_out(as_app, monkeypatch, guardian, lead, family):
    nobody = Person(forename="No", surname="Body", born_on=family.children[0].born_on)
    with as_app(lead):
        oldest, second, newest = (ask(lead, nobody) for _ in range(3))
    with as_app(guardian):
        actions.review(request=newest, outcome="justified", reasons="Right to ask", by=guardian, now=clock.now())
        rows = selectors.all_requests(guardian, clock.now())
        assert [row.request for row in rows] == [oldest, second, newest]
        monkeypatch.setattr(selectors, "MOST_ROWS", 1)
        (row,) = selectors.all_requests(guardian, clock.now())
    assert row.request == oldest


def test_closing_an_account_ends_its_emergency_access_at_once(as_app, browser_of, lead, family):
    administrator = factories.worker(Role.ACCOUNT_ADMINISTRATOR)
    with as_app(lead):
        ask(lead, family.children[0])
    browser = browser_of(lead)
    with as_app(administrator):
        close_account(user=lead, on=clock.today(), by=administrator, at=clock.now())

    assert browser.get(f"/children/{family.children[0].pk}").status_code == 302
    assert not Grant.objects.filter(user=lead, ended_at__gt=clock.now()).exists()
    with as_app(User.objects.get(pk=lead.pk)):
        assert not Person.objects.exists()
