-- Finds people by a name and one thing more, tolerant of typing errors, and says why each was found.
-- Runs as the tables' owner, so that the trigram index serves; then shows only what the asker may see.

CREATE OR REPLACE FUNCTION people_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;

CREATE OR REPLACE FUNCTION people_name(forename text, known_as text, surname text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT public.people_plain(forename || ' ' || known_as || ' ' || surname) $$;

CREATE INDEX IF NOT EXISTS person_by_name ON people_person
    USING gin (people_name(forename, known_as, surname) gin_trgm_ops);

CREATE OR REPLACE FUNCTION people_search(
    wanted_name text, wanted_born date, wanted_postcode text, wanted_number text
) RETURNS TABLE (person_id uuid, score real, reasons text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
    SET pg_trgm.similarity_threshold = 0.45
AS $$
DECLARE
    wanted text := people_plain(coalesce(wanted_name, ''));
    swapped date;
BEGIN
    IF wanted_born IS NOT NULL AND extract(day FROM wanted_born) <= 12 THEN
        swapped := make_date(extract(year FROM wanted_born)::int, extract(day FROM wanted_born)::int,
                             extract(month FROM wanted_born)::int);
    END IF;
    RETURN QUERY
    WITH found AS (
        (SELECT id FROM people_person
          WHERE people_name(forename, known_as, surname) % wanted AND wanted <> ''
          ORDER BY similarity(people_name(forename, known_as, surname), wanted) DESC, id LIMIT 200)
        UNION
        (SELECT id FROM people_person
          WHERE born_on IN (wanted_born, swapped)
            AND similarity(people_name(forename, known_as, surname), wanted) >= 0.15 ORDER BY id LIMIT 200)
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
            similarity(people_name(person.forename, person.known_as, person.surname), wanted) AS alike,
            word_similarity(wanted, people_name(person.forename, person.known_as, person.surname)) AS within,
            wanted <> '' AND dmetaphone(people_plain(person.surname)) = dmetaphone(split_part(wanted, ' ', -1)) AS sounds,
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
    )
    SELECT weighed.id,
        (greatest(alike, within * 0.9) + CASE WHEN same_birth THEN 1 WHEN swapped_birth THEN 0.6
            WHEN near_birth THEN 0.3 ELSE 0 END + CASE WHEN same_number THEN 2 ELSE 0 END
            + CASE WHEN same_postcode THEN 0.5 ELSE 0 END + CASE WHEN sounds THEN 0.2 ELSE 0 END)::real,
        array_remove(ARRAY[
            CASE WHEN same_number THEN 'same_number' END,
            CASE WHEN alike > 0.95 THEN 'same_name' WHEN alike >= 0.45 OR within >= 0.6 THEN 'similar_name'
                 WHEN sounds THEN 'surname_sounds_alike' END,
            CASE WHEN same_birth THEN 'same_birth' WHEN swapped_birth THEN 'swapped_birth'
                 WHEN near_birth THEN 'near_birth' END,
            CASE WHEN same_postcode THEN 'same_postcode' END], NULL)
    FROM weighed
    WHERE access_may_see(weighed.record_id)
    ORDER BY 2 DESC, 1
    LIMIT 50;
END $$;
