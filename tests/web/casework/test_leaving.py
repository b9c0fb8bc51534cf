"""A professional leaves or falls ill: nothing stays open to them, and nothing they led or owed is left with nobody."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework import actions, chronology, rules, selectors
from kinfold.web.casework.models import Handover, Involvement
from kinfold.web.commitments import actions as commitments
from kinfold.web.core.ids import new_id
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help.deadline_kinds import PLAN_REVIEW
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Family
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY


@pytest.fixture
def administrator() -> User:
    return factories.worker(Role.ACCOUNT_ADMINISTRATOR)


@pytest.fixture
def team():
    return factories.team("early_help")


@pytest.fixture
def manager(team) -> User:
    return factories.worker(Role.EARLY_HELP_MANAGER, team=team)


@pytest.fixture
def colleague(team) -> User:
    return factories.worker(team=team)


@pytest.fixture
def leader(team) -> User:
    return factories.worker(team=team)


@pytest.fixture
def led(as_app, manager, leader, family):
    """A family led by the leader in the team's name, with an action promised, a deadline and a handover to answer."""
    episode = factories.episode(family, "early_help")
    start = factories.grant(family, manager)
    with as_app(manager):
        actions.name_lead(episode=episode, user=leader, on=TODAY, by=manager, at=NOW)
        plan = factories.plan(episode, *family.children)
        commitments.promise(about=plan, text="Ring the school", promised_by="service", by=manager, promiser=leader)
        deadlines.start(PLAN_REVIEW, about=plan, at=NOW, user=leader, team=manager.teams[0])
    Handover.objects.create(
        record=family.record, kind="transfer", family=family, episode=episode, to_team=manager.teams[0], to_user=leader,
        reason="Moved", offered_at=NOW, offered_by=manager,
    )  # fmt: skip
    start.delete()
    Notice.objects.all().delete()
    return episode


def leave(as_app, administrator, user):
    with as_app(administrator):
        actions.leave(user=user, on=TODAY, by=administrator, at=NOW)


def everything(leader, to):
    rows = [
        *selectors.parts_held(to, [leader.pk]), *selectors.handovers_held(to, [leader.pk]),
        *leader.commitments.open(), *leader.deadlines.open(),
    ]  # fmt: skip
    return [(row, to) for row in rows]


def test_a_lead_professional_who_leaves_today_sees_nothing_and_nobody_leads(
    as_app, browser_of, led, administrator, manager, leader, family
):
    browser = browser_of(leader)
    page = f"/families/{family.pk}"
    assert browser.get(page).status_code == 200
    leave(as_app, administrator, leader)
    leave(as_app, administrator, leader)  # again changes nothing

    assert browser.get(page).status_code == 302  # to sign in
    gone = User.objects.get(pk=leader.pk)
    assert (gone.closed_at, gone.has_usable_password()) == (NOW, False)
    assert not Grant.objects.filter(user=leader, ended_at=None).exists()
    assert set(Involvement.objects.filter(user=leader).values_list("ended_on", "change_reason")) == {
        (TODAY, rules.LEFT)
    }
    with as_app(gone):
        assert not Family.objects.exists()
    with as_app(manager):
        assert [row.episode for row in selectors.episodes_without_lead(manager, TODAY)] == [led]
    assert {(notice.user, notice.words) for notice in Notice.objects.all()} == {
        (manager, "A colleague has left. Pass their work on")
    }
    ended = AuditEvent.objects.filter(action="casework.involvement_ended", user_id=administrator.pk)
    assert set(ended.values_list("record_id", flat=True)) == {family.record_id}
    assert ended.count() == 2  # a row a child, written once


def test_a_lead_who_was_loaded_and_never_had_an_account_leads_still(as_app, family, manager):
    loaded = factories.worker(is_active=False, email=None)
    factories.lead(factories.episode(family, "early_help"), loaded)
    factories.grant(family, manager)
    with as_app(manager):
        assert selectors.episodes_without_lead(manager, TODAY) == []
        User.objects.filter(pk=loaded.pk).update(closed_at=NOW)
        assert len(selectors.episodes_without_lead(manager, TODAY)) == 1


def test_the_database_ends_the_parts_of_leavers_alone_and_for_administrators_alone(as_app, led, administrator, leader):
    def ended_for(user):
        with as_app(user), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_leave(%s, %s, 'x')", [leader.pk, TODAY])
            return cursor.rowcount

    assert ended_for(administrator) == 0  # the account is open
    User.objects.filter(pk=leader.pk).update(is_active=False, closed_at=NOW)
    assert ended_for(factories.worker(Role.MASH_MANAGER)) == 0
    assert ended_for(administrator) == 2


@pytest.mark.parametrize("leaves", [True, False])
def test_all_that_somebody_leads_and_owes_is_passed_on_at_once(
    as_app, led, administrator, manager, colleague, leader, family, leaves
):
    if leaves:
        leave(as_app, administrator, leader)
    with as_app(manager):
        passed = [(row, colleague) for row, _ in everything(leader, manager)]
        count = actions.pass_on(colleague=leader, passed=passed, on=TODAY, by=manager, at=NOW)
        assert everything(leader, manager) == []
        assert selectors.episodes_without_lead(manager, TODAY) == []
        lines = chronology.entries(
            child=family.children[0], viewer=manager, since=LONG_AGO,
            known=selectors.help_for(manager, family.children, TODAY),
        )  # fmt: skip

    assert count == {"Involvement": 2, "Handover": 1, "Commitment": 1, "Deadline": 1}
    assert colleague.commitments.count() == colleague.deadlines.count() == colleague.handovers.count() == 1
    assert can_see(colleague, family.record_id)
    reason = "They have left, and a colleague took over" if leaves else "A colleague took over"
    assert [line.text for line in lines if line.title == f"{leader.name} is no longer involved"] == [
        f"Lead professional. {reason}"
    ]
    assert f"{colleague.name} became involved" in {line.title for line in lines}
    told = dict(Notice.objects.exclude(user=manager).values_list("user", "words"))
    assert told[colleague.pk] == "A colleague’s work was passed on to you"
    assert (leader.pk in told) is not leaves
    assert AuditEvent.objects.get(action="casework.work_passed_on").details == dict(count)


