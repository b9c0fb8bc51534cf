"""Harm outside the home: what was known when a child came back, and risk that rises, falls and ends."""

import pytest

NOTHING: list[tuple[object, ...]] = []
OPEN_ON_RETURN = """
    WITH returns AS (
        SELECT *, CAST(ended_at AS DATE) AS day FROM missing_episodes JOIN missing_details USING (episode_id)
    ),
    open_then AS (
        SELECT episode_id, open_to,
            EXISTS (SELECT 1 FROM referrals r WHERE r.person_id = returns.person_id AND received_on <= day
                    AND coalesce(closed_on, DATE '2100-01-01') > day) AS with_social_care,
            EXISTS (SELECT 1 FROM statuses s JOIN early_help_episodes h ON h.episode_id = s.status_id
                    WHERE s.person_id = returns.person_id AND kind = 'early_help' AND started_on <= day
                    AND coalesce(ended_on, DATE '2100-01-01') > day) AS with_early_help
        FROM returns WHERE ended_at IS NOT NULL
    )
"""
NEXT_LEVEL = """
    WITH ordered AS (
        SELECT *, lag(level) OVER mine AS level_before, lag(ended_on) OVER mine AS ended_before
        FROM exploitation_levels WINDOW mine AS (PARTITION BY person_id, kind ORDER BY started_on)
    )
"""


def test_every_missing_episode_has_its_details(ask):
    assert ask("SELECT episode_id FROM missing_episodes ANTI JOIN missing_details USING (episode_id)") == NOTHING


def test_whom_a_child_was_open_to_when_it_came_back_agrees_with_its_statuses(ask_full_size):
    assert (
        ask_full_size(
            OPEN_ON_RETURN
            + """
        SELECT episode_id FROM open_then WHERE open_to <> CASE WHEN with_social_care THEN 'social_care'
            WHEN with_early_help THEN 'early_help' ELSE 'not_open' END
        """
        )
        == NOTHING
    )
    found = ask_full_size("SELECT DISTINCT open_to FROM missing_details WHERE open_to IS NOT NULL ORDER BY 1")
    assert found == [("early_help",), ("not_open",), ("social_care",)]


def test_a_child_still_missing_is_open_to_nobody_yet_and_has_no_interview(ask_full_size):
    assert (
        ask_full_size("""
        SELECT episode_id FROM missing_episodes JOIN missing_details USING (episode_id)
        WHERE ended_at IS NULL AND (open_to IS NOT NULL OR interview_held_at IS NOT NULL)
           OR ended_at IS NOT NULL AND open_to IS NULL
    """)
        == NOTHING
    )


def test_the_ward_at_return_is_that_of_the_childs_address(ask_full_size):
    assert (
        ask_full_size("""
        SELECT episode_id FROM missing_episodes m JOIN missing_details d USING (episode_id)
        WHERE ended_at IS NOT NULL AND ward NOT IN (
            SELECT ward FROM addresses a JOIN address_details USING (address_id)
            WHERE a.person_id = m.person_id AND moved_in_on <= CAST(ended_at AS DATE)
              AND coalesce(moved_out_on, DATE '2100-01-01') >= CAST(ended_at AS DATE))
    """)
        == NOTHING
    )


def test_an_interview_follows_the_return_of_a_child_who_accepted_it(ask_full_size):
    assert (
        ask_full_size("""
        SELECT episode_id FROM missing_episodes JOIN missing_details USING (episode_id)
        WHERE interview_held_at IS NOT NULL AND (recorded_in_error = 'Y' OR interview_accepted <> 'Y'
           OR CAST(interview_held_at AS TIMESTAMP) <= ended_at OR interview_held_on > DATE '2025-03-31')
    """)
        == NOTHING
    )


def test_about_two_thirds_of_interviews_come_within_three_days(ask_full_size):
    ((soon,),) = ask_full_size("""
        SELECT avg(CASE WHEN CAST(interview_held_at AS TIMESTAMP) <= ended_at + INTERVAL 72 HOUR THEN 1 ELSE 0 END)
        FROM missing_episodes JOIN missing_details USING (episode_id) WHERE interview_held_at IS NOT NULL
    """)
    assert soon == pytest.approx(0.63, abs=0.05)


def test_a_level_follows_the_one_before_it_on_the_day_that_ended(ask_full_size):
    assert (
        ask_full_size(
            NEXT_LEVEL
            + """
        SELECT level_id FROM ordered WHERE previous_level IS NOT NULL
          AND (level_before IS DISTINCT FROM previous_level OR ended_before IS DISTINCT FROM started_on)
           OR level = previous_level OR previous_level IS NULL AND (level = 'none' OR ended_before > started_on)
        """
        )
        == NOTHING
    )


def test_risk_rises_and_falls(ask_full_size):
    moves = ask_full_size("""
        SELECT count(*) FILTER (level = 'high' AND previous_level = 'medium'),
               count(*) FILTER (level = 'medium' AND previous_level = 'high'),
               count(*) FILTER (level = 'none' AND previous_level IS NOT NULL) FROM exploitation_levels
    """)
    assert min(moves[0]) > 50


def test_only_children_from_ten_to_seventeen_who_live_here_are_watched(ask_full_size):
    assert (
        ask_full_size("""
        SELECT level_id FROM exploitation_levels JOIN people USING (person_id)
        WHERE started_on < born_on + INTERVAL 10 YEAR - INTERVAL 1 DAY
           OR coalesce(ended_on, DATE '2025-03-31') > born_on + INTERVAL 18 YEAR + INTERVAL 1 DAY OR ended_on > died_on
    """)
        == NOTHING
    )


def test_risk_is_often_seen_soon_after_a_child_went_missing(ask_full_size):
    ((share,),) = ask_full_size("""
        SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM missing_episodes m WHERE m.person_id = e.person_id
            AND started_at BETWEEN started_on - INTERVAL 120 DAY AND started_on) THEN 1 ELSE 0 END)
        FROM exploitation_levels e WHERE previous_level IS NULL AND started_on > DATE '2020-04-01'
    """)
    assert share > 0.4


def test_as_many_children_are_at_risk_in_every_year(ask_full_size):
    for year in range(2020, 2025):
        ((stock,),) = ask_full_size(f"""
            SELECT count(*) FROM exploitation_levels WHERE level <> 'none' AND started_on <= DATE '{year}-03-31'
               AND coalesce(ended_on, DATE '2100-01-01') > DATE '{year}-03-31'
        """)
        assert stock == pytest.approx(254, rel=0.35), year


def test_the_first_cohort_was_at_risk_when_it_began_and_its_levels_are_those_of_the_time(ask_full_size):
    assert (
        ask_full_size("""
        SELECT member_id FROM cohort_members c WHERE level_at_start = 'none' OR NOT EXISTS (
            SELECT 1 FROM exploitation_levels e WHERE e.person_id = c.person_id AND level = level_at_start
              AND started_on <= joined_on AND coalesce(ended_on, DATE '2100-01-01') > joined_on)
           OR (left_on IS NULL) <> (level_at_end IS NULL)
    """)
        == NOTHING
    )
    ((members,),) = ask_full_size("SELECT count(*) FROM cohort_members")
    assert members == 24


def test_a_re_referral_of_the_cohort_is_a_referral_after_the_work_ended(ask_full_size):
    assert (
        ask_full_size("""
        SELECT member_id FROM cohort_members c WHERE re_referred_on IS DISTINCT FROM (
            SELECT min(CAST(received_on AS DATE)) FROM referrals r
            WHERE r.person_id = c.person_id AND received_on > c.left_on)
    """)
        == NOTHING
    )
