"""The Thresholds Document: tiers, domains and indicators of need, which suggest and never decide."""

import re
from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.practice.dated import NotInForce, PracticeDataFault
from kinfold.practice.thresholds import UNBORN, Suggestion, document, document_of, read_document, suggest

DOCUMENT = document(date(2026, 6, 1))
KEYS = [indicator.key for indicator in DOCUMENT.indicators]
SMALL = {
    "version": "9",
    "title": "Thresholds Document",
    "source": "Local",
    "note": "",
    "valid_from": date(2027, 1, 1),
    "tier": [{"number": 2, "title": "Additional offer", "words": "One or two agencies."}],
    "domain": [{"key": "child", "title": "Child", "words": "Health and learning."}],
}


def with_indicators(indicators):
    return read_document(SMALL | {"indicators": indicators})


def test_the_tiers_are_portsmouths():
    assert [(tier.number, tier.title) for tier in DOCUMENT.tiers] == [
        (1, "Universal offer"),
        (2, "Additional offer"),
        (3, "Targeted offer"),
        (4, "Specialist offer"),
    ]


def test_there_are_three_domains():
    assert [domain.title for domain in DOCUMENT.domains] == [
        "Child developmental needs",
        "Family and environment",
        "Parents and carers",
    ]


@pytest.mark.parametrize("age", [UNBORN, 0, 4, 5, 10, 11, 15, 16, 17])
@pytest.mark.parametrize("domain", ["child", "family", "parenting"])
@pytest.mark.parametrize("tier", [1, 2, 3, 4])
def test_every_tier_has_indicators_in_every_domain_at_every_age(tier, domain, age):
    assert DOCUMENT.indicators_for(ages=[age], tier=tier, domain=domain)


def test_the_document_is_labelled_as_the_partnerships_to_replace():
    assert "for the partnership to replace" in DOCUMENT.source
    assert len(DOCUMENT.indicators) >= 90


def test_indicators_are_plain_sentences():
    for indicator in DOCUMENT.indicators:
        assert indicator.text[0].isupper()
        assert not indicator.text.endswith(".")
        assert len(indicator.text) <= 120
    assert len({indicator.text for indicator in DOCUMENT.indicators}) == len(DOCUMENT.indicators)


def test_indicators_blame_nobody():
    unkind = r"refus|fail(ed|s)? to|non-compliant|disengag|manipulat|attention.seeking|promiscuous|dysfunction"
    assert not [indicator.text for indicator in DOCUMENT.indicators if re.search(unkind, indicator.text)]


def test_indicators_for_an_unborn_child_do_not_ask_about_school():
    texts = [indicator.text for indicator in DOCUMENT.indicators_for(ages=[UNBORN])]
    assert not [text for text in texts if "school" in text.lower()]
    assert DOCUMENT.indicator("late_or_missed_antenatal") in DOCUMENT.indicators_for(ages=[UNBORN])
    assert DOCUMENT.indicator("late_or_missed_antenatal") not in DOCUMENT.indicators_for(ages=[3])


def test_several_childrens_ages_bring_each_childs_indicators():
    baby, teenager = DOCUMENT.indicators_for(ages=[0]), DOCUMENT.indicators_for(ages=[16])
    assert set(DOCUMENT.indicators_for(ages=[0, 16])) == set(baby) | set(teenager)


def test_where_no_age_is_known_every_indicator_is_shown():
    assert DOCUMENT.indicators_for() == DOCUMENT.indicators
    assert DOCUMENT.indicators_for(ages=[]) == DOCUMENT.indicators


def test_the_highest_tier_chosen_is_suggested_with_what_points_there():
    suggestion = suggest(DOCUMENT, ["money_running_short", "school_often_missed", "pregnancy_going_well"])
    assert suggestion.tier == 3
    assert [indicator.key for indicator in suggestion.because] == ["school_often_missed"]
    assert suggestion.words == "What you chose points to Tier 3, Targeted offer. You decide the tier."


def test_nothing_chosen_suggests_nothing():
    assert suggest(DOCUMENT, []) == Suggestion(None, (), "No indicators are chosen. You decide the tier.")


def test_a_key_from_another_version_is_refused():
    with pytest.raises(KeyError, match="Thresholds Document 1 has no indicator called “made_up”"):
        suggest(DOCUMENT, ["made_up"])


@given(st.lists(st.sampled_from(KEYS), max_size=12))
def test_choosing_more_never_suggests_less(keys):
    tiers = [suggest(DOCUMENT, keys[:length]).tier or 0 for length in range(len(keys) + 1)]
    assert tiers == sorted(tiers)


@given(st.lists(st.sampled_from(KEYS), max_size=12))
def test_a_suggestion_leaves_the_decision_to_a_person(keys):
    suggestion = suggest(DOCUMENT, keys)
    assert suggestion.words.endswith("You decide the tier.")
    assert {field.name for field in fields(suggestion)} == {"tier", "because", "words"}


def test_a_decision_finds_the_version_it_kept():
    assert document_of(DOCUMENT.version) is DOCUMENT
    with pytest.raises(KeyError, match="no Thresholds Document 0"):
        document_of("0")


def test_a_day_before_the_first_version_is_refused():
    with pytest.raises(NotInForce, match="No Thresholds Document is in force on 1 January 2001"):
        document(date(2001, 1, 1))


@pytest.mark.parametrize(
    ("indicators", "problem"),
    [
        ({"tier_3": {"child": {"a": {"ages": "any", "text": "A"}}}}, "indicator a: there is no Tier 3"),
        ({"tier_2": {"home": {"a": {"ages": "any", "text": "A"}}}}, "indicator a: there is no domain home"),
        ({"tier_2": {"child": {"a": {"ages": "10-5", "text": "A"}}}}, "ages must run upwards"),
        ({"tier_2": {"child": {"a": {"ages": "5-18", "text": "A"}}}}, "ages must run upwards"),
        ({"tier_2": {"child": {"a": {"ages": "teens", "text": "A"}}}}, "“teens” must look like"),
    ],
)
def test_a_faulty_document_is_refused_when_it_is_loaded(indicators, problem):
    with pytest.raises(PracticeDataFault, match=problem):
        with_indicators(indicators)


def test_a_key_may_not_be_used_twice():
    row = {"ages": "any", "text": "A"}
    table = SMALL | {"domain": [*SMALL["domain"], {"key": "family", "title": "Family", "words": "Home."}]}
    with pytest.raises(PracticeDataFault, match="the key is used twice"):
        read_document(table | {"indicators": {"tier_2": {"child": {"a": row}, "family": {"a": row}}}})


@pytest.mark.parametrize(
    ("ages", "limits"),
    [("any", (-1, 17)), ("unborn", (-1, -1)), ("unborn-4", (-1, 4)), ("5-10", (5, 10)), ("7", (7, 7))],
)
def test_ages_are_written_in_words(ages, limits):
    (indicator,) = with_indicators({"tier_2": {"child": {"a": {"ages": ages, "text": "A"}}}}).indicators
    assert (indicator.age_from, indicator.age_to) == limits


def test_the_document_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        DOCUMENT.version = "2"
