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

CREATE OR REPLACE FUNCTION people_search(
    wanted_name text, wanted_born date, wanted_postcode text, wanted_number text
) RETURNS TABLE (person_id uuid, score real, reasons text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
    SET pg_trgm.similarity_threshold = 0.4
    SET jit = off
AS $$
DECLARE
    wanted text := left(btrim(people_plain(coalesce(wanted_name, ''))), 200);
    swapped date;
BEGIN
    IF wanted_born IS NOT NULL AND extract(day FROM wanted_born) <= 12 THEN
        swapped := make_date(extract(year FROM wanted_born)::int, extract(day FROM wanted_born)::int,
                             extract(month FROM wanted_born)::int);
    END IF;
    RETURN QUERY
    WITH found AS (
        (SELECT id FROM people_person
          WHERE plain_name % wanted
          ORDER BY similarity(plain_name, wanted)
                   + CASE WHEN abs(born_on - wanted_born) <= 31 THEN 0.5 ELSE 0 END DESC, id LIMIT 200)
        UNION
        (SELECT known.person_id FROM people_othername known
          WHERE known.plain_name % wanted AND access_may_see(known.record_id)
          ORDER BY similarity(known.plain_name, wanted) DESC, known.person_id LIMIT 50)
        UNION
        (SELECT id FROM people_person
          WHERE born_on IN (wanted_born, swapped)
            AND (similarity(plain_name, wanted) >= 0.15
                 OR dmetaphone(split_part(people_plain(surname), ' ', -1)) = dmetaphone(split_part(wanted, ' ', -1)))
          ORDER BY similarity(plain_name, wanted) DESC, id LIMIT 200)
        UNION
        (SELECT held.person_id FROM people_identifier held
          WHERE wanted_number <> '' AND held.value = wanted_number AND access_may_see(held.record_id)
          ORDER BY held.person_id LIMIT 20)
        UNION
        (SELECT lives.person_id FROM people_address lives
          WHERE wanted_postcode <> '' AND lives.postcode = wanted_postcode AND access_may_see(lives.record_id)
          ORDER BY lives.person_id LIMIT 100)
    ), weighed AS (
        SELECT person.id, person.record_id,
            similarity(person.plain_name, wanted) AS alike,
            word_similarity(wanted, person.plain_name) AS within,
            coalesce((SELECT max(similarity(known.plain_name, wanted)) FROM people_othername known
                WHERE known.person_id = person.id AND access_may_see(known.record_id)), 0) AS once_alike,
            wanted <> '' AND dmetaphone(split_part(people_plain(person.surname), ' ', -1))
                = dmetaphone(split_part(wanted, ' ', -1)) AS sounds,
            coalesce(person.born_on = wanted_born, false) AS same_birth,
            coalesce(person.born_on = swapped AND swapped <> wanted_born, false) AS swapped_birth,
            coalesce(abs(person.born_on - wanted_born) <= 31 AND person.born_on <> wanted_born, false) AS near_birth,
            wanted_number <> '' AND EXISTS (SELECT 1 FROM people_identifier held
                WHERE held.person_id = person.id AND held.value = wanted_number
                  AND access_may_see(held.record_id)) AS same_number,
            wanted_postcode <> '' AND EXISTS (SELECT 1 FROM people_address lives
                WHERE lives.person_id = person.id AND lives.postcode = wanted_postcode
                  AND access_may_see(lives.record_id)) AS same_postcode
        FROM found JOIN people_person person ON person.id = found.id
        WHERE person.merged_into_id IS NULL AND person.recorded_in_error_at IS NULL
          AND access_may_see(person.record_id)
    )
    SELECT weighed.id,
        (greatest(alike, within * 0.9, once_alike) + CASE WHEN same_birth THEN 1 WHEN swapped_birth THEN 0.6
            WHEN near_birth THEN 0.3 ELSE 0 END + CASE WHEN same_number THEN 2 ELSE 0 END
            + CASE WHEN same_postcode THEN 0.5 ELSE 0 END + CASE WHEN sounds THEN 0.2 ELSE 0 END)::real,
        array_remove(ARRAY[
            CASE WHEN same_number THEN 'same_number' END,
            CASE WHEN alike > 0.95 THEN 'same_name' WHEN once_alike >= 0.4 AND once_alike > alike THEN 'other_name'
                 WHEN alike >= 0.4 OR within >= 0.6 THEN 'similar_name' WHEN sounds THEN 'surname_sounds_alike' END,
            CASE WHEN same_birth THEN 'same_birth' WHEN swapped_birth THEN 'swapped_birth'
                 WHEN near_birth THEN 'near_birth' END,
            CASE WHEN same_postcode THEN 'same_postcode' END], NULL)
    FROM weighed
    ORDER BY 2 DESC, 1
    LIMIT 50;
END $$;
