"""Lives make sense: nothing happens before its cause, to nobody who is not there, or twice at once."""

NOTHING: list[tuple[object, ...]] = []

CHILD_STATUSES = """
    WITH child_statuses AS (
        SELECT person_id, 'early help' AS kind, started_on, ended_on FROM early_help_episodes
        UNION ALL SELECT person_id, 'in need', started_on, ended_on FROM child_in_need_plans
        UNION ALL SELECT person_id, 'protected', started_on, ended_on FROM protection_plans
        UNION ALL SELECT person_id, 'looked after', started_on, ceased_on FROM looked_after_episodes
    )
"""


def test_no_contact_is_about_a_child_already_grown_or_dead_nor_one_born_later(ask):
    assert (
        ask("""
        SELECT contact_id FROM contacts JOIN people USING (person_id)
        WHERE received_on < born_on OR received_on >= born_on + INTERVAL 18 YEAR + INTERVAL 1 DAY
           OR received_on >= died_on + INTERVAL 1 DAY
    """)
        == NOTHING
    )


def test_an_unborn_child_is_told_of_only_before_it_is_due(ask):
    assert (
        ask("""
        SELECT contact_id FROM contacts JOIN people USING (person_id)
        WHERE expected_on IS NOT NULL AND (received_on > expected_on OR received_on < expected_on - INTERVAL 200 DAY)
    """)
        == NOTHING
    )


def test_help_ends_at_death_or_eighteen(ask):
    assert (
        ask(
            CHILD_STATUSES
            + """
        SELECT person_id, kind FROM child_statuses JOIN people USING (person_id)
        WHERE started_on < born_on OR ended_on > born_on + INTERVAL 18 YEAR + INTERVAL 1 DAY OR ended_on > died_on
           OR (ended_on IS NULL AND (died_on IS NOT NULL OR born_on < DATE '2007-03-31'))
        """
        )
        == NOTHING
    )


def test_nothing_happens_to_a_family_that_has_left_the_city(ask):
    """A child whose last address has ended lives here no longer."""
    assert (
        ask("""
        WITH gone AS (
            SELECT person_id, max(moved_out_on) AS gone_on FROM addresses
            GROUP BY person_id HAVING count(*) FILTER (moved_out_on IS NULL) = 0
        )
        SELECT contact_id FROM contacts JOIN gone USING (person_id) WHERE received_on >= gone_on + INTERVAL 1 DAY
    """)
        == NOTHING
    )


def test_a_decision_follows_its_contact_and_feedback_its_decision(ask):
    assert (
        ask("""
        SELECT contact_id FROM contact_children JOIN contact_events USING (event_id)
        WHERE decided_at < received_at OR feedback_sent_at < decided_at
    """)
        == NOTHING
    )


def test_an_episode_opens_on_or_after_the_day_the_hub_decided_so(ask):
    assert (
        ask("""
        SELECT episode_id FROM episodes JOIN contact_children ON event_id = contact_event_id
        WHERE decision IN ('family_support', 'early_help', 'social_care', 'strategy_discussion')
          AND (decided_on IS NULL OR opened_on < decided_on)
    """)
        == NOTHING
    )


def test_a_child_helped_after_a_contact_has_the_decision_that_says_so(ask):
    """The first status of each episode that a contact opened was decided at that contact, for that child."""
    assert (
        ask("""
        WITH first_help AS (
            SELECT s.person_id, s.kind, e.contact_event_id FROM statuses s
            JOIN episodes e USING (episode_id) JOIN early_help_episodes h ON h.episode_id = s.status_id
            WHERE e.contact_event_id IS NOT NULL AND h.reason = 'from_contact'
        )
        SELECT f.person_id, f.kind, decided.decision FROM first_help f
        LEFT JOIN (SELECT person_id, event_id, decision FROM contacts JOIN contact_children USING (contact_id)) decided
          ON decided.person_id = f.person_id AND decided.event_id = f.contact_event_id
        WHERE decided.decision IS DISTINCT FROM f.kind
    """)
        == NOTHING
    )


