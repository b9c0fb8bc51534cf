"""The partnership's own work: courses, audits, reviews, consultations, and how contacts are graded."""

import pytest

NOTHING: list[tuple[object, ...]] = []


def test_a_place_says_of_its_course_what_the_course_says(ask):
    assert (
        ask("""
        SELECT place_id FROM course_places p JOIN course_runs r USING (run_id) JOIN courses c USING (course_id)
        WHERE p.held_on <> r.held_on OR p.kind <> c.kind OR p.restorative <> c.restorative
    """)
        == NOTHING
    )


def test_only_those_who_came_say_what_they_knew_and_more_often_before_than_after(ask_full_size):
    assert ask_full_size("SELECT place_id FROM course_places WHERE attended = 'N' AND rating_before IS NOT NULL") == []
    ((before, after, learnt),) = ask_full_size("""
        SELECT count(rating_before), count(rating_after), avg(rating_after - rating_before) FROM course_places
    """)
    assert before > after > 0
    assert 1 < learnt < 3


def test_staff_are_trained_while_they_work_and_only_if_it_is_their_work(ask_full_size):
    assert (
        ask_full_size("""
        SELECT member_id FROM staff
        WHERE send_training_on < started_on OR send_training_on > ended_on
           OR (send_training_on IS NOT NULL AND works_with_send = 'N')
    """)
        == NOTHING
    )
    ((trained,),) = ask_full_size("""
        SELECT avg(CASE WHEN send_training_on IS NULL THEN 0 ELSE 1 END) FROM staff
        WHERE works_with_send = 'Y' AND ended_on IS NULL
    """)
    assert trained == pytest.approx(0.71, abs=0.03)


def test_most_audits_are_good_or_better_and_some_are_not(ask_full_size):
    ((good, inadequate),) = ask_full_size("""
        SELECT avg(CASE WHEN grade IN ('good', 'outstanding') THEN 1 ELSE 0 END),
               count(*) FILTER (grade = 'inadequate') FROM audits
    """)
    assert 0.6 < good < 0.8
    assert inadequate > 0


def test_an_audit_is_of_a_child_who_had_that_work_then(ask_full_size):
    assert (
        ask_full_size("""
        SELECT audit_id FROM audits a WHERE kind IN ('care_plan', 'pathway_plan', 'health_assessment') AND NOT EXISTS (
            SELECT 1 FROM looked_after_episodes l WHERE l.person_id = a.person_id AND started_on <= audited_on
              AND coalesce(ceased_on, DATE '2100-01-01') > audited_on)
           OR kind IN ('assessment', 'plan') AND NOT EXISTS (
            SELECT 1 FROM referrals r WHERE r.person_id = a.person_id AND received_on <= audited_on
              AND coalesce(closed_on, DATE '2100-01-01') > audited_on)
    """)
        == NOTHING
    )


def test_a_pathway_plan_is_of_somebody_of_sixteen_or_more(ask_full_size):
    assert (
        ask_full_size("""
        SELECT audit_id FROM audits JOIN people USING (person_id)
        WHERE kind = 'pathway_plan' AND audited_on < born_on + INTERVAL 16 YEAR - INTERVAL 1 DAY
    """)
        == NOTHING
    )


def test_each_service_is_asked_each_autumn_and_most_answer_in_time(ask_full_size):
    assert ask_full_size("SELECT DISTINCT year(asked_on) FROM compact_audits ORDER BY 1") == [
        (year,) for year in range(2019, 2025)
    ]
    ((in_time,),) = ask_full_size("""
        SELECT avg(CASE WHEN returned_on <= due_on THEN 1 ELSE 0 END) FROM compact_audits
    """)
    assert in_time == pytest.approx(0.83, abs=0.03)


def test_allegations_come_mostly_from_schools_and_are_concluded_when_they_should_be(ask_full_size):
    assert ask_full_size("SELECT sector FROM allegations GROUP BY 1 ORDER BY count(*) DESC LIMIT 1") == [("schools",)]
    assert ask_full_size("SELECT 1 FROM allegations WHERE (outcome IS NULL) <> (concluded_on IS NULL)") == NOTHING
    ((month, quarter),) = ask_full_size("""
        SELECT avg(CASE WHEN concluded_on <= received_on + 31 THEN 1 ELSE 0 END),
               avg(CASE WHEN concluded_on <= received_on + 92 THEN 1 ELSE 0 END)
        FROM allegations WHERE received_on < DATE '2024-12-01'
    """)
    assert month == pytest.approx(0.8, abs=0.08)
    assert quarter == pytest.approx(0.92, abs=0.06)


def test_only_reviews_of_children_are_published_and_only_after_they_began(ask_full_size):
    assert (
        ask_full_size("""
        SELECT review_id FROM learning_reviews WHERE published_on <= started_on
           OR (published_on IS NOT NULL AND kind IN ('rapid_review', 'reflective_practice_meeting'))
    """)
        == NOTHING
    )


def test_those_who_answer_the_survey_of_care_are_in_care(ask_full_size):
    assert (
        ask_full_size("""
        SELECT answer_id FROM survey_answers s WHERE person_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM looked_after_episodes l WHERE l.person_id = s.person_id AND started_on <= answered_on + 30
              AND coalesce(ceased_on, DATE '2100-01-01') > answered_on)
    """)
        == NOTHING
    )


def test_consultations_spare_more_referrals_than_they_bring(ask_full_size):
    ((spared, brought),) = ask_full_size("""
        SELECT count(*) FILTER (referral_intended = 'Y' AND referral_made = 'N'),
               count(*) FILTER (referral_intended = 'N' AND referral_made = 'Y') FROM consultations
    """)
    assert spared > 5 * brought > 0


def test_a_family_is_claimed_for_after_its_goals_were_met(ask_full_size):
    assert (
        ask_full_size("""
        SELECT claim_id FROM family_claims c WHERE NOT EXISTS (
            SELECT 1 FROM statuses s JOIN episodes e USING (episode_id)
            JOIN early_help_episodes h ON h.episode_id = s.status_id
            WHERE e.family_id = c.family_id AND h.ended_on < c.claimed_on)
    """)
        == NOTHING
    )


def test_schools_contacts_are_good_more_often_than_others(ask_full_size):
    grades = dict(
        ask_full_size("SELECT sector, avg(CASE WHEN grade = 'good' THEN 1 ELSE 0 END) FROM contact_quality GROUP BY 1")
    )
    assert grades["school"] == max(grades.values())


def test_a_contact_is_graded_after_it_came_and_as_its_agencys(ask_full_size):
    assert (
        ask_full_size("""
        SELECT event_id FROM contact_quality q JOIN contact_events e USING (event_id)
        JOIN agencies a ON a.agency_id = q.agency_id
        WHERE graded_on <= received_on OR q.agency_id <> e.agency_id OR q.sector <> a.kind
    """)
        == NOTHING
    )
