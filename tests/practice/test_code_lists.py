"""The code lists: which there are, what they say, and how other people's spellings are read."""

import re
from datetime import date

import pytest

from kinfold.practice import code_lists, thresholds
from kinfold.practice.code_lists import CODE_LISTS, code_list, labels, read_code, read_lists
from kinfold.practice.dated import PracticeDataFault

HEAD = "list\tcode\tlabel\tvalid_from\tvalid_to\taliases\tsource\n"

# How many codes each national list has, counted in the return's own definition.
NATIONAL = {
    "sex": 3,
    "gender": 4,
    "ethnicity": 20,
    "disability": 13,
    "referral_source": 22,
    "contact_outcome_flags": 10,
    "referral_outcome_flags": 10,
    "primary_need": 10,
    "cin_closure_reason": 9,
    "cp_category": 5,
    "cla_episode_start_reason": 6,
    "cla_episode_ceased_reason": 24,
    "cla_legal_status": 13,
    "missing_type": 2,
    "upn_unknown": 7,
    "yes_no": 2,
    "social_worker_change_reason": 10,
    "assessment_factors": 44,
    "assessment_outcome_flags": 14,
    "s47_outcome_flags": 10,
    "icpc_outcome_flags": 8,
    "care_plan_flags": 10,
    "review_participation": 8,
    "cla_placement_type": 32,
    "cla_placement_provider": 6,
    "cla_placement_change_reason": 12,
    "sdq_reason": 5,
    "care_leaver_eligibility": 5,
    "care_leaver_in_touch": 6,
    "care_leaver_accommodation": 17,
    "care_leaver_accommodation_suitability": 2,
    "care_leaver_activity": 14,
    "previous_permanence": 5,
    "adoption_decision_reversed_reason": 4,
    "permanence_order_type": 3,
    "adopter_sex": 5,
    "adopter_legal_status": 6,
    "health_check_status": 4,
    "ehcp_request_outcome": 5,
    "ehcp_assessment_outcome": 5,
    "ehcp_ceased_reason": 9,
    "sen_need_type": 12,
    "sen2_upn_unknown": 7,
    "pre_proceedings_outcome": 2,
    "legal_gateway_outcome": 4,
    "pre_proceedings_initial_plan": 7,
    "pre_proceedings_final_plan": 8,
    "short_notice_reason": 3,
    "supporting_families_outcome": 10,
}
OURS = {
    "worry": "neglect emotional_abuse physical_abuse sexual_abuse harmful_sexual_behaviour sexual_exploitation "
    "criminal_exploitation domestic_abuse parental_mental_health parental_substance_use hate_incident missing "
    "radicalisation other",
    "contact_decision": "advice signposted family_support early_help social_care strategy_discussion allocated_worker "
    "other_authority no_further_action",
    "rag": "red amber green",
    "tier": "1 2 3 4",
    "open_to": "none family_support early_help child_in_need child_protection looked_after",
    "channel": "form telephone letter police_notification email in_person",
    "consent": "agreed refused not_asked not_known",
    "review_outcome": "continue step_up step_down close",
    "episode_outcome": "goals_met stepped_up stepped_down disengaged moved_away no_longer_needed",
    "voice": "child parent professional",
    "score_domain": "safety wellbeing school home relationships",
    "ofsted_grade": "outstanding good requires_improvement inadequate not_inspected",
    "health_check_kind": "initial review dental",
    "phase": "nursery primary secondary all_through special college surgery independent",
}


@pytest.mark.parametrize("name", NATIONAL)
def test_a_national_list_is_complete(name):
    assert len(code_list(name)) == NATIONAL[name]
    assert not any(code.local for code in code_list(name))


@pytest.mark.parametrize("name", OURS)
def test_a_list_of_our_own_has_its_codes_in_order(name):
    assert [code.code for code in code_list(name)] == OURS[name].split()
    assert all(code.local for code in code_list(name))


def test_there_are_fourteen_wards():
    assert len(code_list("ward")) == 14
    assert {"Charles Dickens", "St Thomas", "Drayton & Farlington"} <= labels("ward").keys()


@pytest.mark.parametrize("name", CODE_LISTS)
def test_every_code_has_its_own_label_and_a_source(name):
    on = date(2026, 6, 1)
    in_use = [code.label for code in code_list(name, on)]
    assert len(set(in_use)) == len(in_use) or name == "upn_unknown"
    assert all(code.label[0].isupper() or code.label[0].isdigit() for code in code_list(name))
    assert all(code.source for code in code_list(name))
    assert in_use


