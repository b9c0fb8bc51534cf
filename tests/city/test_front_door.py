"""Contacts come as contacts do: police day and night, schools on school days, and most decided within a working day."""

from tests.city.conftest import Ask

NOTHING: list[tuple[object, ...]] = []


def test_police_notifications_are_the_largest_channel(ask_full_size: Ask) -> None:
    channels = [
        channel
        for (channel,) in ask_full_size("""
        SELECT channel FROM contact_events GROUP BY channel ORDER BY count(*) DESC
    """)
    ]
    assert channels[0] == "police_notification"


def test_schools_make_contact_on_working_days_in_term_and_by_day(ask: Ask) -> None:
    assert (
        ask("""
        SELECT reference FROM contact_events JOIN calendar ON day = received_on
        WHERE source_code = '2A' AND (working_day = 'N' OR month(received_on) = 8
           OR hour(received_at) NOT BETWEEN 7 AND 19)
    """)
        == NOTHING
    )


def test_police_make_contact_at_night_too(ask: Ask) -> None:
    ((at_night, in_all),) = ask("""
        SELECT count(*) FILTER (hour(received_at) >= 21 OR hour(received_at) < 6), count(*)
        FROM contact_events WHERE source_code = '6'
    """)
    assert at_night > 0.2 * in_all


def test_a_school_that_makes_contact_is_one_of_the_childrens(ask: Ask) -> None:
    assert (
        ask("""
        SELECT reference FROM contact_events e WHERE source_code = '2A' AND agency_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM contact_children d JOIN contacts c USING (contact_id)
            JOIN schooling s ON s.person_id = c.person_id JOIN settings t USING (setting_id)
            WHERE d.event_id = e.event_id AND t.agency_id = e.agency_id AND s.started_on <= e.received_on)
    """)
        == NOTHING
    )


def test_brothers_and_sisters_share_contacts(ask: Ask) -> None:
    ((several, in_all),) = ask("""
        SELECT count(*) FILTER (children > 1), count(*)
        FROM (SELECT event_id, count(*) AS children FROM contact_children GROUP BY event_id)
    """)
    assert several > 0.25 * in_all
    assert (
        ask("""
        SELECT event_id FROM contact_children JOIN contacts USING (contact_id) JOIN family_members USING (person_id)
        GROUP BY event_id HAVING count(DISTINCT family_id) > 1 OR count(*) <> count(DISTINCT person_id)
    """)
        == NOTHING
    )


def test_most_decisions_are_made_within_one_working_day_and_some_are_not(ask_full_size: Ask) -> None:
    ((in_time,),) = ask_full_size("""
        SELECT avg((met_at < due_at)::INT) FROM deadlines WHERE rule = 'contact_decision' AND met_at IS NOT NULL
    """)
    assert 0.9 < in_time < 0.99


def test_the_last_days_contacts_are_still_to_be_decided_and_some_to_be_rated(ask_full_size: Ask) -> None:
    ((undecided, unrated, oldest),) = ask_full_size("""
        SELECT count(*), count(*) FILTER (rag IS NULL), min(received_on) FROM contact_children
        JOIN contact_events USING (event_id) WHERE decision IS NULL
    """)
    assert undecided > unrated > 0
    assert str(oldest) >= "2025-03-24"


def test_a_contact_that_nobody_signed_gets_no_feedback(ask: Ask) -> None:
    assert (
        ask("""
        SELECT contact_id FROM contact_children JOIN contact_events USING (event_id)
        WHERE anonymous = 'Y' AND feedback_sent_at IS NOT NULL
    """)
        == NOTHING
    )


def test_help_that_a_family_agreed_to_came_with_their_agreement(ask: Ask) -> None:
    consents = ask("""
        SELECT DISTINCT consent FROM contact_events JOIN episodes ON contact_event_id = event_id
        JOIN statuses USING (episode_id) JOIN early_help_episodes h ON h.episode_id = status_id
        WHERE h.reason = 'from_contact'
    """)
    assert consents == [("agreed",)]


def test_every_contact_has_a_worry_and_no_small_child_is_thought_radicalised(ask: Ask) -> None:
    assert ask("SELECT 1 FROM contacts WHERE contact_id NOT IN (SELECT contact_id FROM contact_worries)") == NOTHING
    assert (
        ask("""
        SELECT 1 FROM contact_worries JOIN contacts USING (contact_id) JOIN people USING (person_id)
        WHERE worry IN ('radicalisation', 'sexual_exploitation', 'criminal_exploitation')
          AND received_on < born_on + INTERVAL 9 YEAR
    """)
        == NOTHING
    )


def test_nobody_agrees_or_refuses_who_was_not_told(ask_full_size: Ask) -> None:
    assert ask_full_size("""
        SELECT DISTINCT parents_informed FROM contact_events WHERE consent IN ('agreed', 'refused')
    """) == [("yes",)]
