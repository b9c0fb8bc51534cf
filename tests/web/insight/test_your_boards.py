"""The first page of a board's member: what has changed, what is late, what was agreed, and what is due."""

from __future__ import annotations

from datetime import date

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.insight.models import Figure
from kinfold.web.insight.selectors import your_boards as selectors
from kinfold.web.partnership.actions import boards, meetings, standing
from kinfold.web.partnership.actions.meetings import ToDo
from kinfold.web.partnership.models import Board, BoardMember, StrategyAction
from tests.factories import worker
from tests.web.insight.conftest import NOW, QUARTER, TODAY

EARLIER = date(2024, 2, 1)  # when the figures of October to December were the newest


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def officer() -> User:
    return worker(Role.BOARD_SUPPORT)


@pytest.fixture
def board(duty, officer, chair) -> Board:
    """The Early Help Board, looked after by the officer's team, with the chair in their seat."""
    found = Board.objects.get(key="early_help_board")
    boards.support(board=found, team=officer.teams[0], by=officer, at=NOW)
    seat = BoardMember.objects.get(board=found, seat=BoardMember.Seat.CHAIR)
    boards.fill(member=seat, user=chair, by=officer, at=NOW)
    return Board.objects.get(pk=found.pk)


@pytest.fixture
def met(board, officer):
    def on(held_on: date):
        meeting = meetings.plan(board=board, due_on=TODAY, by=officer)
        seats = list(BoardMember.objects.filter(board=board, user__isnull=False))
        return meetings.hold_meeting(
            meeting=meeting, board=board, held_on=held_on, came=seats, notes="", version=meeting.version, by=officer,
            today=TODAY,
        )  # fmt: skip

    return on


@pytest.fixture
def many_contacts(release) -> None:
    """In the newest quarter, and in no quarter before."""
    rows = Figure.objects.filter(release=release, indicator="mash.contacts", by="", status="shown")
    rows.filter(period__contains="-Q", period__lt=QUARTER).update(numerator=100, value=100)
    rows.filter(period="2022-23-Q4").update(numerator=102, value=102)
    rows.filter(period=QUARTER).update(numerator=9999, value=9999)


def home_of(user: User) -> selectors.BoardHome:
    return selectors.homes(user, NOW, TODAY)[0]


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.BOARD_CHAIR, "/your-boards"),
        (Role.BOARD_SUPPORT, "/your-boards"),
        (Role.EARLY_HELP_MANAGER, "/today"),
        (Role.ANALYST, "/today"),
    ],
)
def test_it_is_the_first_page_of_those_whose_work_boards_are(browser_of, role, place):
    assert browser_of(worker(role)).get("/")["Location"] == place


def test_news_are_what_stands_out_and_did_not_at_the_last_meeting(many_contacts, board, chair, met, browser_of):
    met(EARLIER)
    home = home_of(chair)
    assert "mash.contacts" in [one.indicator.key for one in home.news]
    assert home.quarter.key == QUARTER
    page = text(browser_of(chair).get("/your-boards"))
    assert "What has changed since the last meeting" in page
    assert "9,999 contacts in Q4 2023-24. The latest figure is above the limit of what is usual." in page


def test_what_stood_out_when_they_met_is_no_news(many_contacts, board, chair, met):
    met(TODAY)
    home = home_of(chair)
    assert (home.news, home.quarter) == ((), None)
    assert "mash.contacts" in [one.indicator.key for one in home.known]


def test_only_what_its_priorities_are_measured_by_is_news(many_contacts, board, chair, met, officer):
    """Contacts are asked for under the first priority alone, which the Early Help Board answers for."""
    boards.support(board=Board.objects.get(key="semh"), team=officer.teams[0], by=officer, at=NOW)
    homes = selectors.homes(officer, NOW, TODAY)
    found = {home.shown.board.key: [one.indicator.key for one in home.news] for home in homes}
    assert "mash.contacts" in found["early_help_board"]
    assert "mash.contacts" not in found["semh"]


def test_actions_that_are_off_track_come_before_those_at_risk_and_others_are_counted(board, chair, officer):
    at_risk, off_track, late = StrategyAction.objects.filter(priority__board=board)[:3]
    for action, status in ((at_risk, "at_risk"), (off_track, "off_track")):
        standing.update(
            line=action, status=status, note="Waits", owner_post="Chair", as_at=TODAY, version=action.version,
            by=officer, today=TODAY,
        )  # fmt: skip
    StrategyAction.objects.filter(pk=late.pk).update(ends_on=date(2024, 6, 11))
    home = home_of(chair)
    assert [one.action.pk for one in home.behind] == [late.pk, off_track.pk, at_risk.pk]
    assert [one.overdue for one in home.behind] == [True, False, False]
    assert dict(home.standings)["Not started"] == sum(number for _, number in home.standings) - 2


def test_what_was_agreed_says_whether_it_happened(board, chair, officer, met, browser_of):
    meeting = met(EARLIER)
    for words, due_on in (("Visit the schools", date(2024, 6, 11)), ("Write the letter", date(2024, 6, 12))):
        to_do = ToDo(text=words, who=chair, due_on=due_on)
        meetings.decide(meeting=meeting, text=f"Decided: {words}", by=officer, to_do=to_do)
    meetings.decide(meeting=meeting, text="Note the report", by=officer)
    page = text(browser_of(chair).get("/your-boards"))
    assert page.index("Late</strong>") < page.index("Decided: Visit the schools")
    assert f"{chair.name}, by 11 June 2024" in page
    assert page.index("To do</strong>") < page.index("Decided: Write the letter")
    assert "Noted" in page


def test_a_member_of_one_board_asks_few_questions(
    many_contacts, board, chair, met, browser_of, django_assert_max_num_queries
):
    met(EARLIER)
    browser = browser_of(chair)
    with django_assert_max_num_queries(28):
        browser.get("/your-boards")


def test_the_next_meeting_and_report_are_there_and_a_late_report_says_so(board, chair, officer, browser_of):
    meetings.plan(board=board, due_on=date(2024, 7, 1), by=officer)
    boards.plan_ahead(board=board, by=officer, today=TODAY)
    home = home_of(chair)
    page = text(browser_of(chair).get("/your-boards"))
    assert "1 July 2024" in page
    assert home.next_report.title in page


def test_whoever_sits_on_no_board_is_told_so_and_sees_nothing_of_any(board, met, browser_of):
    met(EARLIER)
    page = text(browser_of(worker(Role.BOARD_CHAIR)).get("/your-boards"))
    assert "You sit on no board yet" in page
    assert "Early Help Board" not in page
