"""A file of published figures is loaded whole and as it was published, or refused line by line."""

from datetime import date
from decimal import Decimal

import pytest

from kinfold.indicators.gathering.published_file import COLUMNS, read_published

OHID = "Office for Health Improvement and Disparities (Fingertips)"
TODAY = date(2024, 6, 12)
INJURIES = {
    "indicator": "hospital.injuries_to_fourteen", "area": "E06000044", "area_name": "Portsmouth", "period": "2022/23",
    "period_ends_on": "2023-04-01", "numerator": "300", "denominator": "35000", "value": "85.7", "lower": "76.3",
    "upper": "96.0",
}  # fmt: skip
SELF_HARM = {
    "indicator": "hospital.self_harm_admissions", "area": "E06000044", "area_name": "Portsmouth", "period": "2022/23",
    "period_ends_on": "2023-04-01", "value": "612.4", "lower": "540.1", "upper": "691.0",
}  # fmt: skip


def file_of(*lines, columns=COLUMNS):
    rows = [",".join(columns), *(",".join(line.get(name, "") for name in columns) for line in lines)]
    return "\n".join(rows).encode()


def read(content, publisher=OHID, earlier=lambda *_: ()):
    figures, faults = read_published(content, publisher, TODAY, earlier)
    return figures, [str(fault) for fault in faults]


def faults_of(line, **options):
    figures, faults = read(file_of(INJURIES, line), **options)
    assert figures == [], "a file with a fault has no figures"
    return " ".join(faults)


def test_figures_are_kept_in_the_publishers_unit():
    figures, faults = read(file_of(INJURIES, SELF_HARM))
    assert faults == []
    assert [(one.value, one.numerator) for one in figures] == [(Decimal("85.7"), 300), (Decimal("612.4"), None)]


def test_a_standardised_rate_with_a_count_is_refused():
    assert "published without counts, and none is made of it" in faults_of(
        SELF_HARM | {"numerator": "210", "denominator": "34000"}
    )


def test_a_rate_in_another_unit_is_found_by_its_parts():
    per_100_000 = INJURIES | {"period": "2021/22", "value": "857.1", "lower": "763", "upper": "960"}
    assert "Line 3: 857.1 does not follow from 300 out of 35000: the unit is per 10,000" in faults_of(per_100_000)


def test_what_the_publisher_hides_stays_hidden():
    figures, faults = read(file_of(SELF_HARM | {"value": "c", "lower": "", "upper": ""}))
    assert faults == []
    assert (figures[0].value, figures[0].note) == (None, "Hidden by the publisher.")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (SELF_HARM | {"indicator": "police.crimes_of_neglect"}, "is not an indicator that others publish"),
        (SELF_HARM | {"area": "Portsmouth"}, "is not a code such as E06000044"),
        (SELF_HARM | {"period_ends_on": "31/03/2023"}, "is not a day such as 2024-04-01"),
        (SELF_HARM | {"period_ends_on": "2025-04-01"}, "the period has not ended"),
        (SELF_HARM | {"by": "age", "group": "10 to 12"}, "has no group “10 to 12” by “age”"),
        (SELF_HARM | {"value": ""}, "the value is missing"),
        (SELF_HARM | {"value": "high"}, "value “high” is not a number"),
        (SELF_HARM | {"value": "NaN"}, "value “NaN” is not a number"),
        (SELF_HARM | {"value": "-1", "lower": "-2"}, "-1 is below 0"),
        (SELF_HARM | {"value": "700"}, "700 is not between its limits"),
        (SELF_HARM | {"upper": ""}, "limits are given together"),
        (INJURIES, "the same figure is there twice"),
        (INJURIES | {"period": "2021/22", "denominator": ""}, "given together, or neither is"),
        (INJURIES | {"period": "2021/22", "denominator": "0"}, "cannot both be right"),
    ],
)
def test_a_line_that_is_wrong_is_named(line, words):
    assert words in faults_of(line)
    assert "Line 3:" in faults_of(line)


def test_another_publishers_figures_are_refused():
    figures, faults = read(file_of(SELF_HARM), publisher="Ofsted")
    assert figures == []
    assert faults == [f"Line 2: hospital.self_harm_admissions is published by {OHID}, not by Ofsted"]


def test_a_jump_needs_a_note():
    jumped = SELF_HARM | {"value": "61.2", "lower": "54.0", "upper": "69.1"}
    known = {"earlier": lambda *_: [Decimal(600), Decimal(620)]}
    assert "61.2, where the last 2 averaged 610.0" in faults_of(jumped, **known)
    figures, faults = read(file_of(jumped | {"note": "Coded anew"}), **known)
    assert (len(figures), faults) == (1, [])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no figures"),
        ("naïve".encode("latin-1"), "not text in UTF-8"),
        (file_of(SELF_HARM, columns=list(COLUMNS)[::-1]), "The columns must be indicator, area"),
        (file_of(SELF_HARM) + b",,,\n", "more or fewer cells than columns"),
        (b'indicator,area\n"a', "not a CSV file"),
    ],
)
def test_a_file_that_is_none_is_refused(content, words):
    figures, faults = read(content)
    assert figures == []
    assert any(words in fault for fault in faults), faults


def test_a_file_saved_by_excel_is_read():
    figures, faults = read(b"\xef\xbb\xbf" + file_of(SELF_HARM).replace(b"\n", b"\r\n"))
    assert (len(figures), faults) == (1, [])
