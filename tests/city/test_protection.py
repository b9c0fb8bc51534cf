"""Protection runs in order: a referral, a discussion, an enquiry, a conference, a plan, its reviews and visits."""

import pytest

from kinfold.practice.code_lists import labels

NOTHING: list[tuple[object, ...]] = []
FOREVER = "TIMESTAMP '2100-01-01'"


def test_a_referral_comes_from_the_childs_own_contact(ask_full_size):
    assert (
        ask_full_size("""
        SELECT referral_id FROM referral_details JOIN referrals r USING (referral_id)
        JOIN contacts c USING (contact_id)
        WHERE c.person_id <> r.person_id OR CAST(c.received_on AS DATE) > CAST(r.received_on AS DATE)
    """)
        == NOTHING
    )
    ((without,),) = ask_full_size("""
        SELECT count(*) FROM referral_details JOIN referrals USING (referral_id)
        WHERE contact_id IS NULL AND received_on >= '2019-03-01'
    """)
    assert without == 0


def test_a_referral_is_assessed_once_unless_nothing_was_done(ask_full_size):
    assert (
        ask_full_size("""
        SELECT referral_id FROM referrals LEFT JOIN assessments USING (referral_id)
        GROUP BY referral_id, referrals.no_further_action
        HAVING count(assessment_id) <> CASE WHEN referrals.no_further_action = 'Y' THEN 0 ELSE 1 END
    """)
        == NOTHING
    )


def test_an_assessment_lies_within_its_referral(ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT assessment_id FROM assessments a JOIN referrals r USING (referral_id)
        WHERE a.person_id <> r.person_id OR a.started_on < r.received_on
           OR a.authorised_on > coalesce(r.closed_on, {FOREVER})
    """)
        == NOTHING
    )


def test_what_a_finished_assessment_found_is_in_the_list_and_none_means_none(ask):
    found = ask("""
        SELECT factors_id, unnest(from_json(factors, '["varchar"]')) AS factor FROM assessment_factors
        JOIN assessments USING (assessment_id) WHERE authorised_on IS NOT NULL
    """)
    assert {factor for _, factor in found} <= set(labels("assessment_factors"))
    with_none = {row for row, factor in found if factor == "21"}
    assert with_none
    assert not with_none & {row for row, factor in found if factor != "21"}


def test_an_enquiry_falls_within_its_referral(ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT enquiry_id FROM section_47_enquiries e JOIN referrals r USING (referral_id)
        WHERE e.person_id <> r.person_id OR e.started_on < r.received_on
           OR coalesce(e.ended_on, e.started_on) > coalesce(r.closed_on, {FOREVER})
    """)
        == NOTHING
    )


def test_an_enquiry_begins_at_a_strategy_discussion_that_followed_the_worry(ask_full_size):
    assert (
        ask_full_size("""
        SELECT enquiry_id FROM section_47_enquiries e LEFT JOIN strategy_discussions d USING (enquiry_id)
        WHERE d.held_on IS DISTINCT FROM CAST(e.started_on AS DATE) OR d.worried_on > d.held_on
           OR d.person_id <> e.person_id
    """)
        == NOTHING
    )


def test_a_child_whose_contact_was_red_has_a_strategy_discussion(ask_full_size):
    ((red, discussed),) = ask_full_size("""
        SELECT count(*), count(*) FILTER (referral_id IN (SELECT referral_id FROM strategy_discussions))
        FROM referral_details JOIN contact_children USING (contact_id) WHERE decision = 'strategy_discussion'
    """)
    assert red > 500
    assert discussed / red > 0.75


def test_brothers_and_sisters_are_enquired_into_on_one_day(ask_full_size):
    ((several, together),) = ask_full_size("""
        SELECT count(*), count(*) FILTER (days = 1) FROM (
            SELECT meeting_id, count(DISTINCT CAST(e.started_on AS DATE)) AS days
            FROM initial_conferences c JOIN section_47_enquiries e USING (enquiry_id)
            GROUP BY meeting_id HAVING count(*) > 1)
    """)
    assert several > 100
    assert together / several > 0.95