def test_labels_are_sentences_and_not_shouts():
    shouted = [label for name in CODE_LISTS for label in labels(name).values() if re.match("[A-Z]{2}", label)]
    assert sorted(set(shouted)) == [
        "GP",
        "GP surgery",
        "NHS number",
        "OFFICIAL",
        "OFFICIAL-SENSITIVE",
        "PCSO",
        "SEN support",
    ]


def test_a_retired_code_is_left_out_from_its_last_day_and_its_successor_takes_over():
    before, after = date(2018, 3, 31), date(2018, 4, 1)
    codes_before = {code.code for code in code_list("cla_episode_ceased_reason", before)}
    codes_after = {code.code for code in code_list("cla_episode_ceased_reason", after)}
    assert codes_before - codes_after == {"E43", "E44"}
    assert codes_after - codes_before == {"E45", "E46", "E47", "E48"}


def test_split_assessment_factors_are_not_offered_but_keep_their_labels():
    offered = {code.code for code in code_list("assessment_factors", date(2026, 6, 1))}
    assert not offered & {"18A", "19A"}
    assert {"18B", "18C", "19B", "19C", "24A", "8B", "8F"} <= offered
    assert labels("assessment_factors")["18A"] == "Physical abuse"


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("ethnicity", "CNHE", "CHNE"),
        ("ethnicity", "CHNE", "CHNE"),
        ("sex", "1", "M"),
        ("sex", "2", "F"),
        ("sex", " F ", "F"),
        ("yes_no", "0", "N"),
        ("yes_no", "true", "Y"),
        ("cp_category", "Neglect", "NEG"),
        ("ward", "Eastney and Craneswater", "Eastney & Craneswater"),
        ("involvement_role", "CW", "allocated_social_worker"),
    ],
)
def test_other_peoples_spellings_are_read(name, raw, code):
    found = read_code(name, raw)
    assert (found.raw, found.code, found.problem) == (raw, code, None)


def test_a_value_that_is_not_in_the_list_keeps_its_raw_text_and_says_why():
    found = read_code("ethnicity", "KLNG")
    assert (found.raw, found.code) == ("KLNG", None)
    assert found.problem == "“KLNG” is not in the list “ethnicity”"


def test_a_code_out_of_its_time_is_read_with_a_problem():
    found = read_code("cla_episode_ceased_reason", "E43", date(2024, 1, 1))
    assert found.code == "E43"
    assert "was not in use on 1 January 2024" in found.problem
    assert read_code("cla_episode_ceased_reason", "E43", date(2017, 1, 1)).problem is None


def test_an_unknown_list_is_refused():
    for ask in (code_list, labels, lambda name: read_code(name, "x")):
        with pytest.raises(KeyError, match="no code list called “worries”"):
            ask("worries")


def test_the_tiers_are_called_what_the_thresholds_document_calls_them():
    tiers = thresholds.document(date(2026, 6, 1)).tiers
    assert labels("tier") == {str(tier.number): f"Tier {tier.number}: {tier.title}" for tier in tiers}


def test_the_decisions_and_statuses_name_the_services_alike():
    for code in ("family_support", "early_help"):
        assert code_lists.label("contact_decision", code) == code_lists.label("status_kind", code)
        assert code_lists.label("open_to", code) == code_lists.label("status_kind", code)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("sex\tM\t\t\t\t\tDfE\n", "a.tsv, line 2: list, code, label and source"),
        ("sex\tM\tMale\t2020-13-01\t\t\tDfE\n", "a.tsv, line 2: month must be in 1..12"),
        ("sex\tM\tMale\t2020-01-01\t2020-01-01\t\tDfE\n", "valid_to 2020-01-01 is not after valid_from 2020-01-01"),
        ("sex\tM\tMale\t\t\t\tDfE\nsex\tM\tMan\t\t\t\tDfE\n", "Code list sex: M stands for more than one code"),
        ("sex\tM\tMale\t\t\t1\tDfE\nsex\tF\tFemale\t\t\t1\tDfE\n", "Code list sex: 1 stands for more than one code"),
    ],
)
def test_a_faulty_list_is_refused_when_it_is_loaded(rows, problem):
    with pytest.raises(PracticeDataFault, match=problem):
        read_lists({"a.tsv": HEAD + rows})


def test_a_file_with_other_columns_is_refused():
    with pytest.raises(PracticeDataFault, match=r"a\.tsv: the columns must be list, code, label"):
        read_lists({"a.tsv": "code\tlabel\nM\tMale\n"})


def test_the_lists_cannot_be_changed():
    with pytest.raises(TypeError):
        CODE_LISTS["sex"] = ()
    labels("sex")["M"] = "changed"
    assert labels("sex")["M"] == "Male"