def test_one_thing_that_cannot_be_passed_on_leaves_all_of_it_where_it_was(as_app, led, manager, colleague, leader):
    stranger = factories.worker()
    with as_app(manager):
        rows = everything(leader, colleague)
        to_stranger = [(row, stranger if isinstance(row, Deadline) else to) for row, to in rows]
        with pytest.raises(ValidationError, match="who can see the family"):
            actions.pass_on(colleague=leader, passed=to_stranger, on=TODAY, by=manager, at=NOW)
        assert not Involvement.objects.filter(user=colleague).exists()
        actions.pass_on(colleague=leader, passed=rows, on=TODAY, by=manager, at=NOW)
        with pytest.raises(ValidationError, match="Look at the list again"):
            actions.pass_on(colleague=leader, passed=rows, on=TODAY, by=manager, at=NOW)


def test_work_is_passed_on_by_a_manager_who_sees_the_file_to_somebody_who_works_here(
    as_app, led, administrator, manager, colleague, leader
):
    elsewhere = factories.worker(Role.EARLY_HELP_MANAGER)
    with as_app(colleague):
        rows = everything(leader, colleague)
        with pytest.raises(Refused):
            actions.pass_on(colleague=leader, passed=rows, on=TODAY, by=colleague, at=NOW)
    with as_app(elsewhere), pytest.raises(NotVisible):
        actions.pass_on(colleague=leader, passed=rows, on=TODAY, by=elsewhere, at=NOW)
    leave(as_app, administrator, colleague)
    with as_app(manager):
        for to, why in ((User.objects.get(pk=colleague.pk), "account is open"), (leader, "somebody else")):
            with pytest.raises(ValidationError, match=why):
                actions.pass_on(colleague=leader, passed=[(rows[0][0], to)], on=TODAY, by=manager, at=NOW)


def test_naming_a_lead_or_closing_help_settles_what_a_leaver_led(
    as_app, led, administrator, manager, colleague, leader
):
    leave(as_app, administrator, leader)
    with as_app(manager):
        actions.name_lead(episode=led, user=colleague, on=TODAY, by=manager, at=NOW)
        assert not selectors.parts_held(manager, [leader.pk]).exists()
    left = Involvement.objects.filter(user=leader)
    assert not Grant.objects.filter(source_id__in=left.values("pk"), ended_at=None).exists()


def test_the_page_shows_what_a_colleague_holds_and_passes_each_thing_on(
    browser_of, led, manager, colleague, leader, family
):
    browser = browser_of(manager)
    listed = browser.get("/colleagues").content.decode()
    page = browser.get(f"/colleagues/{leader.pk}").content.decode()
    part = Involvement.objects.filter(user=leader).order_by("person__born_on").first()
    nothing = browser.post(f"/colleagues/{leader.pk}", {"to_all": ""}).content.decode()
    action = f"action-{leader.commitments.get().pk}"
    browser.post(f"/colleagues/{leader.pk}", {f"part-{part.pk}": str(manager.pk), action: str(colleague.pk)})

    assert leader.name in listed
    assert all(
        words in page
        for words in ("): Lead professional", f"{family}: Ring the school", f"{family}: Hand over", "3 things go with")
    )
    assert "Choose who takes over, for everything or for at least one thing" in nothing
    assert set(Involvement.objects.filter(ended_on=None).values_list("user", flat=True)) == {manager.pk}
    assert colleague.commitments.count() == 1
    assert (
        "There is no family, handover, action or deadline" in browser.get(f"/colleagues/{leader.pk}").content.decode()
    )


def test_what_is_in_the_familys_file_follows_a_child_whose_own_file_is_apart(browser_of, led, manager, leader):
    apart = factories.record("open", agency=manager.agency)
    factories.grant(apart, manager)
    Involvement.objects.filter(user=leader).update(record=apart)
    page = browser_of(manager).get(f"/colleagues/{leader.pk}").content.decode()
    assert "3 things go with these families" in page


def test_the_page_of_somebody_who_works_elsewhere_is_not_there(browser_of, manager, leader):
    elsewhere = factories.worker()
    assert browser_of(manager).get(f"/colleagues/{elsewhere.pk}").status_code == 404
    assert browser_of(manager).get(f"/colleagues/{new_id()}").status_code == 404
    assert browser_of(leader).get(f"/colleagues/{manager.pk}").status_code == 403


def test_who_has_left_stands_first_until_their_work_is_passed_on(
    as_app, browser_of, led, administrator, manager, colleague, leader
):
    leave(as_app, administrator, leader)
    browser = browser_of(manager)
    before = browser.get("/colleagues").content.decode()
    browser.post(f"/colleagues/{leader.pk}", {"to_all": str(colleague.pk)})

    assert before.index("Has left") < before.index("Works here")
    assert leader.name not in browser.get("/colleagues").content.decode()


def test_closing_an_account_on_its_page_ends_the_persons_parts(browser_of, led, administrator, leader):
    browser_of(administrator).post(f"/accounts/{leader.pk}/close")

    assert not Involvement.objects.filter(user=leader, ended_on=None).exists()
