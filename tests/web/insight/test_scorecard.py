"""The scorecard, an indicator's page and the rows behind a figure, as each role sees them."""

import contextlib
import csv
import io
import subprocess
import sys

import pytest

from kinfold.indicators.catalogue import BY_KEY, INDICATORS
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.numerators import keys_behind
from kinfold.indicators.periods import period
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.insight.models import Figure
from kinfold.web.insight.selectors import disproportion, drilling, groups, released, scorecard
from kinfold.web.local.models import LocalValue
from tests.factories import worker
from tests.web.insight.conftest import QUARTER, SO_FAR, TODAY

LISTED = {figure.key for figure in INDICATORS}


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_web_process_never_imports_ibis():
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "import kinfold.web.config.wsgi, sys; from django.urls import get_resolver; get_resolver().url_patterns; "
            "sys.exit('ibis' in sys.modules)",
        ]
    )
    assert found.returncode == 0


def test_the_chair_reads_every_indicator_with_what_was_published(release, chair, browser_of):
    page = text(browser_of(chair).get("/scorecard"))
    for indicator in INDICATORS:
        assert indicator.title in page
    assert "Published for 2018-19 whole year: 7,676 (not comparable)" in page
    assert "January to March 2024 (Q4 2023-24)" in page
    assert "So far in April to June 2024" in page
    assert "Published for 2019-20 whole year: 22,020. Ours for 2023-24 whole year:" in page
    assert "AR.3 Early Help Assessments completed" in page
    assert "Figures as at 11 June 2024" in page
    assert "Refresh the figures" not in page


def test_the_scorecard_asks_few_questions(release, chair, browser_of, django_assert_max_num_queries):
    browser = browser_of(chair)
    with django_assert_max_num_queries(18):
        browser.get("/scorecard")


def test_an_earlier_quarter_is_read_as_it_was_the_newest(release, chair, browser_of):
    page = text(browser_of(chair).get("/scorecard?quarter=2023-24-Q2"))
    assert "in Q2 2023-24" in page
    assert "in Q4 2023-24" not in page


@pytest.mark.parametrize("by", ["ward", "agency", "age_band", "sex", "ethnicity", "tier"])
def test_every_breakdown_has_its_tables(release, analyst, browser_of, by):
    page = text(browser_of(analyst).get(f"/scorecard?by={by}"))
    tables = groups.side_by_side(released.newest(analyst, TODAY), by, period(QUARTER))
    assert tables
    for table in tables:
        assert f"{table.heading} by" in page
        if table.rows:
            assert [each.title for each in table.indicators if each.title not in page] == []
        else:
            assert "Nothing was counted in this quarter" in page


def test_groups_side_by_side_are_the_releases_figures(release, analyst):
    tables = groups.side_by_side(released.newest(analyst, TODAY), "ward", period(QUARTER))
    door = next(table for table in tables if table.heading == "The front door")
    place = [each.key for each in door.indicators].index("mash.contacts")
    for ward, figures in door.rows:
        counted = Figure.objects.get(release=release, indicator="mash.contacts", period=QUARTER, by="ward", group=ward)
        assert figures[place] == f"{counted.numerator:,}"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_every_indicator_has_a_page_with_its_definition(release, analyst, browser_of, indicator):
    response = browser_of(analyst).get(f"/scorecard/{indicator.key}")
    assert response.status_code == 200
    assert indicator.numerator.words in response.content.decode()


@pytest.mark.parametrize("path", ["/scorecard/no.such", "/scorecard/mash.contacts?quarter=yesterday"])
def test_what_does_not_exist_is_not_found(release, analyst, browser_of, path):
    assert browser_of(analyst).get(path).status_code == 404


def test_a_role_without_figures_is_refused(release, browser_of):
    teacher = browser_of(worker(Role.SAFEGUARDING_LEAD))
    for path in ("/scorecard", "/scorecard/mash.contacts", "/reports"):
        assert teacher.get(path).status_code == 403