def test_every_referral_within_the_history_has_a_contact_that_led_to_it(ask):
    assert (
        ask("""
        SELECT referral_id FROM referrals r WHERE received_on >= DATE '2019-02-01' AND NOT EXISTS (
            SELECT 1 FROM contacts c JOIN contact_children d USING (contact_id)
            WHERE c.person_id = r.person_id AND d.decision IN ('social_care', 'strategy_discussion')
              AND d.decided_on <= r.received_on AND d.decided_on > r.received_on - INTERVAL 10 DAY)
    """)
        == NOTHING
    )


def test_a_child_is_never_in_need_by_plan_while_protected_or_looked_after(ask):
    assert (
        ask(
            CHILD_STATUSES
            + """
        SELECT a.person_id, b.kind FROM child_statuses a JOIN child_statuses b USING (person_id)
        WHERE a.kind = 'in need' AND b.kind <> 'in need'
          AND a.started_on < coalesce(b.ended_on, DATE '2100-01-01')
          AND b.started_on < coalesce(a.ended_on, DATE '2100-01-01')
        """
        )
        == NOTHING
    )


def test_plans_belong_to_the_referral_that_was_open(ask):
    assert (
        ask("""
        SELECT plan_id FROM (
            SELECT plan_id, person_id, referral_id, started_on FROM child_in_need_plans
            UNION ALL SELECT plan_id, person_id, referral_id, started_on FROM protection_plans
        ) plans JOIN referrals r USING (referral_id)
        WHERE plans.person_id <> r.person_id OR started_on < received_on OR started_on >= closed_on
    """)
        == NOTHING
    )


def test_what_a_child_was_open_to_is_what_its_statuses_say(ask):
    assert (
        ask(
            CHILD_STATUSES
            + """
        SELECT contact_id, open_to FROM contact_children JOIN contacts USING (contact_id)
        WHERE open_to IN ('child_in_need', 'child_protection', 'looked_after') AND NOT EXISTS (
            SELECT 1 FROM child_statuses s WHERE s.person_id = contacts.person_id
              AND started_on < received_on AND coalesce(ended_on, DATE '2100-01-01') >= date_trunc('day', received_on))
        """
        )
        == NOTHING
    )


def test_a_police_contact_about_a_missing_child_follows_the_going_missing(ask):
    assert (
        ask("""
        SELECT contact_id FROM contacts c JOIN contact_worries w USING (contact_id)
        WHERE worry = 'missing' AND source_code = '6' AND NOT EXISTS (
            SELECT 1 FROM missing_episodes m WHERE m.person_id = c.person_id
              AND m.started_at <= c.received_on AND m.started_at > c.received_on - INTERVAL 6 HOUR)
    """)
        == NOTHING
    )


def test_a_closed_episode_has_an_outcome_and_no_open_status_and_an_open_one_has_neither(ask):
    assert ask("SELECT episode_id FROM episodes WHERE (closed_on IS NULL) <> (outcome IS NULL)") == NOTHING
    assert (
        ask("""
        SELECT s.status_id FROM statuses s JOIN episodes e USING (episode_id)
        JOIN early_help_episodes h ON h.episode_id = s.status_id
        WHERE e.closed_on IS NOT NULL AND (h.ended_on IS NULL OR h.ended_on > e.closed_on)
    """)
        == NOTHING
    )


def test_a_family_has_one_open_episode_at_most(ask):
    assert (
        ask("""
        SELECT a.family_id FROM episodes a JOIN episodes b USING (family_id)
        WHERE a.episode_id <> b.episode_id AND a.opened_on <= b.opened_on
          AND coalesce(a.closed_on, DATE '2100-01-01') > b.opened_on
    """)
        == NOTHING
    )


def test_every_status_is_a_row_of_the_standards_table_for_its_kind(ask):
    assert (
        ask("""
        SELECT status_id, kind FROM statuses WHERE status_id NOT IN (
            SELECT episode_id FROM early_help_episodes UNION ALL SELECT plan_id FROM child_in_need_plans
            UNION ALL SELECT plan_id FROM protection_plans UNION ALL SELECT episode_id FROM looked_after_episodes)
    """)
        == NOTHING
    )
