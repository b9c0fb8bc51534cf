"""What a report says and in which order, before any form of it is written."""

from kinfold.reports.blocks import Figures, Heading
from kinfold.reports.charts.values import Table
from kinfold.reports.layout import column_shares, laid_out, title_facts
from tests.reports import samples

BLOCKS = laid_out(samples.report())


def test_the_trust_plans_three_parts_come_first_and_the_tables_last():
    assert [block.anchor for block in BLOCKS if isinstance(block, Heading) and block.level == 2] == [
        "indicators", "actions", "commentary", "notes", "annex",
    ]  # fmt: skip


def test_the_first_page_says_what_it_reports_on_and_how_small_numbers_are_treated():
    facts = dict(title_facts(samples.report()))
    assert facts["Reports on"] == "Priority 1 of an invented strategy"
    assert facts["Small numbers"].startswith("Numbers from 1 to 5 are hidden")
    assert "Reports on" not in dict(title_facts(samples.report(subject="")))


def test_what_was_published_stands_beside_ours_and_says_whether_it_can_be_compared():
    (published,) = [
        block.table for block in BLOCKS if isinstance(block, Figures) and "published" in block.table.caption
    ]
    assert published.headings == ("Published", "Ours", "Can be compared", "Source")
    assert published.rows == (
        ("2022-23: 43.2", "2023-24: 49.0", "Yes", "“An invented neighbour” An invented table"),
        (
            "2018-19: 7,676", "No data", "No: counted in another way",
            "“An invented city's children” An invented report, page 4",
        ),
    )  # fmt: skip


def test_columns_fill_the_page_and_no_more():
    for width in range(2, 9):
        table = Table(caption="", headings=tuple("w" * (7 * n) for n in range(1, width + 1)), rows=())
        assert sum(column_shares(table)) == 100
