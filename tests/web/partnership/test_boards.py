"""Boards: who looks after them and sits on them, what falls due, what they decide and whether it happens."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.commitments.models import Commitment
from kinfold.web.core import clock
from kinfold.web.deadlines.models import Deadline
from kinfold.web.partnership import strategy
from kinfold.web.partnership.actions import boards, meetings
from kinfold.web.partnership.actions.meetings import ToDo
from kinfold.web.partnership.cycles import covered
from kinfold.web.partnership.models import Board, BoardMember, Cycle, DueReport, Papers, StrategyAction
from kinfold.web.partnership.selectors import boards as selectors
from tests.factories import team, worker

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def boards_there(monkeypatch: pytest.MonkeyPatch) -> None:
    strategy.load(apps)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def officer() -> User:
    return worker(Role.BOARD_SUPPORT)


@pytest.fixture
def chair() -> User:
    return worker(Role.BOARD_CHAIR, name="Bo Chair", post="Director")


@pytest.fixture
def board(officer: User) -> Board:
    """The Early Help Board, looked after by the officer's team."""
    found = Board.objects.get(key="early_help_board")
    boards.support(board=found, team=officer.teams[0], by=officer, at=NOW)
    return Board.objects.get(pk=found.pk)


def sit(board: Board, post: str, by: User, **fields) -> BoardMember:
    return boards.seat(board=board, post=post, agency="", by=by, at=NOW, today=TODAY, **({"seat": "member"} | fields))


def met(board: Board, by: User, came: list[BoardMember]):
    meeting = meetings.plan(board=board, due_on=TODAY, by=by)
    return meetings.hold_meeting(
        meeting=meeting, board=board, held_on=TODAY, came=came, notes="", version=meeting.version, by=by, today=TODAY
    )


