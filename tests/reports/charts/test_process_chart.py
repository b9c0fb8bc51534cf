"""A process chart draws what was worked out: marks by shape, trial limits dashed, gaps, new baselines and breaks."""

import dataclasses
from datetime import date

import pytest
from lxml import etree

from kinfold.indicators.comparison.spc import Rebasing, xmr
from kinfold.reports import DefinitionBreak, palette, process_chart
from tests.reports import samples
from tests.reports.samples import QUARTERS, contacts, points

STEADY = (100, 120) * 6
DAYS = [date(int(quarter[:4]) + (quarter[-1] == "4"), (4, 7, 10, 1)[int(quarter[-1]) - 1], 1) for quarter in QUARTERS]


def drawn(*values, better="neither", target=None, narrow=False, breaks=(), **options):
    shown = points(*values, periods=QUARTERS[: len(values)])
    part = dataclasses.replace(contacts(*values), points=shown, breaks=breaks)
    chart = xmr(values, better=better, target=target, dates=DAYS[: len(values)], **options)
    return process_chart(part, chart, narrow=narrow)


def elements(picture, tag, **attributes):
    wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
    return [
        element
        for element in etree.fromstring(picture.svg.encode()).iter(f"{{http://www.w3.org/2000/svg}}{tag}")
        if wanted.items() <= dict(element.attrib).items()
    ]


def texts(picture):
    return [element.text for element in elements(picture, "text")]


def corners(picture, colour):
    """How many corners each mark of a colour has, the legend's among them."""
    return [len(found.get("points").split()) for found in elements(picture, "polygon", fill=colour)]


@pytest.mark.parametrize(
    ("better", "colour", "count", "word"),
    [
        ("higher", palette.MID_BLUE, [4, 4], "Improving"),
        ("lower", palette.ORANGE, [3, 3], "Concerning"),
        ("neither", palette.LIGHT_PURPLE, [4, 4], "Unusual, neither better nor worse"),
    ],
)
def test_a_special_cause_has_its_own_shape_colour_and_word(better, colour, count, word):
    picture = drawn(*STEADY[:11], 400, better=better, fix_after=11)
    assert corners(picture, colour) == count, "the point, and the sample beside its word"
    assert word in texts(picture)
    assert len(elements(picture, "circle")) == 11


def test_common_cause_has_dots_and_no_marks():
    picture = drawn(*STEADY)
    assert len(elements(picture, "circle")) == 12
    assert elements(picture, "polygon") == []
    assert texts(picture)[-2:] == ["Mean", "Limits"]


def test_limits_are_dashed_while_they_are_trial_limits():
    dashed = elements(drawn(*STEADY[:11]), "line", stroke=palette.QUIET_TEXT, stroke_dasharray="4 3")
    assert len(dashed) == 3, "two limits and the sample beside their name"
    assert elements(drawn(*STEADY), "line", stroke_dasharray="4 3") == []
    assert len(elements(drawn(*STEADY), "line", stroke=palette.QUIET_TEXT)) == 3


def test_a_lower_limit_is_drawn_at_nought_and_the_table_says_so():
    picture = drawn(1, 40, 2, 50)
    foot = max(float(one.get("y1")) for one in elements(picture, "line", stroke=palette.GRID))
    lowest = max(float(one.get("y1")) for one in elements(picture, "line", stroke=palette.QUIET_TEXT)[:2])
    assert lowest == foot
    assert picture.table.rows[0][2:5] == ("23", "0", "134")


def test_no_line_crosses_a_gap():
    picture = drawn(100, 120, None, 110, 100)
    assert len(elements(picture, "polyline")) == 2
    assert len(elements(picture, "rect", fill=palette.GRID)) == 2, "the gap, and the sample beside its word"
    assert "Suppressed" in texts(picture)
    assert picture.table.rows[2][1] == "suppressed"


def test_a_target_has_its_line_and_its_figure():
    picture = drawn(*STEADY, better="higher", target=150)
    assert len(elements(picture, "line", stroke=palette.DARK_PINK)) == 1
    assert "Target 150" in texts(picture)
    assert picture.headline.endswith("As things are it will sometimes meet and sometimes miss the target of 150.")


