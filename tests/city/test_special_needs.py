"""EHC plans: whoever has one asked for it, was assessed, and has its needs recorded."""

NOTHING: list[tuple[object, ...]] = []


def test_a_plan_follows_an_assessment_that_follows_a_request(ask_full_size):
    assert (
        ask_full_size("""
        SELECT named_plan_id FROM ehcp_named_plans n JOIN ehcp_assessments a USING (assessment_id)
        JOIN ehcp_requests r USING (request_id)
        WHERE n.started_on <> a.outcome_on OR a.outcome <> 'Y' OR r.outcome <> 'Y' OR r.outcome_on >= a.outcome_on
           OR r.received_on >= r.outcome_on
    """)
        == NOTHING
    )


def test_nobody_but_those_recorded_with_a_plan_has_one(ask_full_size):
    assert (
        ask_full_size("""
        SELECT person_id FROM ehcp_named_plans JOIN ehcp_assessments USING (assessment_id)
        JOIN ehcp_requests USING (request_id) JOIN send USING (send_id) JOIN people USING (person_id)
        WHERE ehc_plan <> 'Y'
    """)
        == NOTHING
    )
    ((of_plan, with_one),) = ask_full_size("""
        SELECT count(*), count(*) FILTER (person_id IN (SELECT person_id FROM send JOIN ehcp_requests USING (send_id)
                                                        JOIN ehcp_active_plans USING (request_id)))
        FROM people WHERE ehc_plan = 'Y' AND died_on IS NULL
    """)
    assert with_one / of_plan > 0.9


def test_a_request_that_was_refused_goes_no_further(ask_full_size):
    assert (
        ask_full_size("""
        SELECT request_id FROM ehcp_requests r JOIN ehcp_assessments a USING (request_id) WHERE r.outcome <> 'Y'
    """)
        == NOTHING
    )


def test_every_plan_in_force_has_one_main_need_and_no_need_twice(ask_full_size):
    assert (
        ask_full_size("""
        SELECT active_plan_id FROM ehcp_active_plans LEFT JOIN sen_needs USING (active_plan_id) GROUP BY 1
        HAVING count(*) FILTER (rank = 1) <> 1 OR count(DISTINCT need) <> count(*)
    """)
        == NOTHING
    )


def test_a_plan_that_has_ceased_is_not_in_force(ask_full_size):
    assert (
        ask_full_size("""
        SELECT request_id FROM ehcp_active_plans JOIN ehcp_assessments USING (request_id)
        JOIN ehcp_named_plans USING (assessment_id) WHERE ceased_on IS NOT NULL
    """)
        == NOTHING
    )
