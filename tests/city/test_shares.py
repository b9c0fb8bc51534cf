"""How often things happen to children with social care is as `kinfold/city/rates.py` says, and near what is
published."""

import sys

import pytest

from tests.city.conftest import FULL_SIZE, Ask

YEAR = "BETWEEN TIMESTAMP '2024-04-01' AND TIMESTAMP '2025-03-31 23:59:59'"
WORKING_DAYS = """(SELECT count(*) FROM calendar
                   WHERE working_day = 'Y' AND day > CAST({0} AS DATE) AND day <= CAST({1} AS DATE))"""
SHARES: dict[str, tuple[float, float, str]] = {
    "section 47 enquiries for each 10,000 children": (
        150,
        200,
        f"SELECT count(*) * 10000.0 / {FULL_SIZE} FROM section_47_enquiries WHERE started_on {YEAR}",
    ),
    "assessments within 45 working days": (
        0.80,
        0.90,
        f"""SELECT avg(CAST({WORKING_DAYS.format("started_on", "authorised_on")} <= 45 AS INT)) FROM assessments
            WHERE authorised_on {YEAR}""",
    ),
    "conferences within 15 working days": (
        0.75,
        0.90,
        f"""SELECT avg(CAST({WORKING_DAYS.format("e.started_on", "c.held_on")} <= 15 AS INT))
            FROM initial_conferences c JOIN section_47_enquiries e USING (enquiry_id) WHERE held_on {YEAR}""",
    ),
    "conferences that make a plan": (0.75, 0.95, "SELECT avg((plan_made = 'Y')::INT) FROM initial_conferences"),
    "plans for neglect": (0.40, 0.50, "SELECT avg((initial_category = 'NEG')::INT) FROM protection_plans"),
    "plans for emotional abuse": (0.34, 0.44, "SELECT avg((initial_category = 'EMO')::INT) FROM protection_plans"),
    "looked after children who take part in their reviews": (
        0.97,
        1.0,
        """SELECT avg((participation <> 'PN7')::INT) FROM looked_after_reviews WHERE participation <> 'PN0'""",
    ),
    "referrals that are assessed": (
        0.95,
        0.99,
        "SELECT avg((referral_id IN (SELECT referral_id FROM assessments))::INT) FROM referrals",
    ),
    "reviews that were inquorate": (0.03, 0.08, "SELECT avg((quorate = 'N')::INT) FROM protection_reviews"),
    "enquiries made jointly": (0.4, 0.6, "SELECT avg((joint = 'Y')::INT) FROM enquiry_details"),
    "strategy discussions with police and health": (
        0.8,
        0.92,
        "SELECT avg((police_attended = 'Y' AND health_attended = 'Y')::INT) FROM strategy_discussions",
    ),
    "plans where domestic abuse was a factor": (
        0.35,
        0.55,
        "SELECT avg((domestic_abuse = 'Y')::INT) FROM protection_plan_details",
    ),
    "initial health assessments in time": (
        0.65,
        0.85,
        """SELECT avg((checked_on <= due_on)::INT)
           FROM health_checks JOIN health_check_details d USING (health_check_id)
           WHERE d.kind = 'initial' AND checked_on IS NOT NULL""",
    ),
    "children placed with good or outstanding providers": (
        0.85,
        1.0,
        """SELECT avg((ofsted_grade IN ('good', 'outstanding'))::INT)
           FROM placements JOIN placement_details USING (placement_id) WHERE ended_on IS NULL""",
    ),
    "children placed more than 20 miles away": (
        0.04,
        0.15,
        "SELECT avg((distance_miles > 20)::INT) FROM placements WHERE ended_on IS NULL",
    ),
    "children fostered": (
        0.65,
        0.92,
        "SELECT avg((kind LIKE 'U%')::INT) FROM placements WHERE ended_on IS NULL",
    ),
    "questionnaires that are a cause for concern": (0.25, 0.45, "SELECT avg((score >= 17)::INT) FROM sdq_scores"),
    "care leavers in touch": (0.88, 0.97, "SELECT avg((in_touch = 'YES')::INT) FROM care_leaver_birthdays"),
    "care leavers in suitable homes": (
        0.85,
        0.95,
        "SELECT avg((accommodation_suitable = '1')::INT) FROM care_leaver_birthdays",
    ),
    "care leavers of 19 and over in education or work": (
        0.45,
        0.65,
        "SELECT avg((activity NOT LIKE 'G%')::INT) FROM care_leaver_birthdays WHERE age >= 19",
    ),
    "EHC plans issued in twenty weeks": (
        0.62,
        0.82,
        """SELECT avg((a.outcome_on <= received_on + INTERVAL 20 WEEK)::INT)
           FROM ehcp_assessments a JOIN ehcp_requests USING (request_id) WHERE a.outcome = 'Y'""",
    ),
    "children of school age with an EHC plan": (
        0.03,
        0.05,
        """SELECT count(*) / (SELECT count(*) FROM people WHERE ehc_plan IS NOT NULL AND upn IS NOT NULL)
           FROM ehcp_active_plans""",
    ),
}


@pytest.mark.parametrize("what", SHARES)
def test_a_share_is_near_what_it_should_be(what: str, ask_full_size: Ask) -> None:
    low, high, sql = SHARES[what]
    ((share,),) = ask_full_size(sql)
    sys.stdout.write(f"{what}: {share:.3g}, to be between {low} and {high}\n")
    assert low <= share <= high