def test_before_the_first_release_the_page_says_so(chair, browser_of):
    assert "There are no figures yet" in text(browser_of(chair).get("/scorecard"))


def test_a_board_that_hides_small_numbers_reads_words_and_no_number_behind_them(release, chair, analyst):
    LocalValue.objects.create(
        key="board_small_numbers", value="suppressed", valid_from=TODAY, set_by=analyst, reason="The board asked"
    )
    board = released.newest(chair, TODAY)
    small = Figure.objects.filter(release=release, hidden=True, value__isnull=False)
    assert small.exists()
    wanted = {(row.indicator, row.period, row.by, row.group) for row in small}
    shown = [
        figure
        for each in released.figures(board, by=("", *BREAKDOWNS)).values()
        for figure in each
        if (figure.indicator, figure.period, figure.by or "", figure.group or "") in wanted
    ]
    assert len(shown) == len(wanted)
    assert {(one.value, one.numerator, one.denominator, one.status) for one in shown} == {
        (None, None, None, "suppressed")
    }
    tables = groups.by_group(board, "ward", scorecard.measured(board)[1][-1])
    assert "suppressed" in {figure for table in tables for *_, figures in table.rows for figure in figures}


def test_pages_that_show_small_numbers_carry_the_partnerships_marking(release, chair, analyst, browser_of):
    marked = '<p class="kf-marking">OFFICIAL-SENSITIVE</p>'
    for path in ("/scorecard", "/scorecard/mash.contacts"):
        assert marked in browser_of(chair).get(path).content.decode()
    assert marked in browser_of(analyst).get(f"/scorecard/mash.contacts/{QUARTER}/rows").content.decode()
    LocalValue.objects.create(
        key="board_small_numbers", value="suppressed", valid_from=TODAY, set_by=analyst, reason="The board asked"
    )
    assert marked not in browser_of(chair).get("/scorecard").content.decode()


def test_nobody_is_shown_more_than_their_own_audience(release, chair, analyst):
    assert released.newest(chair, TODAY, "practice").audience == "board"
    assert released.newest(analyst, TODAY).audience == "practice"
    assert released.newest(analyst, TODAY, "board").audience == "board"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_the_rows_behind_a_figure_are_its_numerator_whole_and_by_group(release, counted, indicator):
    for figure in Figure.objects.filter(release=release, indicator=indicator.key, period__in=(QUARTER, SO_FAR)):
        behind = keys_behind(counted.numerators, indicator.key, figure.period, figure.by, figure.group)
        counted_rows = figure.numerator if indicator.quantity is None else figure.denominator
        if counted_rows is None:  # a rate where the population is not known
            continue
        assert len(behind) == counted_rows, (figure.period, figure.by, figure.group)
        assert len({key for key, _ in behind}) == len(behind)


def test_an_analyst_sees_every_key_and_no_name(release, analyst):
    behind = drilling.behind(analyst, release, "mash.contacts", QUARTER)
    figure = Figure.objects.get(release=release, indicator="mash.contacts", period=QUARTER, by="")
    assert behind.total == len(behind.rows) == figure.numerator
    assert {row.words for row in behind.rows} == {""}


def test_a_long_list_has_pages_that_together_hold_each_row_once(release, analyst, monkeypatch, browser_of):
    monkeypatch.setattr(drilling, "ON_A_PAGE", 10)
    whole = drilling.behind(analyst, release, "mash.contacts", QUARTER)
    pages = [
        drilling.behind(analyst, release, "mash.contacts", QUARTER, page=str(number)).rows
        for number in whole.page.paginator.page_range
    ]
    keys = [row.key for rows in pages for row in rows]
    assert len(pages) > 2
    assert len(keys) == len(set(keys)) == whole.total
    second = text(browser_of(analyst).get(f"/scorecard/mash.contacts/{QUARTER}/rows?page=2"))
    assert 'start="11"' in second
    assert f"What was counted: {whole.total} contacts" in second