def test_every_plan_is_made_by_a_conference_on_its_first_day(ask_full_size):
    assert (
        ask_full_size("""
        SELECT p.plan_id FROM protection_plans p LEFT JOIN initial_conferences c USING (conference_id)
        WHERE c.plan_id IS DISTINCT FROM p.plan_id OR c.held_on IS DISTINCT FROM p.started_on
           OR c.person_id <> p.person_id OR c.plan_made <> 'Y'
    """)
        == NOTHING
    )


def test_a_conference_follows_an_enquiry_of_the_same_child(ask_full_size):
    assert (
        ask_full_size("""
        SELECT conference_id FROM initial_conferences c LEFT JOIN section_47_enquiries e USING (enquiry_id)
        WHERE e.person_id IS DISTINCT FROM c.person_id OR e.started_on > c.held_on OR e.ended_on > c.held_on
    """)
        == NOTHING
    )


def test_no_review_comes_before_the_plan_or_after_it_ended(ask_full_size):
    assert (
        ask_full_size("""
        SELECT review_id FROM protection_reviews JOIN protection_plans USING (plan_id)
        WHERE held_on <= started_on OR due_on <= started_on OR held_on > ended_on
    """)
        == NOTHING
    )


def test_the_first_review_is_due_in_three_months_and_each_later_one_in_six(ask):
    assert (
        ask("""
        SELECT review_id FROM (
            SELECT review_id, due_on, started_on,
                   lag(held_on) OVER (PARTITION BY plan_id ORDER BY due_on) AS held_before
            FROM protection_reviews JOIN protection_plans USING (plan_id))
        WHERE due_on <> coalesce(held_before + INTERVAL 6 MONTH, started_on + INTERVAL 3 MONTH)
    """)
        == NOTHING
    )


def test_a_plan_ends_at_a_review_and_only_there(ask_full_size):
    assert (
        ask_full_size("""
        SELECT review_id FROM protection_reviews JOIN protection_plans USING (plan_id)
        WHERE held_on IS NOT NULL AND (plan_continues = 'N') <> coalesce(held_on = ended_on, false)
    """)
        == NOTHING
    )


@pytest.mark.parametrize(
    ("visits", "plans"), [("child_in_need_visits", "child_in_need_plans"), ("protection_visits", "protection_plans")]
)
def test_visits_fall_within_a_plan_and_nobody_is_seen_before_birth(visits, plans, ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT visit_id FROM {visits} v WHERE NOT EXISTS (
            SELECT 1 FROM {plans} p WHERE p.person_id = v.person_id AND p.started_on <= v.visited_on
              AND coalesce(p.ended_on, {FOREVER}) > v.visited_on)
    """)
        == NOTHING
    )
    assert (
        ask_full_size(f"""
        SELECT visit_id FROM {visits} JOIN people USING (person_id)
        WHERE seen = 'Y' AND coalesce(born_on, expected_on) > visited_on OR seen_alone = 'Y' AND seen = 'N'
    """)
        == NOTHING
    )


def test_proceedings_begin_under_a_plan(ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT pre_proceedings_id FROM pre_proceedings b WHERE NOT EXISTS (
            SELECT 1 FROM protection_plans p WHERE p.person_id = b.person_id AND p.started_on < b.decided_on
              AND coalesce(p.ended_on, {FOREVER}) > b.decided_on)
    """)
        == NOTHING
    )


def test_what_a_plan_began_with_agrees_with_what_else_is_known(ask_full_size):
    assert (
        ask_full_size("""
        SELECT plan_id FROM protection_plan_details JOIN protection_plans USING (plan_id)
        WHERE (disabled = 'Y') <> (person_id IN (SELECT person_id FROM disabilities WHERE disability <> 'NONE'))
    """)
        == NOTHING
    )
    ((apart,),) = ask_full_size("""
        SELECT count(*) FROM protection_plans p JOIN protection_plan_details d USING (plan_id)
        JOIN assessments a USING (referral_id) JOIN assessment_factors f USING (assessment_id)
        WHERE a.no_further_action = 'N' AND (d.domestic_abuse = 'Y') <> contains(f.factors, '"3B"')
    """)
    assert apart == 0
