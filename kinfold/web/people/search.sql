-- Finds people by a name and one thing more, tolerant of typing errors, and says why each was found.
-- Runs as the tables' owner, so that the trigram indexes serve; then shows only what the asker may see.

CREATE OR REPLACE FUNCTION people_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT translate(lower(public.unaccent('public.unaccent'::regdictionary, words)), '-''’‘`´', ' ') $$;

CREATE OR REPLACE FUNCTION people_name(forename text, known_as text, surname text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT public.people_plain(forename || ' ' || known_as || ' ' || surname) $$;

DROP INDEX IF EXISTS person_by_name;
ALTER TABLE people_person ADD COLUMN IF NOT EXISTS plain_name text
    GENERATED ALWAYS AS (left(people_name(forename, known_as, surname), 200)) STORED;
ALTER TABLE people_othername ADD COLUMN IF NOT EXISTS plain_name text
    GENERATED ALWAYS AS (left(people_plain(name), 200)) STORED;
CREATE INDEX IF NOT EXISTS person_by_plain_name ON people_person USING gin (plain_name gin_trgm_ops);
CREATE INDEX IF NOT EXISTS other_name_by_plain_name ON people_othername USING gin (plain_name gin_trgm_ops);

DROP FUNCTION IF EXISTS people_search(text, date, text, text);

-- also: the name in other forms of itself, Bill as William; mistaken: days that the date of birth is mistaken for.
CREATE OR REPLACE FUNCTION people_search(
    wanted_name text, wanted_born date, wanted_postcode text, wanted_number text,
    also text[] DEFAULT '{}', mistaken date[] DEFAULT '{}'
) RETURNS TABLE (person_id uuid, score real, reasons text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET jit = off
AS $$
DECLARE
    wanted text := left(btrim(people_plain(coalesce(wanted_name, ''))), 200);
    wanted_sounds text[] := ARRAY[dmetaphone(split_part(wanted, ' ', -1)), dmetaphone(split_part(wanted, ' ', 1))];
    swapped date;
BEGIN
    -- Not among what the function sets: a restore, which is no superuser, could not make it.
    PERFORM set_config('pg_trgm.similarity_threshold', '0.45', true);
    IF wanted_born IS NOT NULL AND extract(day FROM wanted_born) <= 12 THEN
        swapped := make_date(extract(year FROM wanted_born)::int, extract(day FROM wanted_born)::int,
                             extract(month FROM wanted_born)::int);
    END IF;
    RETURN QUERY
    WITH found AS (
        (SELECT id AS found_id, record_id AS held_in, 'name' AS way FROM people_person
          WHERE plain_name % wanted
          ORDER BY similarity(plain_name, wanted)
                   + CASE WHEN abs(born_on - wanted_born) <= 31 THEN 0.5 ELSE 0 END DESC, id LIMIT 200)
        UNION ALL
        (SELECT id, record_id, 'birth' FROM people_person
          WHERE born_on = ANY (mistaken || ARRAY[wanted_born, swapped])
            AND (similarity(plain_name, wanted) >= CASE WHEN born_on IN (wanted_born, swapped) THEN 0.15 ELSE 0.35 END
                 OR dmetaphone(split_part(people_plain(surname), ' ', -1)) = ANY (wanted_sounds)
                 OR EXISTS (SELECT 1 FROM unnest(also) AS form WHERE similarity(plain_name, form) >= 0.5))
          ORDER BY similarity(plain_name, wanted) DESC, id LIMIT 200)
        UNION ALL
        (SELECT known.person_id, known.record_id, 'other_name' FROM people_othername known
          WHERE known.plain_name % wanted
          ORDER BY similarity(known.plain_name, wanted) DESC, known.person_id LIMIT 100)
        UNION ALL
        (SELECT held.person_id, held.record_id, 'number' FROM people_identifier held
          WHERE wanted_number <> '' AND held.value = wanted_number
          ORDER BY held.person_id LIMIT 20)
        UNION ALL
        (SELECT lives.person_id, lives.record_id, 'postcode' FROM people_address lives
          WHERE wanted_postcode <> '' AND lives.postcode = wanted_postcode
          ORDER BY lives.person_id LIMIT 200)
    ), known AS MATERIALIZED (  -- who is joined with another stands by the record in use, or by their own to whoever
        SELECT used.id, used.plain_name, used.surname, used.born_on, used.record_id, held_in, way,  -- may not see that
               CASE WHEN person.id <> used.id THEN person.plain_name END AS joined_name, person.record_id AS found_in,
               NULL::uuid AS unless_seen
        FROM found JOIN people_person person ON person.id = found_id
        JOIN people_person used ON used.id = coalesce(person.merged_into_id, person.id)
        WHERE person.recorded_in_error_at IS NULL AND used.recorded_in_error_at IS NULL
        UNION ALL
        SELECT person.id, person.plain_name, person.surname, person.born_on, person.record_id, held_in, way, NULL,
               person.record_id, used.record_id
        FROM found JOIN people_person person ON person.id = found_id
        JOIN people_person used ON used.id = person.merged_into_id
        WHERE person.recorded_in_error_at IS NULL
    ), visible AS MATERIALIZED (
        SELECT access_visible((SELECT array_agg(DISTINCT either) FROM (
            SELECT record_id AS either FROM known UNION SELECT held_in FROM known UNION SELECT found_in FROM known
            UNION SELECT unless_seen FROM known) AS every_record)) AS seen
    ), weighed AS (
        SELECT id, record_id, similarity(plain_name, wanted) AS alike, word_similarity(wanted, plain_name) AS within,
            greatest(max(similarity(joined_name, wanted)), CASE WHEN bool_or(way = 'other_name') THEN (
                SELECT max(similarity(other.plain_name, wanted)) FROM people_othername other
                WHERE other.person_id = known.id AND other.record_id IN (SELECT seen FROM visible)) ELSE 0 END) AS once_alike,
            (SELECT coalesce(max(similarity(plain_name, form)), 0) FROM unnest(also) AS form) AS form_alike,
            wanted <> '' AND dmetaphone(split_part(people_plain(surname), ' ', -1)) = ANY (wanted_sounds) AS sounds,
            coalesce(born_on = wanted_born, false) AS same_birth,
            coalesce(born_on = swapped AND swapped <> wanted_born, false) AS swapped_birth,
            coalesce(born_on = ANY (mistaken), false) AS mistaken_birth,
            coalesce(abs(born_on - wanted_born) <= 31 AND born_on <> wanted_born, false) AS near_birth,
            bool_or(way = 'number') AS same_number,
            bool_or(way = 'postcode') AS same_postcode
        FROM known
        WHERE record_id IN (SELECT seen FROM visible) AND held_in IN (SELECT seen FROM visible)
          AND found_in IN (SELECT seen FROM visible)
          AND (unless_seen IS NULL OR NOT EXISTS (SELECT 1 FROM visible WHERE seen = unless_seen))
        GROUP BY id, record_id, plain_name, surname, born_on
    )
    SELECT weighed.id,
        (greatest(alike, within * 0.9, once_alike, form_alike * 0.95) + CASE WHEN same_birth THEN 1
            WHEN swapped_birth THEN 0.6 WHEN mistaken_birth THEN 0.4 WHEN near_birth THEN 0.3 ELSE 0 END + CASE WHEN same_number THEN 2 ELSE 0 END
            + CASE WHEN same_postcode THEN 0.5 ELSE 0 END + CASE WHEN sounds THEN 0.2 ELSE 0 END)::real,
        array_remove(ARRAY[
            CASE WHEN same_number THEN 'same_number' END,
            CASE WHEN alike > 0.95 THEN 'same_name' WHEN once_alike >= 0.4 AND once_alike > alike THEN 'other_name'
                 WHEN form_alike > 0.7 AND form_alike > alike THEN 'other_form'
                 WHEN alike >= 0.4 OR within >= 0.6 THEN 'similar_name' WHEN sounds THEN 'surname_sounds_alike'
                 WHEN alike >= 0.15 THEN 'partly_alike' END,
            CASE WHEN same_birth THEN 'same_birth' WHEN swapped_birth THEN 'swapped_birth'
                 WHEN near_birth THEN 'near_birth' WHEN mistaken_birth THEN 'mistaken_birth' END,
            CASE WHEN same_postcode THEN 'same_postcode' END], NULL)
    FROM weighed
    ORDER BY 2 DESC, 1
    LIMIT 50;
END $$;
