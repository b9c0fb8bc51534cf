"""Help runs in order: conversation, plan, goals and promises, reviews, closure; and somebody leads it."""

NOTHING: list[tuple[object, ...]] = []


def test_a_plan_is_submitted_after_the_conversation_that_it_comes_from(ask):
    assert (
        ask("""
        SELECT p.plan_id FROM family_support_plans p JOIN conversations c USING (episode_id, tier)
        WHERE c.completed_on >= p.submitted_on
          AND c.completed_on < coalesce(p.closed_on, DATE '2100-01-01')
          AND p.plan_id NOT IN (SELECT plan_id FROM family_support_plans q JOIN conversations d USING (episode_id, tier)
                                WHERE d.completed_on < q.submitted_on)
    """)
        == NOTHING
    )


def test_a_plan_without_a_conversation_follows_a_social_work_assessment(ask_full_size):
    """Help that social care steps down goes by what its assessment found."""
    assert (
        ask_full_size("""
        SELECT plan_id FROM family_support_plans p JOIN episodes e USING (episode_id) WHERE submitted_on IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM conversations c
                          WHERE c.episode_id = p.episode_id AND completed_on < p.submitted_on)
          AND NOT EXISTS (SELECT 1 FROM referrals r JOIN family_members m USING (person_id)
                          WHERE m.family_id = e.family_id AND r.received_on >= e.opened_on
                            AND r.closed_on <= p.submitted_on)
    """)
        == NOTHING
    )


def test_a_plan_is_for_the_children_who_were_still_helped_when_it_was_made(ask_full_size):
    assert (
        ask_full_size("""
        SELECT plan_id, person_id FROM plan_children c JOIN family_support_plans p USING (plan_id)
        WHERE submitted_on IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM statuses s JOIN early_help_episodes h ON h.episode_id = s.status_id
            WHERE s.episode_id = p.episode_id AND s.person_id = c.person_id AND started_on <= submitted_on
              AND coalesce(ended_on, DATE '2100-01-01') > submitted_on)
    """)
        == NOTHING
    )
    assert (
        ask_full_size("""
        SELECT plan_id FROM family_support_plans WHERE plan_id NOT IN (SELECT plan_id FROM plan_children)
    """)
        == NOTHING
    )


def test_nobody_has_a_review_before_the_plan_or_after_it_closed(ask):
    assert (
        ask("""
        SELECT review_id FROM reviews JOIN family_support_plans USING (plan_id)
        WHERE submitted_on IS NULL OR due_on <= submitted_on OR held_on <= submitted_on OR held_on > closed_on
    """)
        == NOTHING
    )


def test_reviews_fall_due_six_weeks_after_the_plan_or_the_last_review(ask):
    assert (
        ask("""
        SELECT review_id FROM (
            SELECT review_id, due_on, submitted_on,
                   lag(held_on) OVER (PARTITION BY plan_id ORDER BY due_on) AS held_before
            FROM reviews JOIN family_support_plans USING (plan_id))
        WHERE due_on <> coalesce(held_before, submitted_on) + 42
    """)
        == NOTHING
    )


def test_only_the_last_review_of_a_plan_is_still_to_be_held(ask):
    assert (
        ask("""
        SELECT plan_id FROM reviews GROUP BY plan_id
        HAVING max(due_on) FILTER (held_on IS NOT NULL) > min(due_on) FILTER (held_on IS NULL)
    """)
        == NOTHING
    )


def test_goals_and_promises_are_made_with_the_plan_and_kept_before_it_closes(ask):
    assert (
        ask("""
        SELECT goal_id FROM plan_goals JOIN family_support_plans USING (plan_id)
        WHERE started_on < submitted_on OR reached_on > closed_on
    """)
        == NOTHING
    )
    assert (
        ask("""
        SELECT commitment_id FROM commitments JOIN family_support_plans USING (plan_id)
        WHERE done_on <= submitted_on OR done_on > coalesce(closed_on, DATE '2025-03-31')
    """)
        == NOTHING
    )


def test_a_plan_that_ended_leaves_no_action_open(ask):
    assert (
        ask("""
        SELECT commitment_id FROM commitments JOIN family_support_plans USING (plan_id)
        WHERE closed_on IS NOT NULL AND done_on IS NULL
    """)
        == NOTHING
    )


