"""The sample's rows of exploitation, education, the workforce, learning and voice."""

from datetime import UTC, date, datetime

ROWS = {
    "missing_details": [
        {
            "episode_id": "mi",
            "open_to": "social_care",
            "ward": "St Thomas",
            "interview_held_at": datetime(2025, 12, 3, 15, tzinfo=UTC),
            "interview_held_on": date(2025, 12, 3),
            "recorded_in_error": "N",
        },
    ],
    "exploitation_levels": [
        {
            "level_id": "xl",
            "person_id": "child",
            "kind": "criminal",
            "level": "medium",
            "started_on": date(2025, 12, 10),
            "met_group": "Y",
            "ward": "St Thomas",
        },
    ],
    "cohort_members": [
        {
            "member_id": "cm",
            "cohort": "pcso_first",
            "person_id": "child",
            "joined_on": date(2025, 12, 12),
            "level_at_start": "medium",
        },
    ],
    "low_attendance": [
        {
            "absence_id": "ab",
            "person_id": "child",
            "setting_id": "school",
            "term_ended_on": date(2025, 12, 19),
            "sessions_possible": 140,
            "sessions_attended": 69,
            "lead_professional": "social_care",
        },
    ],
    "managed_moves": [
        {
            "move_id": "mm",
            "person_id": "child",
            "agreed_on": date(2026, 1, 5),
            "panel": "inclusion_support_panel",
        },
    ],
    "education_plans": [{"plan_id": "ed", "person_id": "child", "started_on": date(2025, 11, 14)}],
    "contact_quality": [
        {"event_id": "e1", "graded_on": date(2025, 5, 6), "grade": "good", "agency_id": "council", "sector": "council"},
    ],
    "complaints": [
        {"complaint_id": "cx", "received_on": date(2025, 6, 2), "from_sector": "school", "about": "waiting"},
    ],
    "consultations": [
        {
            "consultation_id": "cs",
            "held_on": date(2025, 4, 2),
            "kind": "team_around_the_worker",
            "referral_intended": "Y",
            "referral_made": "N",
            "agency_id": "council",
        },
    ],
    "family_claims": [
        {
            "claim_id": "fc",
            "family_id": "family",
            "claimed_on": date(2025, 9, 30),
            "outcome": "sustained_progress",
            "amount": 800.0,
        },
    ],
    "courses": [
        {
            "course_id": "course",
            "title": "Principles of Restorative Practice",
            "kind": "multi_agency",
            "restorative": "Y",
            "online": "N",
            "about_send": "N",
        },
    ],
    "course_runs": [{"run_id": "cr", "course_id": "course", "held_on": date(2025, 6, 10)}],
    "course_places": [
        {
            "place_id": "cp1",
            "run_id": "cr",
            "held_on": date(2025, 6, 10),
            "kind": "multi_agency",
            "restorative": "Y",
            "attended": "Y",
            "sector": "education",
            "rating_before": 4,
            "rating_after": 8,
        },
    ],
    "staff": [
        {"member_id": "st", "agency_id": "council", "started_on": date(2020, 1, 6), "works_with_send": "Y"},
    ],
    "development_support": [
        {
            "support_id": "ds",
            "organisation": "Sea Lane Primary",
            "given_on": date(2025, 10, 1),
            "kind": "restorative_practice",
        },
    ],
    "allegations": [{"allegation_id": "al", "received_on": date(2025, 7, 1), "sector": "schools"}],
    "audits": [
        {
            "audit_id": "au",
            "audited_on": date(2025, 10, 20),
            "kind": "plan",
            "grade": "good",
            "person_id": "child",
            "agency_id": "council",
        },
    ],
    "compact_audits": [
        {
            "return_id": "ca",
            "service": "Sea Lane Primary",
            "asked_on": date(2025, 9, 8),
            "due_on": date(2025, 10, 31),
            "returned_on": date(2025, 10, 20),
        },
    ],
    "learning_reviews": [{"review_id": "lr", "kind": "reflective_practice_meeting", "started_on": date(2025, 3, 5)}],
    "survey_answers": [
        {"answer_id": "sa", "survey": "wellbeing_in_care", "answered_on": date(2025, 12, 20), "score": 6},
    ],
}
