"""Care runs in order: a placement for each episode, a legal status on every day, reviews, health, and a way out."""

NOTHING: list[tuple[object, ...]] = []
FOREVER = "TIMESTAMP '2100-01-01'"
PERIODS = f"""(SELECT care_period_id, any_value(person_id) AS person_id, min(started_on) AS started_on,
                      max(coalesce(ceased_on, {FOREVER})) AS ended_on
               FROM looked_after_episodes GROUP BY care_period_id)"""


def test_every_episode_of_care_has_its_placement_with_the_same_days(ask_full_size):
    assert (
        ask_full_size("""
        SELECT e.episode_id FROM looked_after_episodes e LEFT JOIN placements p USING (placement_id)
        WHERE p.started_on IS DISTINCT FROM e.started_on OR p.ended_on IS DISTINCT FROM e.ceased_on
           OR p.person_id <> e.person_id OR p.care_period_id <> e.care_period_id
    """)
        == NOTHING
    )


def test_a_placement_fits_the_childs_age_and_the_law_of_the_day(ask_full_size):
    assert (
        ask_full_size("""
        SELECT placement_id, kind FROM placements JOIN people USING (person_id)
        WHERE kind = 'K3' AND started_on < '2023-11-01' OR kind = 'H5' AND started_on >= '2023-11-01'
           OR kind IN ('K3', 'H5') AND started_on < born_on + INTERVAL 15 YEAR + INTERVAL 360 DAY
           OR kind = 'R3' AND started_on > born_on + INTERVAL 25 MONTH
    """)
        == NOTHING
    )


def test_only_a_placement_that_another_follows_says_why_it_changed(ask_full_size):
    assert (
        ask_full_size("""
        SELECT placement_id FROM placements JOIN looked_after_episodes USING (placement_id)
        WHERE (change_reason IS NOT NULL) <> coalesce(ceased_reason = 'X1', false)
    """)
        == NOTHING
    )


def test_a_legal_status_covers_every_day_of_care(ask_full_size):
    assert (
        ask_full_size(f"""
        WITH covered AS (
            SELECT p.care_period_id, p.started_on, p.ended_on,
                   sum(date_diff('day', l.started_on, coalesce(l.ended_on, {FOREVER}))) AS days
            FROM {PERIODS} p JOIN legal_statuses l
              ON l.person_id = p.person_id AND l.started_on >= p.started_on AND l.started_on < p.ended_on
            GROUP BY ALL)
        SELECT care_period_id FROM covered WHERE days <> date_diff('day', started_on, ended_on)
    """)
        == NOTHING
    )


def test_reviews_and_visits_fall_within_the_period_of_care(ask_full_size):
    for table, day in (("looked_after_reviews", "held_on"), ("looked_after_visits", "visited_on")):
        assert (
            ask_full_size(f"""
            SELECT * FROM {table} JOIN {PERIODS} USING (care_period_id)
            WHERE {day} <= started_on OR {day} >= ended_on
        """)
            == NOTHING
        ), table


def test_the_first_review_is_due_twenty_working_days_after_care_began(ask):
    assert (
        ask(f"""
        SELECT care_period_id FROM (
            SELECT care_period_id, min(due_on) AS due_on FROM looked_after_reviews GROUP BY ALL)
        JOIN {PERIODS} USING (care_period_id)
        WHERE (SELECT count(*) FROM calendar WHERE working_day = 'Y' AND day > CAST(started_on AS DATE)
                 AND day <= CAST(due_on AS DATE)) <> 20 AND started_on >= '2018-01-01'
    """)
        == NOTHING
    )


def test_only_children_under_four_are_not_asked_how_they_take_part(ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT review_id FROM looked_after_reviews JOIN {PERIODS} USING (care_period_id) JOIN people USING (person_id)
        WHERE participation IS NOT NULL AND abs(date_diff('day', born_on, held_on) - 1461) > 2
          AND (participation = 'PN0') <> (held_on < born_on + INTERVAL 4 YEAR)
    """)
        == NOTHING
    )


def test_a_health_check_is_held_in_care_and_the_initial_one_comes_first(ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT health_check_id FROM health_checks h WHERE checked_on IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM {PERIODS} p WHERE p.person_id = h.person_id AND p.started_on < h.checked_on
              AND p.ended_on > h.checked_on)
    """)
        == NOTHING
    )
    assert (
        ask_full_size("""
        SELECT person_id FROM health_checks JOIN health_check_details d USING (health_check_id) GROUP BY person_id
        HAVING min(due_on) FILTER (d.kind = 'review') < min(due_on) FILTER (d.kind = 'initial')
    """)
        == NOTHING
    )


def test_only_a_check_that_was_done_has_a_day_and_a_grade(ask_full_size):
    assert (
        ask_full_size("""
        SELECT health_check_id FROM health_checks JOIN health_check_details USING (health_check_id)
        WHERE (status = 'Completed') <> (checked_on IS NOT NULL) OR quality IS NOT NULL AND checked_on IS NULL
    """)
        == NOTHING
    )


