"""The partnership's settings: their defaults, where those come from, and which values will do."""

from dataclasses import FrozenInstanceError, replace

import pytest

from kinfold.practice import defaults
from kinfold.practice.dated import PracticeDataFault
from kinfold.practice.defaults import SETTINGS, ImpossibleSetting, value_of
from kinfold.practice.timescales import TIMESCALES, with_settings


def test_what_to_do_in_an_emergency_is_known_from_the_start():
    assert SETTINGS["emergency_phone"].value == "999"
    assert SETTINGS["nspcc_phone"].value == "0808 800 5000"


@pytest.mark.parametrize("key", ["mash_phone", "out_of_hours_phone"])
def test_made_up_telephone_numbers_cannot_reach_anyone_and_are_to_be_confirmed(key):
    assert SETTINGS[key].to_confirm
    assert str(SETTINGS[key].value).startswith("01632 960 ")


def test_every_setting_says_where_its_value_came_from():
    assert all(setting.source and setting.label for setting in SETTINGS.values())
    assert all(setting.local for setting in SETTINGS.values() if setting.to_confirm)


def test_every_local_timescale_is_a_setting_whose_default_is_the_rules_own():
    local = {key: rule for key, rule in TIMESCALES.items() if rule.local}
    assert {key.removesuffix("_length") for key in SETTINGS if key.endswith("_length")} == set(local)
    assert all(SETTINGS[f"{key}_length"].value == rule.length for key, rule in local.items())


def test_the_settings_as_they_start_leave_every_timescale_as_it_is():
    values = {key: setting.value for key, setting in SETTINGS.items()}
    assert all(with_settings(rule, values) == rule for rule in TIMESCALES.values())


def test_every_choice_of_clock_is_one_the_timescale_allows():
    for key in ("rag_amber", "rag_green"):
        for clock, _ in SETTINGS[f"{key}_clock"].choices:
            assert with_settings(TIMESCALES[key], {f"{key}_clock": clock}).unit == clock
    assert "rag_red_clock" not in SETTINGS


def test_law_is_not_a_setting():
    assert not {"contact_decision_length", "feedback_to_referrer_length"} & SETTINGS.keys()


def test_a_setting_not_yet_made_has_its_default():
    assert value_of("lead_professional_title") == "Lead professional"
    made = {"lead_professional_title": "Family help lead practitioner"}
    assert value_of("lead_professional_title", made) == "Family help lead practitioner"
    assert value_of("conversation_counts_as_assessment", {"conversation_counts_as_assessment": False}) is False


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_every_default_will_do(setting):
    assert setting.problem_with(setting.value) is None


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("mash_phone", " 01632 960 999 ", "01632 960 999"),
        ("plan_review_length", "8", 8),
        ("conversation_counts_as_assessment", "no", False),
        ("conversation_counts_as_assessment", "Yes", True),
        ("rag_amber_clock", "hub_hours", "hub_hours"),
        ("area_name", "Südstadt 🏠", "Südstadt 🏠"),
    ],
)
def test_what_a_person_types_is_read(key, typed, value):
    assert SETTINGS[key].read(typed) == value


@pytest.mark.parametrize(
    ("key", "typed", "problem"),
    [
        ("mash_phone", "ring us", "Enter a telephone number, like 01632 960 001"),
        ("mash_phone", "=1+1", "Enter a telephone number, like 01632 960 001"),
        ("mash_phone", "", "Enter a value for “MASH telephone”"),
        ("plan_review_length", "six", "Enter a whole number from 1 to 1000"),
        ("plan_review_length", "0", "Enter a whole number from 1 to 1000"),
        ("plan_review_length", "-6", "Enter a whole number from 1 to 1000"),
        ("plan_review_length", "6.5", "Enter a whole number from 1 to 1000"),
        ("plan_review_length", "٦", "Enter a whole number from 1 to 1000"),
        ("lead_professional_from_tier", "5", "Enter a whole number from 2 to 4"),
        ("conversation_counts_as_assessment", "maybe", "Choose yes or no"),
        ("rag_amber_clock", "weeks", "Choose Hours, day and night or Hours while the hub is open"),
        (
            "hub_hours",
            "Monday to Friday",
            "“Monday to Friday” must look like “Monday 08:30 to 17:00” or “Sunday closed”",
        ),
        ("area_name", "   ", "Enter a value for “Name of the area”"),
    ],
)
def test_what_will_not_do_is_refused_in_a_sentence(key, typed, problem):
    with pytest.raises(ImpossibleSetting) as refusal:
        SETTINGS[key].read(typed)
    assert str(refusal.value) == problem


@pytest.mark.parametrize("fault", [{"kind": "colour"}, {"source": ""}, {"value": 0}, {"value": True}, {"value": "6"}])
def test_a_faulty_setting_is_refused_when_it_is_loaded(fault):
    with pytest.raises(PracticeDataFault, match="Setting plan_review_length"):
        replace(SETTINGS["plan_review_length"], **fault)


def test_a_setting_is_declared_once(monkeypatch):
    monkeypatch.setattr(defaults, "_declared", lambda: [SETTINGS["area_name"], SETTINGS["area_name"]])
    with pytest.raises(PracticeDataFault, match="Setting area_name is declared twice"):
        defaults._all()


def test_settings_cannot_be_changed_in_passing():
    with pytest.raises(FrozenInstanceError):
        SETTINGS["area_name"].value = "Elsewhere"
    with pytest.raises(TypeError):
        SETTINGS["area_name"] = SETTINGS["mash_phone"]
