"""A gathered indicator's groups, its file, its place among other areas, and figures whose years overlap."""

from __future__ import annotations

import csv
import io

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.periods import quarter
from kinfold.web.audit.models import AuditEvent
from kinfold.web.insight.actions import neighbours
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import gathered_groups, released
from kinfold.web.intake.models import ReturnedFigure, ReturnVersion
from tests.indicators.comparison.test_neighbour_file import HEADING, NEW
from tests.indicators.gathering.test_published_file import INJURIES
from tests.web.insight.conftest import NOW, QUARTER, TODAY, publish

NEGLECT, INJURED = "police.crimes_of_neglect", "hospital.injuries_to_fourteen"
BY_KEY = {one.key: one for one in GATHERED}
AGES = BY_KEY[NEGLECT].breakdowns[0][1]


def text(response) -> str:
    return " ".join(response.content.decode().split())


def by_age(sign, *counts: int) -> None:
    """The newest quarter's crimes of neglect, by age, signed a second time."""
    of = sign(QUARTER, 12)
    first = ReturnVersion.objects.get(of=of)
    version = ReturnVersion.objects.create(
        of=of, agency=of.agency, period=QUARTER, number=2, reason="By age", signed_off_at=NOW,
        signed_off_by=first.signed_off_by,
    )  # fmt: skip
    told = [("", "", sum(counts)), *(("age", group, count) for group, count in zip(AGES, counts, strict=True))]
    for place, (by, group, count) in enumerate(told):
        ReturnedFigure.objects.create(
            version=version, position=place, indicator=NEGLECT, by=by, group=group, value=count, definition="x"
        )


def groups_for(viewer) -> dict[str, tuple[str, ...]]:
    (table,) = gathered_groups.groups(viewer, BY_KEY[NEGLECT], released.newest(viewer, TODAY), quarter(QUARTER))
    return {group: figures for group, figures, _ in table.rows}


def rows_of(browser) -> list[dict[str, str]]:
    answer = browser.get(f"/scorecard/{NEGLECT}/data")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def injured(area: str, value: str, period: str = "2022/23", ends_on: str = "2023-04-01") -> dict[str, str]:
    share = {"numerator": "", "denominator": "", "lower": "", "upper": ""}
    return INJURIES | share | {
        "area": area, "area_name": area, "value": value, "period": period, "period_ends_on": ends_on
    }  # fmt: skip


def test_groups_stand_in_a_table_in_the_order_in_which_they_are_asked_for(release, chair, sign, browser_of):
    by_age(sign, 10, 20, 30, 40, 0)
    assert groups_for(chair) == dict(zip(AGES, [("10",), ("20",), ("30",), ("40",), ("0",)], strict=True))
    page = text(browser_of(chair).get(f"/scorecard/{NEGLECT}"))
    assert page.index("By age") < page.index("16 to 17")


def test_one_small_group_hides_them_all_since_they_add_up_to_the_whole(release, chair, sign, suppressed, browser_of):
    by_age(sign, 10, 20, 3, 40, 0)
    assert set(groups_for(chair).values()) == {("suppressed",)}
    rows = list(
        csv.DictReader(io.StringIO(browser_of(chair).get(f"/scorecard/{NEGLECT}/data").content.decode("utf-8-sig")))
    )
    assert {row["value"] for row in rows if row["by"]} == {""}
    assert [row["value"] for row in rows if not row["by"]] == ["73"]


def test_all_of_its_figures_come_as_a_file(release, analyst, sign, browser_of):
    by_age(sign, 10, 20, 3, 40, 0)
    rows = rows_of(browser_of(analyst))
    assert {row["group"]: row["value"] for row in rows} == {"": "73"} | dict(
        zip(AGES, ["10", "20", "3", "40", "0"], strict=True)
    )
    assert AuditEvent.objects.filter(action="figures.exported").count() == 1


def test_figures_of_overlapping_years_are_charted_once_for_each_year(release, chair, analyst, browser_of):
    spans = [(f"{first} to {first + 2}", f"{first + 3}-01-01") for first in range(2014, 2022)]
    publish(analyst, *(injured("E06000044", "85.7", period, ends_on) for period, ends_on in spans))
    page = g.page_of(chair, BY_KEY[INJURED], released.newest(chair, TODAY), quarter(QUARTER))
    assert [one.period for one in page.shown.part.points] == ["2015 to 2017", "2018 to 2020", "2021 to 2023"]
    assert len(page.newest) == len(spans)
    assert "all are in the table" in text(browser_of(chair).get(f"/scorecard/{INJURED}"))


def test_years_that_follow_each_other_are_all_charted(release, chair, analyst):
    spans = [(f"{first}/{first - 1999}", f"{first + 1}-04-01") for first in range(2019, 2023)]
    publish(analyst, *(injured("E06000044", "85.7", period, ends_on) for period, ends_on in spans))
    page = g.page_of(chair, BY_KEY[INJURED], released.newest(chair, TODAY), quarter(QUARTER))
    assert [one.period for one in page.shown.part.points] == [period for period, _ in spans]
    assert not page.overlaps


def test_it_stands_beside_england_its_neighbours_and_the_quarters_of_all_areas(release, chair, analyst, browser_of):
    others = [injured(f"E0600000{place}", str(80 + place)) for place in range(1, 9)]
    near = [injured("E06000026", "90"), injured("E06000045", "100")]
    publish(analyst, injured("E06000044", "86.5"), injured("E92000001", "84.3"), *others, *near)
    neighbours.load(name="n.csv", content=(HEADING + NEW).encode(), by=analyst, now=NOW)
    page = text(browser_of(chair).get(f"/scorecard/{INJURED}"))
    assert "Portsmouth is in the second-worst quarter of 11 areas." in page
    assert "Band of quarters of 11 areas." in page
    table = page[page.index("Published for 2022/23") :]
    assert "84.3" in table
    assert "95.0" in table
    assert "Mean of 2 of 2" in table


def test_without_other_areas_nothing_is_said_of_them(release, chair, analyst, browser_of):
    publish(analyst, injured("E06000044", "85.7"))
    assert "Beside other areas" not in text(browser_of(chair).get(f"/scorecard/{INJURED}"))
