"""Where a line of a strategy stands: who says it, and that every word stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.core.versions import StaleVersion
from kinfold.web.partnership import strategy
from kinfold.web.partnership.actions import standing
from kinfold.web.partnership.models import BoardMember, Priority, StatusUpdate, StrategyAction
from tests.factories import worker

TODAY = date(2024, 6, 12)


@pytest.fixture(autouse=True)
def strategy_there() -> None:
    strategy.load(apps)


@pytest.fixture
def analyst() -> User:
    return worker(Role.ANALYST)


def first() -> StrategyAction:
    return StrategyAction.objects.get(priority__key="priority_1", number="1.1")


def say(by: User, **said) -> StatusUpdate:
    said = {"status": "on_track", "note": "Out for comment.", "as_at": TODAY, "version": 1} | said
    return standing.update(
        line=said.pop("line", None) or first(), owner_post="Head of Early Help", by=by, today=TODAY, **said
    )


def test_priority_1_has_six_actions_of_which_nothing_is_said():
    rows = list(StrategyAction.objects.filter(priority__key="priority_1"))
    assert [row.number for row in rows] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]
    assert {(row.status, row.note, row.updated_on) for row in rows} == {("not_started", "", None)}
    assert Priority.objects.get(key="priority_1").board.name == "Early Help Board"


def test_loading_the_strategy_again_changes_nothing(analyst):
    say(analyst)
    strategy.load(apps)
    assert StrategyAction.objects.count() == 152
    assert first().status == "on_track"


def test_every_word_stays(analyst):
    say(analyst, as_at=TODAY - timedelta(days=30))
    say(analyst, status="at_risk", note="The lead has left.", version=2)
    assert first().status == "at_risk"
    assert [update.status for update in StatusUpdate.objects.of(first())] == ["at_risk", "on_track"]


def test_the_same_said_twice_is_said_once(analyst):
    assert say(analyst) == say(analyst)
    assert StatusUpdate.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [({"note": "  "}, "Say in the note"), ({"as_at": TODAY + timedelta(days=1)}, "today or earlier")],
)
def test_what_cannot_be_said(analyst, said, words):
    with pytest.raises(ValidationError, match=words):
        say(analyst, **said)


def test_nothing_is_put_before_the_last_word(analyst):
    say(analyst)
    with pytest.raises(ValidationError, match="newer update"):
        say(analyst, note="Earlier", as_at=TODAY - timedelta(days=1), version=2)


def test_two_who_write_at_once_do_not_overwrite_each_other(analyst):
    say(analyst)
    with pytest.raises(StaleVersion):
        say(worker(Role.ANALYST), note="Something else", version=1)


def test_only_its_owner_its_board_and_the_business_unit_say_where_it_stands():
    elsewhere, owner, chair = (worker(Role.BOARD_CHAIR, post=post) for post in ("Chair, Youth Forum", "Head", "Chair"))
    StrategyAction.objects.filter(pk=first().pk).update(owner_post="Head")
    BoardMember.objects.create(board=first().priority.board, post="Deputy chair", user=chair)

    with pytest.raises(ValidationError, match="Only its owner"):
        say(elsewhere)
    assert say(owner).said_by == owner
    assert say(chair, note="Further on.", version=2).said_by == chair


def test_whoever_has_left_the_board_no_longer_speaks_for_it():
    chair = worker(Role.BOARD_CHAIR)
    BoardMember.objects.create(board=first().priority.board, post="Deputy chair", user=chair, ended_on=TODAY)
    with pytest.raises(ValidationError, match="Only its owner"):
        say(chair)


def test_a_priority_and_an_objective_have_their_own_history(analyst):
    priority = first().priority
    objective = priority.objectives.first()
    for line in (priority, objective):
        say(analyst, line=line, note=f"About {line.pk}", version=line.version)
    assert [row.note for row in StatusUpdate.objects.of(priority)] == [f"About {priority.pk}"]
    assert [row.note for row in StatusUpdate.objects.of(objective)] == [f"About {objective.pk}"]
    assert StatusUpdate.objects.of(first()).count() == 0


def test_the_same_evidence_is_kept_once(analyst):
    shown = {"title": "The draft strategy", "kept_at": "https://example.org/draft"}
    one = standing.show(line=first(), by=analyst, today=TODAY, **shown)
    assert standing.show(line=first(), by=analyst, today=TODAY, **shown) == one


def test_a_manager_reads_and_does_not_write(browser_of):
    manager = worker(Role.MASH_MANAGER)
    browser = browser_of(manager)
    page = browser.get("/strategy/priority_1").content.decode()
    assert "Nobody has said anything about it yet" in page
    assert "Update" not in page
    assert browser.get(f"/strategy/lines/actions/{first().pk}").status_code == 200
    assert browser.get(f"/strategy/lines/actions/{first().pk}/update").status_code == 403
    with pytest.raises(Refused):
        say(manager)


def test_an_update_through_the_page(analyst, browser_of):
    browser = browser_of(analyst)
    answers = {
        "status": "on_track", "note": "Out for comment.", "owner_post": "Head of Early Help", "version": "1",
        "as_at-day": "1", "as_at-month": "6", "as_at-year": "2024",
    }  # fmt: skip
    response = browser.post(f"/strategy/lines/actions/{first().pk}/update", answers)
    assert response.status_code == 302
    assert "Out for comment." in browser.get(f"/strategy/lines/actions/{first().pk}").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/strategy/priority_9",
        "/strategy/plans/nothing",
        "/strategy/boards/nothing",
        "/strategy/lines/actions/00000000-0000-0000-0000-000000000000",
        "/strategy/lines/nothing/00000000-0000-0000-0000-000000000000",
    ],
)
def test_what_does_not_exist_is_not_found(analyst, browser_of, path):
    assert browser_of(analyst).get(path).status_code == 404
