"""What a report says and in which order, before any form of it is written."""

from kinfold.reports.blocks import Figures, Heading, Paragraph
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


def test_many_indicators_stand_on_a_grid_and_their_figures_in_the_files():
    blocks = laid_out(samples.in_chapters())
    grids = [block.table for block in blocks if isinstance(block, Figures) and block.marks]
    assert [len(table.rows) for table in grids] == [12, 1]
    assert grids[0].rows[0] == (
        "1.2a Contacts into the MASH (number of contacts)", "5,710, Q1 2024-25", "5,602, Q1 2023-24", "● As usual",
    )  # fmt: skip
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert "are in the Excel and CSV files" in said[-1]


def test_a_chapter_has_its_words_its_indicators_by_ward_and_its_actions():
    blocks = laid_out(samples.in_chapters())
    titles = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert titles[:5] == ["1. Foreword", "2. Early help", "3. Protection", "4. Plans", "5. Finance"]
    captions = [block.table.caption for block in blocks if isinstance(block, Figures)]
    assert (captions[1], captions[-1]) == ("Contacts into the MASH by ward (number of contacts)", "Actions")
    assert [block.text for block in blocks if isinstance(block, Paragraph)].count(
        "Nothing has been written for this part."
    ) == 1