def test_help_by_choice_begins_when_a_parent_has_agreed_to_it(ask):
    assert (
        ask("""
        SELECT s.status_id FROM statuses s JOIN early_help_episodes h ON h.episode_id = s.status_id
        JOIN episodes e ON e.episode_id = s.episode_id
        WHERE EXISTS (SELECT 1 FROM family_members m JOIN relationships r ON r.related_person_id = m.person_id
                      WHERE m.family_id = e.family_id AND r.kind IN ('mother', 'father'))
          AND NOT EXISTS (SELECT 1 FROM agreements a WHERE a.episode_id = s.episode_id AND a.purpose = s.kind
                          AND a.agreed = 'Y' AND a.given_on <= h.started_on::date)
    """)
        == NOTHING
    )
    assert (
        ask("""
        SELECT a.agreement_id FROM agreements a JOIN episodes e USING (episode_id)
        WHERE NOT EXISTS (SELECT 1 FROM family_members m WHERE m.family_id = e.family_id AND m.person_id = a.person_id)
    """)
        == NOTHING
    )


def test_no_promise_of_a_plan_that_goes_on_is_forgotten_for_months(ask_full_size):
    assert (
        ask_full_size("""
        SELECT commitment_id FROM commitments JOIN family_support_plans USING (plan_id)
        WHERE closed_on IS NULL AND done_on IS NULL AND due_on < DATE '2024-12-31'
    """)
        == NOTHING
    )


def test_families_promise_things_as_well_as_services(ask):
    (by_family,), (by_service,) = ask("SELECT count(*) FROM commitments GROUP BY promised_by ORDER BY promised_by")
    assert by_family > 0
    assert by_service > 0


def test_scores_rise_where_goals_were_met_and_stay_where_the_family_went_away(ask_full_size):
    risen = dict(
        ask_full_size("""
            SELECT p.outcome, avg(s.score) FILTER (s.review_id IS NOT NULL) - avg(s.score) FILTER (
                   s.conversation_id IS NOT NULL)
            FROM scores s LEFT JOIN reviews r USING (review_id)
            LEFT JOIN conversations c ON c.conversation_id = s.conversation_id
            JOIN family_support_plans p ON p.plan_id = r.plan_id OR (r.plan_id IS NULL AND p.episode_id = c.episode_id
             AND p.tier = c.tier)
            GROUP BY p.outcome
        """)
    )
    assert risen["goals_met"] > 1
    assert risen["disengaged"] < 0.5


def test_only_a_child_old_enough_gives_a_score(ask):
    assert (
        ask("""
        SELECT score_id FROM scores s JOIN people USING (person_id)
        JOIN reviews r USING (review_id)
        WHERE voice = 'child' AND (born_on IS NULL OR r.held_on < born_on + INTERVAL 5 YEAR - INTERVAL 2 DAY)
    """)
        == NOTHING
    )


def test_most_families_at_tier_3_have_a_lead_professional_and_a_few_have_none(ask_full_size):
    ((led, in_all),) = ask_full_size("""
        SELECT count(*) FILTER (EXISTS (
            SELECT 1 FROM involvements i WHERE i.person_id = h.person_id AND i.role = 'lead_professional'
              AND i.ended_on IS NULL)), count(*)
        FROM early_help_episodes h JOIN statuses s ON s.status_id = h.episode_id
        WHERE s.kind = 'early_help' AND h.ended_on IS NULL
    """)
    assert 0.9 * in_all < led < in_all


def test_a_child_has_one_lead_professional_at_a_time(ask_full_size):
    assert (
        ask_full_size("""
        SELECT person_id, started_on FROM (
            SELECT person_id, started_on, lag(ended_on) OVER leads AS before_ended, lag(started_on) OVER leads AS before
            FROM involvements WHERE role = 'lead_professional'
            WINDOW leads AS (PARTITION BY person_id ORDER BY started_on))
        WHERE before IS NOT NULL AND (before_ended IS NULL OR before_ended > started_on)
    """)
        == NOTHING
    )


def test_no_worker_is_involved_with_a_child_before_help_began(ask):
    assert (
        ask("""
        SELECT involvement_id FROM involvements i WHERE started_on < (
            SELECT min(opened_on) FROM episodes e JOIN family_members m USING (family_id)
            WHERE m.person_id = i.person_id)
    """)
        == NOTHING
    )


def test_early_help_assessments_are_as_many_a_quarter_as_the_partnership_published(ask_full_size):
    """Published: 41 in one quarter of 2019-20 and 112 in another of 2018-19."""
    quarters = ask_full_size("""
        SELECT date_trunc('quarter', completed_on), count(*) FROM conversations
        WHERE counts_as_assessment = 'Y' AND completed_on >= DATE '2020-04-01' GROUP BY 1
    """)
    assert len(quarters) == 20
    assert all(40 <= count <= 112 for _, count in quarters)