def test_young_children_are_assessed_half_yearly_and_older_ones_yearly(ask_full_size):
    gaps = dict(
        ask_full_size("""
        SELECT CASE WHEN before < born_on + INTERVAL 58 MONTH THEN 'young'
                    WHEN before > born_on + INTERVAL 62 MONTH THEN 'older' END AS age,
               median(date_diff('month', before, due_on))
        FROM (SELECT h.person_id, due_on, d.kind,
                     lag(checked_on) OVER (PARTITION BY h.person_id ORDER BY due_on) AS before
              FROM health_checks h JOIN health_check_details d USING (health_check_id) WHERE d.kind <> 'dental')
        JOIN people USING (person_id) WHERE kind = 'review' AND before IS NOT NULL GROUP BY 1
    """)
    )
    assert (gaps["young"], gaps["older"]) == (6, 12)


def test_strengths_and_difficulties_are_asked_about_after_a_year_in_care(ask_full_size):
    assert (
        ask_full_size(f"""
        SELECT sdq_id FROM sdq_scores s JOIN people USING (person_id) WHERE completed_on IS NOT NULL AND (
            NOT EXISTS (SELECT 1 FROM {PERIODS} p WHERE p.person_id = s.person_id
                          AND p.started_on + INTERVAL 1 YEAR <= s.completed_on AND p.ended_on > s.completed_on)
            OR completed_on < born_on + INTERVAL 4 YEAR - INTERVAL 2 DAY
            OR completed_on > born_on + INTERVAL 17 YEAR + INTERVAL 7 DAY)
    """)
        == NOTHING
    )


def test_an_order_that_ended_care_has_its_way_there(ask_full_size):
    assert (
        ask_full_size("""
        SELECT e.episode_id, ceased_reason, order_kind FROM looked_after_episodes e
        LEFT JOIN permanence p ON p.care_period_id = e.care_period_id
        WHERE ceased_reason IN ('E11', 'E12', 'E45', 'E47', 'E41')
          AND (p.ordered_on IS DISTINCT FROM e.ceased_on
               OR (order_kind = 'Adoption') <> (ceased_reason IN ('E11', 'E12')))
    """)
        == NOTHING
    )


def test_an_adoption_is_decided_ordered_matched_and_placed_in_that_order(ask_full_size):
    assert (
        ask_full_size("""
        SELECT permanence_id FROM permanence JOIN looked_after_episodes e USING (care_period_id)
        WHERE order_kind = 'Adoption' AND e.ceased_reason LIKE 'E%'
          AND NOT (entered_care_on <= decided_on AND decided_on <= placement_ordered_on
                   AND placement_ordered_on <= matched_on AND matched_on <= placed_on AND placed_on <= ordered_on)
    """)
        == NOTHING
    )


def test_a_child_who_is_adopted_was_last_placed_with_the_adopters(ask_full_size):
    kinds = ask_full_size("""
        SELECT DISTINCT kind FROM placements JOIN looked_after_episodes USING (placement_id)
        WHERE ceased_reason IN ('E11', 'E12')
    """)
    assert {kind for (kind,) in kinds} <= {"A6", "U5"}


def test_a_care_leavers_birthday_is_theirs_and_comes_after_care(ask_full_size):
    assert (
        ask_full_size("""
        SELECT birthday_id FROM care_leaver_birthdays b JOIN people p USING (person_id)
        WHERE abs(date_diff('day', b.birthday_on, CAST(p.born_on + to_years(CAST(b.age AS INTEGER)) AS DATE))) > 1
           OR EXISTS (SELECT 1 FROM looked_after_episodes e WHERE e.person_id = b.person_id
                        AND coalesce(e.ceased_on, TIMESTAMP '2100-01-01') > b.birthday_on)
    """)
        == NOTHING
    )


def test_how_a_care_leaver_lives_is_known_only_where_the_council_is_in_touch(ask_full_size):
    for table in ("care_leavers", "care_leaver_birthdays"):
        assert (
            ask_full_size(f"""
            SELECT person_id FROM {table}
            WHERE in_touch <> 'YES' AND (accommodation_suitable IS NOT NULL OR activity IS NOT NULL)
        """)
            == NOTHING
        ), table


def test_everyone_looked_after_at_sixteen_is_a_care_leaver(ask_full_size):
    ((missed,),) = ask_full_size("""
        SELECT count(DISTINCT person_id) FROM looked_after_episodes JOIN people USING (person_id)
        WHERE ceased_on IS NULL AND born_on < DATE '2025-03-31' - INTERVAL 16 YEAR AND died_on IS NULL
          AND person_id NOT IN (SELECT person_id FROM care_leavers)
    """)
    assert missed == 0
