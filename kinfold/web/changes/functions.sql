-- What must be true of a change whoever takes it in, also where they may not see all of it. These run as the tables'
-- owner; their answers go to no page.

SET LOCAL check_function_bodies = off;

-- Everybody who has one of the numbers of a line. ``seen``: the asker may see them, and what the change would be part of.
-- ``belongs_in``: the sealed record of a secret address where there is one, else the person's own.
-- wanted: [{"key", "born_on", "numbers", "line_1", "postcode"}].
CREATE OR REPLACE FUNCTION changes_whom(wanted jsonb)
    RETURNS TABLE (key int, person_id uuid, belongs_in uuid, seen boolean, same_birth boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off
    AS $$
    WITH told AS MATERIALIZED (
        SELECT (one ->> 'key')::int AS key, (one ->> 'born_on')::date AS born_on, one -> 'numbers' AS numbers,
               one ->> 'line_1' AS line_1, one ->> 'postcode' AS postcode
        FROM jsonb_array_elements(wanted) AS one
    ), found AS MATERIALIZED (
        SELECT told.key, held.record_id AS held_in, person.record_id AS found_in,
               coalesce(person.merged_into_id, person.id) AS used_id
        FROM told CROSS JOIN LATERAL jsonb_array_elements_text(told.numbers) AS number
        JOIN people_identifier AS held ON held.value = number AND held.kind IN ('nhs_number', 'upn', 'former_upn')
        JOIN people_person AS person ON person.id = held.person_id
        WHERE person.recorded_in_error_at IS NULL
    ), known AS MATERIALIZED (
        SELECT found.key, used.id, found.held_in, found.found_in, used.record_id,
               coalesce(used.born_on = told.born_on, false) AS same_birth,
               people_sealed_record(used.id, told.line_1, told.postcode) AS sealed
        FROM found JOIN told USING (key) JOIN people_person AS used ON used.id = found.used_id
        WHERE used.recorded_in_error_at IS NULL
    ), visible AS MATERIALIZED (
        SELECT access_visible((SELECT array_agg(DISTINCT either) FROM (
            SELECT held_in AS either FROM known UNION SELECT found_in FROM known UNION SELECT record_id FROM known
            UNION SELECT sealed FROM known WHERE sealed IS NOT NULL) AS every_record)) AS record_id
    )
    SELECT known.key, known.id, coalesce(known.sealed, known.record_id),
           bool_or(held_in IN (SELECT record_id FROM visible) AND found_in IN (SELECT record_id FROM visible))
               AND known.record_id IN (SELECT record_id FROM visible)
               AND (known.sealed IS NULL OR known.sealed IN (SELECT record_id FROM visible)),
           known.same_birth
    FROM known GROUP BY known.key, known.id, known.record_id, known.sealed, known.same_birth
    ORDER BY known.key, known.id $$;

-- Keeps lines until somebody decides; one that was kept before, whatever became of it, is left as it is. Answers which
-- are new, and of those about people whom the asker may not see, who holds the record and so may be told.
-- lines: [{"id", "record", "number", "person", "may_be", "why", "mark", "said"}].
CREATE OR REPLACE FUNCTION changes_put_aside(file uuid, lines jsonb, at timestamptz)
    RETURNS TABLE (mark text, put_aside_id uuid, holders uuid[])
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$
    WITH kept AS (
        INSERT INTO changes_putaside (id, created_at, record_id, file_id, agency_id, number, person_id, may_be, why, mark, said,
                                      put_aside_at, outcome, reason)
        SELECT (one ->> 'id')::uuid, at, (one ->> 'record')::uuid, sent.id, sent.agency_id, (one ->> 'number')::int,
               (one ->> 'person')::uuid, ARRAY(SELECT jsonb_array_elements_text(one -> 'may_be')::uuid),
               one ->> 'why', one ->> 'mark', one -> 'said', at, '', ''
        FROM jsonb_array_elements(lines) AS one JOIN changes_changefile AS sent ON sent.id = file
        ON CONFLICT (mark) DO NOTHING
        RETURNING changes_putaside.mark, changes_putaside.id, changes_putaside.record_id, changes_putaside.why
    )
    SELECT kept.mark, kept.id, ARRAY(
        SELECT coalesce(given.user_id, member.user_id) FROM access_grant AS given
        LEFT JOIN access_membership AS member ON member.team_id = given.team_id AND member.ended_on IS NULL
        WHERE kept.why = 'unseen' AND given.record_id = kept.record_id
          AND (given.ended_at IS NULL OR given.ended_at > at)
          AND coalesce(given.user_id, member.user_id) IS NOT NULL)
    FROM kept $$;

-- The file of this agency with the same content that still waits, or that a finger which slipped has sent just now,
-- whoever may see it.
CREATE OR REPLACE FUNCTION changes_under_way(agency uuid, content_hash text)
    RETURNS TABLE (file uuid, record uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT sent.id, sent.record_id FROM changes_changefile AS sent
          WHERE sent.agency_id = agency AND sent.sha256 = content_hash
            AND sent.stopped_at IS NULL AND (sent.taken_in_at IS NULL OR sent.sent_at > now() - interval '1 minute')
          ORDER BY sent.sent_at DESC LIMIT 1 $$;
