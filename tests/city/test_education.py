"""Schooling: who misses it, who leads, who moves, and the plans of children in care."""

import pytest

NOTHING: list[tuple[object, ...]] = []
TERM = "2024-12-18"
ON_ROLL = f"""
    SELECT DISTINCT person_id FROM schooling JOIN settings USING (setting_id)
    WHERE phase IN ('primary', 'secondary', 'all_through', 'special') AND started_on <= DATE '{TERM}'
      AND coalesce(ended_on, DATE '2100-01-01') > DATE '{TERM}'
"""


def test_a_fifth_of_pupils_miss_a_tenth_of_a_term_and_a_few_miss_half_of_it(ask_full_size):
    ((low, half, pupils),) = ask_full_size(f"""
        SELECT count(*), count(*) FILTER (sessions_attended * 2 < sessions_possible), (SELECT count(*) FROM ({ON_ROLL}))
        FROM low_attendance WHERE term_ended_on = DATE '{TERM}'
    """)
    assert low / pupils == pytest.approx(0.20, abs=0.01)
    assert half / pupils == pytest.approx(0.015, abs=0.002)


def test_whoever_is_listed_missed_a_tenth_or_more(ask):
    assert (
        ask("""
        SELECT absence_id FROM low_attendance
        WHERE sessions_attended * 10 > sessions_possible * 9 OR sessions_possible > 160
    """)
        == NOTHING
    )


def test_a_pupil_is_listed_once_a_term_at_the_school_it_was_at(ask_full_size):
    assert (
        ask_full_size("""
        SELECT absence_id FROM low_attendance a WHERE NOT EXISTS (
            SELECT 1 FROM schooling s WHERE s.person_id = a.person_id AND s.setting_id = a.setting_id
              AND started_on <= term_ended_on AND coalesce(ended_on, DATE '2100-01-01') > term_ended_on)
    """)
        == NOTHING
    )
    assert (
        ask_full_size("SELECT person_id FROM low_attendance GROUP BY person_id, term_ended_on HAVING count(*) > 1")
        == NOTHING
    )


def test_three_terms_a_year_are_returned(ask):
    assert ask("""
        SELECT year(term_ended_on), count(DISTINCT term_ended_on) FROM low_attendance
        WHERE year(term_ended_on) BETWEEN 2020 AND 2024 GROUP BY ALL ORDER BY ALL
    """) == [(year, 3) for year in range(2020, 2025)]


def test_social_care_leads_where_a_referral_was_open_then_and_nowhere_else(ask_full_size):
    assert (
        ask_full_size("""
        SELECT absence_id FROM low_attendance a WHERE (lead_professional = 'social_care') <> EXISTS (
            SELECT 1 FROM referrals r WHERE r.person_id = a.person_id AND received_on <= term_ended_on
              AND coalesce(closed_on, DATE '2100-01-01') > term_ended_on)
    """)
        == NOTHING
    )


def test_the_same_pupils_miss_term_after_term(ask_full_size):
    ((again,),) = ask_full_size(f"""
        SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM low_attendance b WHERE b.person_id = a.person_id
            AND b.term_ended_on BETWEEN DATE '2024-03-01' AND DATE '2024-08-01') THEN 1 ELSE 0 END)
        FROM low_attendance a WHERE term_ended_on = DATE '{TERM}'
    """)
    assert again > 0.5


def test_most_pupils_below_half_have_somebody_who_leads(ask_full_size):
    ((led,),) = ask_full_size("""
        SELECT avg(CASE WHEN lead_professional <> 'none' THEN 1 ELSE 0 END) FROM low_attendance
        WHERE sessions_attended * 2 < sessions_possible
    """)
    assert 0.75 < led < 0.95


def test_a_move_is_between_secondary_schools_and_is_judged_after_its_trial(ask_full_size):
    assert (
        ask_full_size("""
        SELECT move_id FROM managed_moves JOIN people USING (person_id)
        WHERE agreed_on < born_on + INTERVAL 11 YEAR - INTERVAL 2 DAY OR agreed_on > born_on + INTERVAL 17 YEAR
           OR (ended_well IS NULL) <> (agreed_on > DATE '2025-03-31' - INTERVAL 84 DAY)
    """)
        == NOTHING
    )


def test_nearly_every_looked_after_child_of_school_age_has_an_education_plan(ask_full_size):
    ((children, planned),) = ask_full_size("""
        SELECT count(DISTINCT l.person_id), count(DISTINCT e.person_id)
        FROM looked_after_episodes l JOIN people USING (person_id)
        LEFT JOIN education_plans e ON e.person_id = l.person_id AND e.ended_on IS NULL
        WHERE ceased_on IS NULL AND born_on < DATE '2020-09-01'
    """)
    assert 0.9 < planned / children < 1


def test_an_education_plan_lies_within_the_childs_care(ask_full_size):
    assert (
        ask_full_size("""
        SELECT plan_id FROM education_plans p WHERE NOT EXISTS (
            SELECT 1 FROM looked_after_episodes l WHERE l.person_id = p.person_id AND l.started_on <= p.started_on
              AND coalesce(l.ceased_on, DATE '2100-01-01') > p.started_on)
           OR (ended_on IS NULL AND NOT EXISTS (
            SELECT 1 FROM looked_after_episodes l WHERE l.person_id = p.person_id AND ceased_on IS NULL))
    """)
        == NOTHING
    )