def test_a_manager_is_told_how_many_rows_are_not_theirs_to_see(release, browser_of):
    manager = worker(Role.EARLY_HELP_MANAGER)
    figure = Figure.objects.get(release=release, indicator="mash.children", period=QUARTER, by="")
    page = text(browser_of(manager).get(f"/scorecard/mash.children/{QUARTER}/rows"))
    assert f"None of these {figure.numerator} is yours to see" in page
    assert f"What was counted: {figure.numerator} children" in page


def test_a_figure_leads_to_its_rows_only_where_they_can_be_listed(release, analyst, browser_of):
    """Audits, courses and enquiries have no list by name: a manager's figure is then no link, and has no page."""
    manager = worker(Role.EARLY_HELP_MANAGER)
    for one in (one for one in INDICATORS if one.breakdowns):
        for viewer in (manager, analyst):
            listed = drilling.can_list(viewer, one)
            assert listed or viewer is manager
            if listed:
                with contextlib.suppress(drilling.RowsForgotten):
                    drilling.behind(viewer, release, one.key, QUARTER)
    by_name = [one.key for one in INDICATORS if drilling.can_list(manager, one)]
    assert {"mash.contacts", "mash.children"} <= set(by_name)
    unlisted = next(one.key for one in INDICATORS if one.key not in by_name)
    assert "/rows" not in text(browser_of(manager).get(f"/scorecard/{unlisted}"))
    assert browser_of(manager).get(f"/scorecard/{unlisted}/{QUARTER}/rows").status_code == 404


@pytest.mark.parametrize("period", ["2023-24", "2023-24-Q4-YTD", "2010-11-Q1", "2031-32-Q1"])
def test_there_is_no_list_of_a_period_whose_rows_are_not_kept(release, analyst, browser_of, period):
    assert browser_of(analyst).get(f"/scorecard/mash.contacts/{period}/rows").status_code == 404


def test_looking_at_rows_is_audited(release, analyst, browser_of):
    browser_of(analyst).get(f"/scorecard/mash.contacts/{QUARTER}/rows?by=ward&group=Copnor")
    event = AuditEvent.objects.get(action="figures.drilled")
    assert event.user_id == analyst.pk
    assert event.details["group"] == "Copnor"


def test_rows_are_refused_to_the_board(release, chair, browser_of):
    assert browser_of(chair).get(f"/scorecard/mash.contacts/{QUARTER}/rows").status_code == 403


@pytest.mark.parametrize("query", ["?by=ward", "?by=shoe_size&group=7", "?group=Copnor"])
def test_rows_of_no_such_group_are_not_found(release, analyst, browser_of, query):
    assert browser_of(analyst).get(f"/scorecard/mash.contacts/{QUARTER}/rows{query}").status_code == 404


def test_an_indicators_figures_come_as_a_file_that_shows_no_more_than_its_page(release, chair, analyst, browser_of):
    LocalValue.objects.filter(key="board_small_numbers").delete()
    answer = browser_of(analyst).get("/scorecard/mash.contacts/data")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    whole = next(row for row in rows if row["period"] == QUARTER and not row["by"])
    counted = Figure.objects.get(release=release, indicator="mash.contacts", period=QUARTER, by="")
    assert whole["value"] == str(counted.numerator)
    assert AuditEvent.objects.filter(action="figures.exported").count() == 1
    assert browser_of(chair).get("/scorecard/mash.nothing/data").status_code == 404


def test_groups_are_compared_with_all_others_only_where_it_is_a_share_or_a_rate(release, analyst):
    found = released.newest(analyst, TODAY)
    in_time = disproportion.compared(found, BY_KEY["mash.decided_in_time"], "ward", period(QUARTER))
    assert in_time
    assert all(one.words for one in in_time)
    assert disproportion.compared(found, BY_KEY["mash.contacts"], "ward", period(QUARTER)) == ()
