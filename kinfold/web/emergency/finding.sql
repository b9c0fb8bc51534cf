-- Whom a request for emergency access means: nobody is found whom no request names. By itself this runs as whoever
-- calls it, under row security; only the two below, which run as the tables' owner, see more by it.

CREATE OR REPLACE FUNCTION emergency_meant(asked uuid, wanted_level text)
    RETURNS TABLE (person_id uuid, record_id uuid, alike real)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT person.id, person.record_id,
        greatest(
            similarity(person.plain_name, wanted.name),
            strict_word_similarity(wanted.name, person.plain_name),
            (SELECT max(similarity(other.plain_name, wanted.name)) FROM people_othername AS other
              WHERE other.person_id = person.id AND other.record_id = person.record_id)
        ) AS alike
    FROM (SELECT btrim(people_plain(described_name)) AS name, described_born_on AS born_on
          FROM emergency_emergencyrequest WHERE id = asked) AS wanted
    JOIN people_person AS person ON person.born_on = wanted.born_on
    JOIN access_record AS held ON held.id = person.record_id AND held.level = wanted_level
    WHERE person.merged_into_id IS NULL AND person.recorded_in_error_at IS NULL
$$;

-- The one person in an open record whose name is most like the one that was given, with their records and their
-- families'; for the asker alone. Two who are as like as each other are nobody.
CREATE OR REPLACE FUNCTION emergency_opens(asked uuid) RETURNS TABLE (person_id uuid, record_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH ranked AS (
        SELECT meant.*, rank() OVER (ORDER BY alike DESC) AS place
        FROM emergency_meant(asked, 'open') AS meant
        WHERE alike >= 0.6 AND meant.record_id <> ALL (access_conflicts())
          AND EXISTS (SELECT 1 FROM emergency_emergencyrequest WHERE id = asked AND asked_by_id = access_user())
    ), one AS (
        SELECT ranked.person_id, ranked.record_id FROM ranked
        WHERE place = 1 AND (SELECT count(*) FROM ranked WHERE place = 1) = 1
    )
    SELECT one.person_id, one.record_id FROM one
    UNION
    SELECT one.person_id, held.id FROM one
    JOIN people_familymember AS member ON member.person_id = one.person_id AND member.ended_on IS NULL
    JOIN people_family AS family ON family.id = member.family_id
    JOIN access_record AS held ON held.id = family.record_id AND held.level = 'open'
$$;

-- Who may see a restricted record that the request may mean: they are told. It answers
-- a Guardian alone, so that no asker learns of the record by it.
CREATE OR REPLACE FUNCTION emergency_keepers(asked uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT keeper.id
    FROM emergency_meant(asked, 'restricted') AS meant
    JOIN access_grant AS given ON given.record_id = meant.record_id
        AND (given.ended_at IS NULL OR given.ended_at > now())
    LEFT JOIN access_membership AS holds ON holds.team_id = given.team_id AND holds.ended_on IS NULL
    JOIN access_user AS keeper ON keeper.id = coalesce(given.user_id, holds.user_id)
    WHERE access_has_role(ARRAY['caldicott_guardian']) AND meant.alike >= 0.6 AND keeper.is_active AND NOT keeper.system
      AND meant.record_id <> ALL (access_conflicts_of(keeper.id))
    GROUP BY keeper.id
$$;