def test_every_body_of_the_sources_is_there():
    assert Board.objects.count() == 32  # 31 bodies in the 34 places that name one, and the plan's own partnership
    cycles = {key: sorted(row.cycle for row in Board.objects.get(key=key).duties.all()) for key in (
        "education_partnership", "pscp_executive", "semh", "corporate_parenting", "send", "physical_health",
        "early_help_board", "pscp", "mes_committee", "health_and_wellbeing", "resource_allocation",
    )}  # fmt: skip
    quarterly = {key: ["quarterly"] for key in ("semh", "corporate_parenting", "send", "physical_health")}
    both = {key: ["quarterly", "six_monthly"] for key in ("education_partnership", "pscp_executive")}
    assert cycles == quarterly | both | {
        "early_help_board": ["quarterly", "six_monthly"], "pscp": ["six_monthly"],
        "mes_committee": ["quarterly", "quarterly"], "health_and_wellbeing": ["yearly", "yearly"],
        "resource_allocation": ["termly"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cycle", "keys"),
    [
        (Cycle.QUARTERLY, ["2024-25-Q1", "2024-25-Q2", "2024-25-Q3", "2024-25-Q4"]),
        (Cycle.SIX_MONTHLY, ["2024-25-H1", "2024-25-H2"]),
        (Cycle.YEARLY, ["2024-25"]),
        (Cycle.TERMLY, ["2024-T2", "2024-T3", "2025-T1"]),
    ],
)
def test_the_periods_of_a_cycle(cycle, keys):
    assert [one.key for one in covered(cycle, date(2024, 6, 1), date(2025, 5, 31))] == keys


def test_a_period_counts_by_its_last_day():
    assert [one.title for one in covered("quarterly", date(2024, 6, 30), date(2024, 6, 30))] == ["April to June 2024"]
    assert list(covered("quarterly", date(2024, 7, 1), date(2024, 9, 29))) == []


def test_the_forward_plan_is_on_the_deadline_engine(board, officer):
    assert boards.plan_ahead(board=board, by=officer, today=TODAY) == 8
    assert boards.plan_ahead(board=board, by=officer, today=TODAY) == 0
    found = [one for one in selectors.forward_plan(officer, board, NOW) if one.due_report.duty.number == 1]
    assert [(one.covers, one.due) for one in found] == [
        ("October 2023 to March 2024", date(2024, 5, 14)),
        ("April to September 2024", date(2024, 11, 11)),
        ("October 2024 to March 2025", date(2025, 5, 15)),
    ]
    assert [one.overdue for one in found] == [True, False, False]
    assert set(Deadline.objects.filter(kind="board_report").values_list("team", flat=True)) == {officer.teams[0].pk}


def test_a_report_is_delivered_once(board, officer):
    boards.plan_ahead(board=board, by=officer, today=TODAY)
    due = DueReport.objects.order_by("covers_until").first()
    boards.deliver(due=due, by=officer, at=NOW)
    assert selectors.forward_plan(officer, board, NOW)[0].delivered_on == NOW
    with pytest.raises(ValidationError, match="already delivered"):
        boards.deliver(due=due, by=officer, at=NOW)


def test_a_board_without_a_duty_has_nothing_to_plan(officer):
    found = Board.objects.get(key="mash_board")
    with pytest.raises(ValidationError, match="which team looks after"):
        boards.plan_ahead(board=found, by=officer, today=TODAY)
    boards.support(board=found, team=officer.teams[0], by=officer, at=NOW)
    with pytest.raises(ValidationError, match="No report is asked"):
        boards.plan_ahead(board=Board.objects.get(pk=found.pk), by=officer, today=TODAY)


def test_papers_open_to_the_board_and_its_support_and_to_nobody_else(as_app, board, officer, chair):
    sit(board, "Director", officer, user=chair)
    hub = worker(Role.MASH_MANAGER)
    for user, seen in ((officer, 1), (chair, 1), (worker(Role.BOARD_SUPPORT), 0), (hub, 0)):
        with as_app(user):
            assert Papers.objects.count() == seen


def test_who_leaves_the_board_is_let_out(as_app, board, officer, chair):
    member = sit(board, "Director", officer, user=chair)
    boards.leave(member=member, by=officer, at=NOW, today=TODAY)
    with as_app(chair):
        assert Papers.objects.count() == 0


def test_who_follows_in_a_seat_is_let_in_and_who_filled_it_out(as_app, board, officer, chair):
    member, other = sit(board, "Director", officer, user=chair), worker(Role.BOARD_CHAIR)
    boards.fill(member=member, user=other, by=officer, at=NOW)
    for user, seen in ((chair, 0), (other, 1)):
        with as_app(user):
            assert Papers.objects.count() == seen


def test_the_app_itself_may_open_a_boards_papers_and_fill_a_seat(as_app, officer, chair):
    found = Board.objects.get(key="send")
    with as_app(officer):
        boards.support(board=found, team=officer.teams[0], by=officer, at=NOW)
        sit(Board.objects.get(pk=found.pk), "Chair of the SEND Board", officer, seat="chair", user=chair)
        assert boards.plan_ahead(board=Board.objects.get(pk=found.pk), by=officer, today=TODAY) == 5


def test_only_the_team_that_looks_after_a_board_hands_it_over(board, officer):
    stranger, unit = worker(Role.BOARD_SUPPORT), team("business_unit")
    with pytest.raises(ValidationError, match="Another team looks after"):
        boards.support(board=board, team=stranger.teams[0], by=stranger, at=NOW)
    with pytest.raises(NotVisible):
        meetings.plan(board=board, due_on=TODAY, by=stranger)
    boards.support(board=board, team=unit, by=officer, at=NOW)
    assert Board.objects.get(pk=board.pk).support_team == unit
    with pytest.raises(NotVisible):
        meetings.plan(board=Board.objects.get(pk=board.pk), due_on=TODAY, by=officer)


def test_a_chair_reads_and_does_not_look_after(board, chair):
    with pytest.raises(Refused):
        meetings.plan(board=board, due_on=TODAY, by=chair)


def test_a_post_sits_once(board, officer):
    sit(board, "Head of Early Help", officer)
    with pytest.raises(ValidationError, match="already sits"):
        sit(board, "Head of Early Help", officer)


@pytest.mark.parametrize(
    ("quorum", "came", "outcome"), [(None, 1, "no_quorum_set"), (2, 2, "quorate"), (2, 1, "not_quorate")]
)
def test_the_quorum_is_worked_out_from_who_came_without_advisers(board, officer, quorum, came, outcome):
    Board.objects.filter(pk=board.pk).update(quorum=quorum)
    members = [sit(board, f"Member {place}", officer) for place in range(2)]
    adviser = sit(board, "Adviser", officer, seat="adviser")
    meeting = met(Board.objects.get(pk=board.pk), officer, [*members[:came], adviser])
    assert meeting.outcome == outcome
    rows = selectors.attendances_of(officer, meeting)
    assert sorted((row.post, row.attended) for row in rows if row.post.startswith("Member")) == [
        ("Member 0", True), ("Member 1", came > 1),
    ]  # fmt: skip


def test_what_was_agreed_last_time_and_whether_it_happened(board, officer, chair):
    seat = sit(board, "Director of Early Help", officer, user=chair)
    meeting = met(board, officer, [seat])
    action = StrategyAction.objects.get(priority__key="priority_1", number="1.1")
    to_do = ToDo("Bring the draft to the next meeting", chair, TODAY - timedelta(days=1))
    meetings.decide(meeting=meeting, text="The draft is taken forward", by=officer, action=action, to_do=to_do)
    meetings.decide(meeting=meeting, text="Noted", by=officer)
    shown = selectors.shown(chair, board, NOW, TODAY)
    assert [(one.decision.number, one.happened) for one in shown.decisions] == [(1, "Late"), (2, "Nothing to do")]
    promised = Commitment.objects.get()
    assert (promised.goal_id, promised.promiser_user) == (action.pk, chair)
    meetings.done(commitment=promised, done_on=TODAY, version=promised.version, by=chair, at=NOW)
    assert selectors.shown(chair, board, NOW, TODAY).decisions[0].happened == "Done"


def test_the_same_decision_is_written_down_once(board, officer):
    meeting = met(board, officer, [sit(board, "Member", officer)])
    assert meetings.decide(meeting=meeting, text="Noted", by=officer) == meetings.decide(
        meeting=meeting, text=" Noted ", by=officer
    )


def test_nothing_is_decided_at_a_meeting_that_was_not_held(board, officer):
    with pytest.raises(ValidationError, match="once the meeting has been held"):
        meetings.decide(meeting=meetings.plan(board=board, due_on=TODAY, by=officer), text="Noted", by=officer)


def test_a_boards_reports_are_not_extracted_as_what_is_due_for_a_child():
    from kinfold.web.exchange.maps.deadlines import DEADLINES

    assert "partnership.duereport" in DEADLINES.rows


def test_the_page_shows_papers_to_those_let_in_alone(board, officer, chair, browser_of):
    boards.plan_ahead(board=board, by=officer, today=TODAY)
    inside, outside = (browser_of(user).get("/strategy/boards/early_help_board") for user in (officer, chair))
    assert "14 May 2024" in inside.content.decode()
    assert "14 May 2024" not in outside.content.decode()
    assert "which open to its members" in outside.content.decode()


def test_a_board_is_looked_after_through_its_pages(browser_of, officer, chair):
    browser, at = browser_of(officer), "/strategy/boards/semh"
    assert browser.post(f"{at}/support", {"team": str(officer.teams[0].pk)}).status_code == 302
    seat = {"post": "Chair of the SEMH Board", "seat": "chair", "agency": "Portsmouth", "user": str(chair.pk)}
    assert browser.post(f"{at}/seats/new", seat).status_code == 302
    terms = {"purpose": "Governs.", "chair_post": "Chair", "terms": "Meets each quarter.", "quorum": "1"}
    assert "must be 1,000 or less" in browser.post(f"{at}/terms", terms | {"quorum": "9" * 20}).content.decode()
    unread = browser.post(f"{at}/terms", terms)  # its page carried no version
    assert (unread.status_code, Board.objects.get(key="semh").quorum) == (409, None)
    version = Board.objects.get(key="semh").version
    assert browser.post(f"{at}/terms", terms | {"version": version}).status_code == 302
    assert browser.post(f"{at}/forward-plan").status_code == 302
    day = {"due_on-day": "12", "due_on-month": "6", "due_on-year": "2024"}
    assert browser.post(f"{at}/meetings/new", day).status_code == 302
    page = browser.get(at).content.decode()
    assert "Meets each quarter." in page
    meeting = Papers.objects.get(board__key="semh")
    planned = selectors.meetings_of(officer, meeting)[0]
    member = BoardMember.objects.get(board__key="semh")
    held = {"held_on-day": "12", "held_on-month": "6", "held_on-year": "2024", "came": [str(member.pk)],
            "notes": "", "version": planned.version}  # fmt: skip
    assert browser.post(f"/strategy/meetings/{planned.pk}/record", held).status_code == 302
    decided = {"text": "Go on", "to_do": "Write it up", "who": str(chair.pk), "action": ""}
    assert browser.post(f"/strategy/meetings/{planned.pk}/decisions/new", decided).status_code == 302
    promised = Commitment.objects.get(text="Write it up")
    reader = browser_of(chair)
    assert "Enough members were there" in reader.get(f"/strategy/meetings/{planned.pk}").content.decode()
    done = {"done_on-day": "12", "done_on-month": "6", "done_on-year": "2024", "version": promised.version}
    assert reader.post(f"/strategy/agreed/{promised.pk}", done).status_code == 302
    assert "Done" in reader.get(at).content.decode()
    due = DueReport.objects.filter(duty__board__key="semh").first()
    assert browser.post(f"/strategy/reports-due/{due.pk}/delivered").status_code == 302
    assert reader.post(f"/strategy/reports-due/{due.pk}/delivered").status_code == 403
    assert "Delivered" in reader.get(f"/strategy/reports-due/{due.pk}").content.decode()
