"""An indicator that is written wrongly is refused when it is written, in words that tell its author what to change."""

from typing import get_args

import pytest

from kinfold.indicators.catalogue import BY_KEY, INDICATORS, indicator, reported_as
from kinfold.indicators.engine.definition import DefinitionFault, Indicator, Kind, Quantity, Rule
from kinfold.indicators.engine.facts import Lookup
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.words import _

RECEIVED = {
    "key": "mash.contacts",
    "title": "Contacts",
    "counts": "contacts",
    "of": "contacts",
    "dated_by": _.received_on,
    "numerator": Rule("A contact was received", _.received_on.notnull()),
    "better": "neither",
    "source": "Local",
}
OPEN = RECEIVED | {
    "of": "protection_plans",
    "counts": "children",
    "dated_by": None,
    "numerator": Rule("On a plan", _.started_on.notnull()),
}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (RECEIVED | {"key": "Contacts"}, "two words joined by a dot"),
        (RECEIVED | {"source": ""}, "title, source and the words"),
        (RECEIVED | {"of": "contact"}, "did you mean contacts?"),
        (RECEIVED | {"counts": "child"}, "did you mean children?"),
        (RECEIVED | {"breakdowns": ("age_bands",)}, "did you mean age_band?"),
        (RECEIVED | {"dated_by": _.recieved_on}, "did you mean received_on?"),
        (RECEIVED | {"numerator": Rule("Decided", _.desicion == "early_help")}, "did you mean decision?"),
        (RECEIVED | {"numerator": Rule("In time", _.met_in_time)}, "met_in_time"),
        (RECEIVED | {"dated_by": None}, "say by which day they are dated"),
        (RECEIVED | {"settles_after": "contact_decisions"}, "did you mean contact_decision?"),
        (RECEIVED | {"unless_open_in": ("protection_plans",)}, "needs a count of children at a moment"),
        (RECEIVED | {"reported_in": ("strategy 1.2",)}, "such as safeguarding 1.2a"),
        (RECEIVED | {"counts": "children", "quantity": Quantity("Days", _.received_on, "days")}, "of each row"),
        (RECEIVED | {"per": 1_000, "quantity": Quantity("Days", _.received_on, "days")}, "neither a share nor a rate"),
        (RECEIVED | {"per": 1}, "at least 2 people"),
        (OPEN | {"per": 10_000, "breakdowns": ("sex",)}, "known by ward and age only"),
        (OPEN | {"per": 10_000, "denominator": Rule("Any", _.started_on.notnull())}, "not both"),
        (OPEN | {"settles_after": "contact_decision"}, "has no deadline to wait for"),
        (OPEN | {"unless_open_in": ("contacts",)}, "there are early_help_episodes, referrals, child_in_need_plans"),
    ],
)
def test_a_fault_is_told_to_its_author(given, told):
    with pytest.raises(DefinitionFault) as fault:
        Indicator(**given)
    assert told in str(fault.value)


def test_a_condition_must_be_written_with_the_underscore():
    with pytest.raises(DefinitionFault, match="must be written with _"):
        Rule("Always", True)


def test_and_or_and_none_are_refused_because_they_would_silently_mean_something_else():
    with pytest.raises(TypeError, match=r"&, \| and ~"):
        Rule("Both", (_.received_on.notnull()) and (_.decision == "advice"))
    with pytest.raises(TypeError, match="isnull"):
        Rule("None", _.decision == None)  # noqa: E711


def test_a_lookup_that_could_find_several_rows_is_refused():
    with pytest.raises(ValueError, match="could find several rows"):
        Lookup("population", "ward", ("population",))


def test_a_lookup_may_not_take_the_place_of_a_column():
    with pytest.raises(ValueError, match="there is a source_code already"):
        Subject("contacts", {"contacts": "contact_id"}, (Lookup("people", "person_id", (("sex", "source_code"),)),))


def test_what_is_counted_first_is_the_row():
    with pytest.raises(ValueError, match="must be the row's key"):
        Subject("contacts", {"children": "person_id"})


def test_keys_and_titles_are_different_and_no_indicator_names_a_number_twice():
    assert len(BY_KEY) == len({one.title for one in INDICATORS}) == len(INDICATORS)
    for one in INDICATORS:
        assert len(set(one.reported_in)) == len(one.reported_in)


def test_priority_1_of_the_strategy_and_the_first_of_the_dataset_are_all_there():
    for number in ("1.1", "1.2a", "1.2b", "1.3a", "1.3b", "1.3c", "1.4", "1.5", "1.6"):
        assert {one.collected for one in reported_as(f"safeguarding {number}")} == {"computed"}
    assert reported_as("dataset AR.1") == reported_as("safeguarding 1.2b")
    assert reported_as("dataset AR.2") == reported_as("safeguarding 1.2a")
    assert [one.key for one in reported_as("dataset AR.3")] == ["early_help.assessments_completed"]


def test_kinds():
    kinds = {one.kind for one in INDICATORS}
    assert kinds == set(get_args(Kind))
    assert indicator("child_protection.number").measure == indicator("child_protection.rate").measure


def test_an_unknown_indicator_is_answered_with_those_there_are():
    with pytest.raises(KeyError, match=r"mash\.contacts"):
        indicator("mash.contact")
    with pytest.raises(KeyError, match=r"safeguarding 9\.9"):
        reported_as("safeguarding 9.9")
