"""Every measure that Kinfold cannot compute is gathered, each thing measured once, in words that can be counted by."""

import re
from collections import Counter

import pytest

from kinfold.city.teams import AGENCIES
from kinfold.indicators.asked import measures
from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.catalogue.gathered import GATHERED, owners

# Of the measures that the documents ask for, those no record of Kinfold's own can answer, by who can.
SUBMITTED = """
    safeguarding 2.3 3.1 3.4 3.5a 3.5b 3.5c 4.8 4.9 4.10 4.11 4.12 4.13a 4.13b 4.13c 5.1a 5.1b 6.1 6.3 8.1 8.2 8.3a 8.3b
    8.4 8.5
    trust-plan 1.3 2.9 2.10 2.12 4.1 4.2 4.3 4.4 4.5 4.6 4.9 5.5 5.6 5.10 5.11
    trust-plan 6.1 6.2 6.3 6.4 6.5 6.8 6.9 6.10 6.11 6.12
    dataset AR.20
    young-people YP.1 YP.4 YP.5 YP.6 YP.7 YP.8 YP.11
"""
PUBLISHED = """
    safeguarding 2.4a 2.4b 2.5a 2.5b 5.2a 5.2b 5.2c 5.2d 5.2e
    trust-plan 1.1 1.2 1.4 1.5 1.6 2.7 2.8 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 4.7 4.8 5.7 6.7
    young-people YP.13
"""
BUNDLES = {
    "trust-plan 1.1": 4, "trust-plan 1.3": 3, "trust-plan 1.4": 2, "trust-plan 2.8": 2, "trust-plan 2.12": 2,
    "trust-plan 3.3": 3, "trust-plan 3.5": 3, "trust-plan 3.6": 2, "trust-plan 3.7": 2, "trust-plan 3.10": 3,
    "trust-plan 4.7": 2, "trust-plan 4.8": 4, "trust-plan 5.5": 3, "trust-plan 5.6": 3, "trust-plan 5.11": 2,
    "dataset AR.20": 3, "young-people YP.1": 4, "young-people YP.6": 2,
}  # fmt: skip
AMERICAN = re.compile(
    r"\w*(?:ization|izing|ized|ize)\b|\b(?:color|behavior|center|program|counseling|labor|favor|pediatric\w*|fetal|"
    r"enroll|enrollments?|license[ds]? to|defense|judgments?|learned|toward)\b",
    flags=re.IGNORECASE,
)


def names(text: str) -> set[str]:
    found, document = set(), ""
    for word in text.split():
        if re.fullmatch(r"[a-z-]+", word):
            document = word
        else:
            found.add(f"{document} {word}")
    return found


def reported(collected: str) -> set[str]:
    return {name for one in GATHERED if one.collected == collected for name in one.reported_in}


def test_the_lists_are_of_measures_that_the_documents_ask_for():
    assert (len(names(SUBMITTED)), len(names(PUBLISHED))) == (57, 31)
    assert names(SUBMITTED) | names(PUBLISHED) <= measures().keys()


def test_every_measure_that_agencies_hold_is_submitted_and_no_other():
    assert reported("submitted") == names(SUBMITTED)


def test_every_measure_that_others_publish_is_published_and_no_other():
    assert reported("published") == names(PUBLISHED)


@pytest.mark.parametrize(("name", "number"), BUNDLES.items())
def test_a_measure_that_asks_for_several_things_has_an_indicator_for_each(name, number):
    assert sum(name in one.reported_in for one in GATHERED) == number


def test_one_thing_measured_is_one_indicator():
    keys, titles = Counter(one.key for one in EVERY), Counter(one.title for one in EVERY)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [title for title, times in titles.items() if times > 1] == []
    asked_twice = {one.key: one.reported_in for one in GATHERED}
    assert asked_twice["attendance.sessions_attended"] == (
        "trust-plan 1.3", "trust-plan 4.2", "trust-plan 6.1", "young-people YP.1",
    )  # fmt: skip
    assert asked_twice["health.obesity_year_r"] == ("safeguarding 2.5a", "trust-plan 3.1")
    assert asked_twice["hospital.self_harm_admissions"] == ("safeguarding 5.2e", "trust-plan 4.7")


def test_a_return_goes_to_an_agency_of_the_partnership_and_a_publisher_is_none():
    agencies = {agency.name for agency in AGENCIES}
    assert {one.owner for one in GATHERED if one.collected == "submitted"} <= agencies
    assert not {one.owner for one in GATHERED if one.collected == "published"} & agencies


def test_the_multiplier_is_the_one_that_the_unit_says():
    for one in GATHERED:
        if not one.numerator:
            assert one.per == 1, one.key
        elif one.kind == "share":
            assert (one.per, one.unit[0]) == (100, "%"), one.key
        elif one.kind == "rate":
            assert one.unit.startswith(f"per {one.per:,} "), one.key
        else:
            assert one.per == 1, one.key


def test_nothing_could_be_made_a_count_that_was_published_standardised():
    standardised = {one.key for one in GATHERED if "standardised rate" in one.definition}
    assert standardised == {"hospital.substance_misuse", "hospital.self_harm_admissions"}
    assert all(not one.numerator for one in GATHERED if one.key in standardised)


def test_the_groups_of_a_breakdown_are_different_and_few_enough_for_a_page():
    for one in GATHERED:
        assert len(dict(one.breakdowns)) == len(one.breakdowns), one.key
        for name, groups in one.breakdowns:
            assert len(set(groups)) == len(groups) <= 7, (one.key, name)


def test_every_figure_an_agency_sends_is_worked_out_from_its_parts_or_is_one_number():
    for one in GATHERED:
        if one.collected == "submitted":
            assert one.numerator or one.kind in ("count", "money"), one.key


def test_words_are_british_and_sentences_end():
    for one in GATHERED:
        said = " ".join((one.title, one.definition, one.unit, one.population, one.note, one.numerator, one.denominator))
        assert AMERICAN.findall(said) == [], one.key
        assert all(words.endswith((".", ".”")) for words in (one.definition, one.note) if words), one.key
        assert not one.title.endswith("."), one.key


def test_owners_holds_no_name_that_nobody_uses():
    used = {one.owner for one in GATHERED}
    assert {value for name, value in vars(owners).items() if name.isupper() and isinstance(value, str)} <= used
