-- Who on file each of many described children may be: by a number, or by birthday and a name alike. Search looks further
-- for one child than this does for thousands. Runs as the tables' owner, so that the indexes serve; then shows only what
-- the asker may see.

-- wanted: [{"key", "name", "born_on", "numbers"}]; at most three people for each key.
CREATE OR REPLACE FUNCTION people_likely(wanted jsonb)
    RETURNS TABLE (key uuid, person_id uuid, score real, reasons text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET jit = off
AS $$
    WITH told AS MATERIALIZED (
        SELECT (one ->> 'key')::uuid AS key, left(btrim(people_plain(one ->> 'name')), 200) AS name,
               nullif(one ->> 'born_on', '')::date AS born_on, one ->> 'postcode' AS postcode, one -> 'numbers' AS numbers
        FROM jsonb_array_elements(wanted) AS one
    ), swapped AS MATERIALIZED (
        SELECT told.key, told.name, either.born_on, either.born_on <> told.born_on AS turned
        FROM told CROSS JOIN LATERAL (
            SELECT told.born_on UNION SELECT make_date(extract(year FROM told.born_on)::int,
                extract(day FROM told.born_on)::int, extract(month FROM told.born_on)::int)
            WHERE extract(day FROM told.born_on) <= 12) AS either
        WHERE told.born_on IS NOT NULL
    ), found AS MATERIALIZED (
        SELECT swapped.key, person.id AS found_id, person.record_id AS held_in, NOT turned AS same_birth,
               turned AS swapped_birth, false AS same_number
        FROM swapped JOIN people_person person ON person.born_on = swapped.born_on
        WHERE similarity(person.plain_name, swapped.name) >= CASE WHEN turned THEN 0.6 ELSE 0.3 END
        UNION ALL
        SELECT told.key, held.person_id, held.record_id, false, false, true
        FROM told CROSS JOIN LATERAL jsonb_array_elements_text(told.numbers) AS number
        JOIN people_identifier held ON held.value = number
    ), known AS MATERIALIZED (
        SELECT found.key, used.id, used.record_id, found.held_in, person.record_id AS found_in, used.plain_name,
               used.born_on, found.same_birth, found.swapped_birth, found.same_number
        FROM found JOIN people_person person ON person.id = found.found_id
        JOIN people_person used ON used.id = coalesce(person.merged_into_id, person.id)
        WHERE person.recorded_in_error_at IS NULL AND used.recorded_in_error_at IS NULL
    ), visible AS MATERIALIZED (
        SELECT access_visible((SELECT array_agg(DISTINCT either) FROM (
            SELECT record_id AS either FROM known UNION SELECT held_in FROM known UNION SELECT found_in FROM known)
            AS every_record)) AS seen
    ), weighed AS (
        SELECT known.key, known.id, similarity(known.plain_name, told.name) AS alike, bool_or(same_number) AS same_number,
               bool_or(same_birth) OR coalesce(known.born_on = told.born_on, false) AS same_birth,
               bool_or(swapped_birth) AS swapped_birth,
               told.postcode <> '' AND EXISTS (
                   SELECT 1 FROM people_address lives WHERE lives.person_id = known.id AND lives.postcode = told.postcode
                   AND lives.record_id IN (SELECT seen FROM visible)) AS same_postcode
        FROM known JOIN told USING (key)
        WHERE record_id IN (SELECT seen FROM visible) AND held_in IN (SELECT seen FROM visible)
          AND found_in IN (SELECT seen FROM visible)
        GROUP BY known.key, known.id, known.plain_name, known.born_on, told.name, told.born_on, told.postcode
    ), ranked AS (
        SELECT weighed.*, (alike + CASE WHEN same_number THEN 2 ELSE 0 END + CASE WHEN same_birth THEN 1
                           WHEN swapped_birth THEN 0.6 ELSE 0 END + CASE WHEN same_postcode THEN 0.5 ELSE 0 END)::real AS weight
        FROM weighed
    ), placed AS (
        SELECT ranked.*, row_number() OVER (PARTITION BY ranked.key ORDER BY weight DESC, id) AS place FROM ranked
    )
    SELECT placed.key, placed.id, placed.weight, array_remove(ARRAY[
        CASE WHEN same_number THEN 'same_number' END,
        CASE WHEN alike > 0.95 THEN 'same_name' WHEN alike >= 0.4 THEN 'similar_name' WHEN alike >= 0.15 THEN 'partly_alike' END,
        CASE WHEN same_birth THEN 'same_birth' WHEN swapped_birth THEN 'swapped_birth' END,
        CASE WHEN same_postcode THEN 'same_postcode' END], NULL)
    FROM placed WHERE place <= 3
    ORDER BY placed.key, place
$$;
