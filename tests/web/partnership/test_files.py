"""Strategies as files: what they say, that they come out as they went in, and what is refused."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinfold.indicators.asked import measures
from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.partnership import strategy
from kinfold.web.partnership.actions import files, lines, standing
from kinfold.web.partnership.actions.lines import Wording
from kinfold.web.partnership.files.checking import check
from kinfold.web.partnership.files.comparing import compare
from kinfold.web.partnership.files.reading import FileFault, read
from kinfold.web.partnership.files.taking import boards_value, strategy_value
from kinfold.web.partnership.files.values import BoardsValue, BoardValue, Said, StrategyValue
from kinfold.web.partnership.files.writing import write
from kinfold.web.partnership.models import (
    Board,
    Evidence,
    Objective,
    Priority,
    StatusUpdate,
    Strategy,
    StrategyAction,
)
from tests.factories import worker

TODAY = date(2024, 6, 12)
EVERY = (strategy.BOARDS, *strategy.STRATEGIES)


@pytest.fixture(autouse=True)
def strategies_there() -> None:
    strategy.load(apps)


def value_of(key: str) -> StrategyValue:
    return strategy_value(Strategy.objects.get(key=key))


def of_kind(key: str, kind: str) -> list:
    return [one for priority in value_of(key).priority for one in priority.objective if one.kind == kind]


def emptied() -> None:
    """As elsewhere, where nothing has been read in yet."""
    for model in (StatusUpdate, Evidence, StrategyAction, Objective, Priority, Strategy):
        model.objects.all().delete()


@pytest.mark.parametrize("name", EVERY)
def test_what_is_shipped_is_as_kinfold_writes_it(name):
    assert write(strategy.shipped(name)) == strategy.text_of(name)


@pytest.mark.parametrize("name", strategy.STRATEGIES)
def test_what_is_read_in_comes_out_the_same(name):
    shipped = strategy.shipped(name)
    assert isinstance(shipped, StrategyValue)
    assert write(value_of(shipped.key)) == strategy.text_of(name)


def test_the_boards_come_out_the_same():
    assert write(boards_value()) == strategy.text_of(strategy.BOARDS)


@pytest.mark.parametrize("name", strategy.STRATEGIES)
def test_what_is_shipped_passes_its_own_check(name):
    check(strategy.shipped(name), set(Board.objects.values_list("key", flat=True)))


def test_the_safeguarding_strategy_has_its_eight_priorities_41_actions_and_88_measures():
    priorities = [one for one in value_of("safeguarding").priority if one.kind == "priority"]
    assert [len(one.action) for one in priorities] == [6, 4, 4, 4, 5, 4, 6, 8]
    assert len(of_kind("safeguarding", "difference")) == 33
    assert len(of_kind("safeguarding", "principle")) == 8
    assert [number for one in priorities for number in one.measures] == [
        one.number for one in measures().values() if one.document == "safeguarding"
    ]
    assert [one.board for one in priorities] == [
        "early_help_board", "pscp_executive", "pscp_executive", "youth_forum", "pscp_executive", "pscp_executive",
        "pscp_executive", "education_partnership",
    ]  # fmt: skip


def test_the_trust_plan_claims_54_objectives_and_58_indicators_and_lists_55_and_62():
    plan = value_of("trust_plan")
    priorities = [one for one in plan.priority if one.kind == "priority"]
    assert (plan.claimed.objectives, plan.claimed.indicators, plan.claimed.themes) == (54, 58, 5)
    assert [sum(each.kind == "objective" for each in one.objective) for one in priorities] == [10, 10, 9, 11, 8, 7]
    assert [len(one.measures) for one in priorities] == [6, 12, 10, 9, 12, 13]
    assert sum(one.kind == "spine" for one in plan.priority) == 6
    assert [bool(one.vision) for one in priorities] == [True, True, False, True, True, True]


def test_covid_recovery_is_closed_history():
    recovery = [one for each in value_of("trust_plan").priority for one in each.action if one.kind == "recovery"]
    assert len(recovery) == 21
    assert {one.status for one in recovery} == {"closed"}


def test_every_action_of_the_sources_is_there():
    counts = {row.key: StrategyAction.objects.filter(priority__strategy=row).count() for row in Strategy.objects.all()}
    assert counts == {"safeguarding": 41, "trust_plan": 31, "young_people": 26, "annual_report": 49, "pcso": 5}


def test_every_measure_of_every_document_is_linked_once():
    linked = [f"{row.strategy.document} {number}" for row in Priority.objects.all() for number in row.measures]
    assert sorted(linked) == sorted(measures())


def test_what_is_changed_here_and_taken_out_reads_in_the_same_elsewhere():
    officer = worker(Role.BOARD_SUPPORT, post="Business unit officer")
    priority = Priority.objects.get(key="priority_2")
    action = priority.actions.get(number="2.1")
    for days, status, note in ((40, "on_track", "Begun."), (10, "off_track", "The lead has left: “soon”\nagain.")):
        standing.update(
            line=action, status=status, note=note, owner_post="Head of Neglect", as_at=TODAY - timedelta(days=days),
            version=action.version, by=officer, today=TODAY,
        )  # fmt: skip
    standing.show(line=action, title="The plan", kept_at="https://example.org", by=officer, today=TODAY)
    said = Wording(title="Neglect is found", board=Board.objects.get(key="mash_board"), starts_on=TODAY, ends_on=None,
                   measures=("2.1a",))  # fmt: skip
    objective = priority.objectives.first()
    lines.change(line=objective, said=said, version=objective.version, by=officer)
    added = lines.add_action(priority=priority, number="2.9", title="One more", owner_post="Head", by=officer,
                             objective=objective)  # fmt: skip
    text = files.take_out(strategy=priority.strategy, by=officer)

    emptied()
    files.read_in(value=read(text), by=officer)
    assert files.take_out(strategy=Strategy.objects.get(key="safeguarding"), by=officer) == text
    there = StrategyAction.objects.get(number="2.1", priority__key="priority_2")
    assert (there.status, there.owner_post, there.updated_on) == ("off_track", "Head of Neglect", TODAY - timedelta(10))
    assert [row.by_post for row in StatusUpdate.objects.of(there)] == ["Business unit officer"] * 2
    assert StrategyAction.objects.get(number="2.9", priority__key="priority_2").objective.title == "Neglect is found"
    assert added.objective == objective


def test_reading_an_old_file_in_keeps_what_was_said_since():
    officer = worker(Role.BOARD_SUPPORT)
    old = value_of("safeguarding")
    action = StrategyAction.objects.get(number="2.1", priority__key="priority_2")
    standing.update(
        line=action, status="at_risk", note="Late.", owner_post="Head", as_at=TODAY, version=1, by=officer, today=TODAY
    )
    files.read_in(value=old, by=officer)
    action.refresh_from_db()
    assert (action.status, action.note, action.owner_post) == ("at_risk", "Late.", "Head")


def test_a_person_looks_at_what_a_file_would_change_first():
    text = write(value_of("pcso")).replace("Note the information", "Note what was said")
    text += '\n[[priority]]\ntitle = "More"\nkey = "pcso_2"\nnumber = 2\nkind = "heading"\nboard = "pscp"\n'
    found = compare(read(text))
    assert found.added == ("pcso_2",)
    assert found.changed == (("pcso_1, action P5", ("title",)),)
    assert (found.same, found.left) == (6, ())
    assert StrategyAction.objects.filter(action="Note the information").exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('format = "kinfold 1"', "", "must begin with"),
        ('holds = "strategy"', 'holds = "plans"', "must say what it holds"),
        ('key = "pcso"', "", "“key” is missing"),
        ('key = "pcso"', 'key = "pcso"\ncolour = "red"', "there is no “colour”"),
        ("position = 4", 'position = "four"', "position: must be a whole number"),
        ("position = 4", "position = true", "position: must be a whole number"),
        ('measures = ["PC.1"', 'measures = ["PC.9"', "no document “pcso” asks for a measure PC.9"),
        ('board = "cabinet_member"', 'board = "nobody"', "no board “nobody” here"),
        ('number = "P2"', 'number = "P1"', "action P1 is in the file twice"),
        ('kind = "heading"', 'kind = "heap"', "kind “heap” is not one of"),
        ("[[priority]]", "[priority]", "must be a list"),
        ("[[priority.action]]", "[[priority.action", "not TOML"),
        ('number = "P2"', 'number = "P2"\nobjective = "1"', "there is no objective 1"),
        ('number = "P2"', 'number = "P2"\nindicators = ["mash.nothing"]', "no indicator “mash.nothing”"),
        ('number = "P2"', 'number = "P2"\nstarts_on = 2024-02-01\nends_on = 2024-01-01', "ends before it begins"),
        ('number = "P2"', 'number = "P2"\nstarts_on = 2024-02-01T10:00:00', "starts_on: must be a day"),
        ('number = "P2"', 'number = "P2"\nspine = ["spine_a"]', "no theme “spine_a”"),
    ],
)
def test_a_file_with_a_fault_says_where_and_changes_nothing(old, new, words):
    text = strategy.text_of("pcso")
    assert old in text
    before = write(value_of("pcso"))
    with pytest.raises(FileFault) as refused:
        files.read_in(value=read(text.replace(old, new, 1)), by=worker(Role.BOARD_SUPPORT))
    assert any(words in fault for fault in refused.value.faults), refused.value.faults
    assert write(value_of("pcso")) == before


@pytest.mark.parametrize("role", [Role.BOARD_CHAIR, Role.MASH_MANAGER, Role.SOCIAL_WORKER])
def test_only_those_who_manage_the_strategy_take_it_out_or_read_it_in(role):
    somebody = worker(role)
    with pytest.raises(Refused):
        files.take_out(strategy=None, by=somebody)
    with pytest.raises(Refused):
        files.read_in(value=value_of("pcso"), by=somebody)


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
DAYS = st.none() | st.dates()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(name=TEXTS, circulation=st.lists(TEXTS, max_size=5), quorum=st.none() | st.integers(0, 99), terms=TEXTS)
def test_any_words_are_read_back_as_they_were_written(name, circulation, quorum, terms):
    value = BoardsValue(
        board=(BoardValue(key="one", name=name, circulation=tuple(circulation), quorum=quorum, terms=terms),)
    )
    assert read(write(value)) == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(said=st.lists(st.builds(Said, as_at=st.dates(), status=TEXTS, note=TEXTS, by=TEXTS), max_size=4), day=DAYS)
def test_any_history_is_read_back_as_it_was_written(said, day):
    value = StrategyValue(title="One", key="one", starts_on=day, said=tuple(said))
    assert read(write(value)) == value
    assert tomllib.loads(write(value))["title"] == "One"