def test_a_new_baseline_has_its_own_mean_and_its_reason_is_printed():
    since = Rebasing(on=DAYS[6], reason="One team took over\x00 <from> three", by="The board")
    picture = drawn(*STEADY[:6], 300, 320, 300, 320, 300, 320, rebasings=[since])
    means = elements(picture, "line", stroke=palette.DARK_GREY, stroke_width="2.5")
    assert len({one.get("y1") for one in means[:2]}) == 2
    assert [row[2] for row in picture.table.rows] == ["110"] * 6 + ["310"] * 6
    said = "New mean and limits from Q3 2023-24: One team took over <from> three (The board, 1 October 2023)."
    assert " ".join(texts(picture)).endswith(said)
    assert picture.alt.endswith(said)


def test_a_change_of_definition_is_a_line_and_a_sentence():
    counted = DefinitionBreak(period="2023-24-Q1", words="once for each child")
    picture = drawn(*STEADY, breaks=(counted,))
    assert len(elements(picture, "line", stroke=palette.TEXT)) == 1
    assert texts(picture)[-1] == "Counted in another way from Q1 2023-24: once for each child."
    with pytest.raises(ValueError, match="changes in 2030-31-Q1, which is not shown"):
        drawn(*STEADY, breaks=(DefinitionBreak(period="2030-31-Q1", words="elsewhere"),))


@pytest.mark.parametrize(
    ("values", "options", "headline"),
    [
        (STEADY, {}, "120 in Q4 2024-25, within the usual range of 57 to 163."),
        ((*STEADY[:11], 400), {"better": "lower"}, "400 in Q4 2024-25, above the usual range: worse. Usual range"),
        ((100,), {}, "100 in Q1 2022-23. Nothing can be said of its variation."),
        (
            (100, 120, None),
            {},
            "suppressed in Q3 2022-23. Nothing can be said of its variation. These are trial limits",
        ),
        (
            (100, 120, 110),
            {},
            "within the usual range of 70 to 150. These are trial limits, from 3 figures; twelve are",
        ),
        ((40, 90) * 2 + (20, 21, 22, 23, 24, 25, 26), {"better": "higher"}, "26 in Q3 2024-25, rising, seven periods"),
    ],
)
def test_the_headline_says_what_the_latest_point_does(values, options, headline):
    assert headline in drawn(*values, **options).headline


def test_its_alternative_names_every_special_cause():
    picture = drawn(*STEADY[:4], 400, *STEADY[:7], better="lower")
    assert "Q1 2023-24: concerning, above the usual range." in picture.alt
    assert picture.alt.startswith("Process chart of Contacts into the MASH, Q1 2022-23 to Q4 2024-25. Lowest 100")


@pytest.mark.parametrize("narrow", [False, True])
def test_everything_is_within_the_picture(narrow):
    picture = drawn(*STEADY[:6], None, 400, 5_000, better="lower", target=9_000, narrow=narrow)
    width, height = (float(elements(picture, "svg")[0].get(side)) for side in ("width", "height"))
    assert width == (340 if narrow else 640)
    for one in elements(picture, "text"):
        assert 0 <= float(one.get("x")) <= width
        assert 0 <= float(one.get("y")) <= height
    for one in elements(picture, "line"):
        assert all(0 <= float(one.get(end)) <= width for end in ("x1", "x2"))
        assert all(0 <= float(one.get(end)) <= height for end in ("y1", "y2"))


@pytest.mark.parametrize("values", [(0, 0, 0), (5, 5), (None, None), (-0.001, 0.001), (10**12, 10**12 + 1)])
def test_odd_series_can_be_drawn(values):
    assert drawn(*values).png(scale=1).startswith(b"\x89PNG")


def test_a_chart_of_other_figures_is_refused():
    with pytest.raises(ValueError, match="not of these figures"):
        process_chart(contacts(1, 2, 3), xmr([1, 2, 4]))


def test_hostile_words_do_not_leave_their_place():
    counted = DefinitionBreak(period=QUARTERS[1], words=f"{samples.MARKUP} {samples.OVERRIDE}")
    picture = drawn(1, 2, 3, breaks=(counted,))
    assert etree.fromstring(picture.svg.encode()) is not None
    assert "<script" not in picture.svg
    assert " id=" not in picture.svg
    assert " style=" not in picture.svg
