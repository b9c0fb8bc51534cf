"""The sample's rows of children's social care: one child's assessment, enquiry, plan, care and schooling."""

from datetime import UTC, date, datetime

ROWS = {
    "immigration_statuses": [
        {"immigration_status_id": "im", "person_id": "child", "started_on": datetime(2025, 1, 1)},
    ],
    "mothers": [
        {"mother_id": "mo", "person_id": "mother", "child_id": "child", "child_born_on": datetime(2015, 3, 1)},
    ],
    "referral_details": [{"referral_id": "ref", "contact_id": "c1", "ward": "St Thomas"}],
    "assessments": [
        {
            "assessment_id": "as",
            "person_id": "child",
            "referral_id": "ref",
            "started_on": datetime(2025, 9, 1),
            "authorised_on": datetime(2025, 10, 2),
            "no_further_action": "N",
        },
    ],
    "assessment_factors": [{"factors_id": "fa", "assessment_id": "as", "factors": '["3B", "16A"]'}],
    "section_47_enquiries": [
        {"enquiry_id": "s47", "referral_id": "ref", "person_id": "child", "started_on": datetime(2025, 9, 4)},
    ],
    "enquiry_details": [{"enquiry_id": "s47", "concern": "neglect", "joint": "Y", "ward": "St Thomas"}],
    "strategy_discussions": [
        {
            "discussion_id": "sd",
            "person_id": "child",
            "referral_id": "ref",
            "enquiry_id": "s47",
            "worried_on": date(2025, 9, 3),
            "held_at": datetime(2025, 9, 3, 23, 30, tzinfo=UTC),
            "held_on": date(2025, 9, 4),
            "social_care_attended": "Y",
            "police_attended": "Y",
            "health_attended": "N",
        },
    ],
    "initial_conferences": [
        {
            "conference_id": "ic",
            "enquiry_id": "s47",
            "person_id": "child",
            "due_on": datetime(2025, 9, 25),
            "held_on": datetime(2025, 10, 1),
        },
    ],
    "protection_reviews": [
        {
            "review_id": "cr",
            "person_id": "child",
            "plan_id": "cp",
            "due_on": datetime(2026, 1, 1),
            "held_on": datetime(2025, 12, 18),
            "quorate": "Y",
            "participation": "PN1",
        },
    ],
    "protection_plan_details": [{"plan_id": "cp", "domestic_abuse": "N", "disabled": "N"}],
    "child_in_need_visits": [
        {"visit_id": "nv", "person_id": "child", "visited_on": datetime(2025, 9, 20), "seen": "Y", "seen_alone": "N"},
    ],
    "protection_visits": [
        {"visit_id": "pv", "person_id": "child", "plan_id": "cp", "visited_on": datetime(2025, 10, 9), "seen": "Y"},
    ],
    "looked_after_visits": [
        {"visit_id": "lv", "person_id": "child", "care_period_id": "cl", "visited_on": datetime(2025, 11, 6)},
    ],
    "pre_proceedings": [
        {
            "pre_proceedings_id": "pp",
            "person_id": "child",
            "decided_on": datetime(2025, 10, 20),
            "gateway_outcome": "B",
            "parents_represented_at_issue": "NA",
        },
    ],
    "voice_of_child": [{"voice_id": "vo", "person_id": "child", "worries_explained": "Y"}],
    "placements": [
        {
            "placement_id": "pm",
            "person_id": "child",
            "started_on": datetime(2025, 11, 1),
            "kind": "U6",
            "provider": "PR1",
            "distance_miles": 3.5,
        },
    ],
    "placement_details": [{"placement_id": "pm", "ofsted_grade": "good"}],
    "finance": [{"finance_id": "fi", "placement_id": "pm"}],
    "legal_statuses": [
        {
            "legal_status_id": "ls",
            "person_id": "child",
            "legal_status": "V2",
            "started_on": datetime(2025, 11, 1),
        },
    ],
    "looked_after_reviews": [
        {"review_id": "lr", "care_period_id": "cl", "held_on": datetime(2025, 11, 28), "participation": "PN6"},
    ],
    "care_plans": [{"care_plan_id": "ca", "person_id": "child", "started_on": datetime(2025, 11, 8)}],
    "previous_permanence": [
        {"previous_permanence_id": "pr", "person_id": "child", "order_date": "zz/05/2017", "option": "P1"},
    ],
    "convictions": [{"conviction_id": "cv", "person_id": "child", "offended_on": datetime(2025, 12, 20)}],
    "health_checks": [
        {
            "health_check_id": "hc",
            "person_id": "child",
            "kind": "Initial health assessment",
            "checked_on": datetime(2025, 11, 20),
            "status": "Completed",
        },
    ],
    "health_check_details": [
        {"health_check_id": "hc", "kind": "initial", "due_on": date(2025, 11, 29), "quality": "good"},
    ],
    "immunisations": [{"person_id": "child", "up_to_date": "Y", "known_on": datetime(2025, 11, 20)}],
    "substance_misuse": [{"substance_misuse_id": "sm", "person_id": "child", "noted_on": datetime(2025, 12, 1)}],
    "sdq_scores": [{"sdq_id": "sq", "person_id": "child", "completed_on": datetime(2025, 12, 1), "score": 14}],
    "care_leavers": [
        {"care_leaver_id": "le", "person_id": "mother", "eligibility": "Former Relevant", "in_touch": "YES"},
    ],
    "care_leaver_birthdays": [
        {"birthday_id": "bd", "person_id": "mother", "birthday_on": date(2025, 6, 1), "age": 21, "in_touch": "YES"},
    ],
    "permanence": [{"permanence_id": "pe", "person_id": "child", "order_kind": "Special Guardianship"}],
    "send": [{"send_id": "se", "person_id": "child"}],
    "ehcp_requests": [{"request_id": "er", "send_id": "se", "received_on": datetime(2024, 1, 8), "outcome": "Y"}],
    "ehcp_assessments": [
        {"assessment_id": "ea", "request_id": "er", "outcome_on": datetime(2024, 5, 27), "outcome": "Y"},
    ],
    "ehcp_named_plans": [{"named_plan_id": "en", "assessment_id": "ea", "started_on": datetime(2024, 5, 27)}],
    "ehcp_active_plans": [{"active_plan_id": "ev", "request_id": "er", "last_reviewed_on": datetime(2025, 5, 20)}],
    "sen_needs": [{"need_id": "ne", "active_plan_id": "ev", "need": "SLCN", "rank": 1}],
}
