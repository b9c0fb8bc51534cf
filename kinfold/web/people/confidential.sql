-- What must be known about an address that must stay secret, without showing it to whoever asks.
-- These run as the tables' owner; each answers as little as will do.

CREATE OR REPLACE FUNCTION people_squeezed(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT regexp_replace(public.people_plain(words), '[^a-z0-9]+', '', 'g') $$;

-- One spelling for the ways of writing a street, with single spaces and one at either end.
CREATE OR REPLACE FUNCTION people_street(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT ' ' || btrim(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            regexp_replace(public.people_plain(words), '[^a-z0-9]+', ' ', 'g'),
            '\mroad\M', 'rd', 'g'), '\mstreet\M', 'st', 'g'), '\mavenue\M', 'ave', 'g'), '\mlane\M', 'ln', 'g'),
            '\mclose\M', 'cl', 'g'), '\mdrive\M', 'dr', 'g'), '\mterrace\M', 'ter', 'g')) || ' ' $$;

-- What of an address leads to the door: the first line, whatever line has a number, from that number on ("14 Lantern
-- Road" of "Flat 2, 14 Lantern Road"), and the street alone where its name is more than one word.
CREATE OR REPLACE FUNCTION people_doors(line_1 text, line_2 text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
    AS $$
    SELECT people_street(part) FROM (VALUES (line_1), (CASE WHEN line_2 ~ '\d' THEN line_2 END)) AS given (line)
    CROSS JOIN LATERAL (VALUES (line), (substring(line FROM '\d+[a-zA-Z]?\s+\D.*$')),
                               (substring(line FROM '^.*\d[a-zA-Z]?[\s,]+(\S+\s+\S.*)$'))) AS parts (part)
    WHERE length(part) >= 4 $$;

CREATE OR REPLACE FUNCTION people_address_leaks(asked text, people uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT EXISTS (
        SELECT 1 FROM people_address AS secret
        WHERE secret.confidential
          AND secret.record_id IN (SELECT held.record_id FROM people_address AS held
                                   WHERE held.confidential AND held.person_id = ANY (people))
          AND ((length(secret.postcode) >= 5
                AND strpos(people_squeezed(asked), people_squeezed(secret.postcode)) > 0)
            OR EXISTS (SELECT 1 FROM people_doors(secret.line_1, secret.line_2) AS door
                       WHERE strpos(people_street(asked), door) > 0))) $$;

-- The sealed record that a new address or school of this person belongs to: their own, or that of the children of the
-- family, or of family who live at the same door.
CREATE OR REPLACE FUNCTION people_sealed_record(asked uuid, at_line_1 text, at_postcode text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$
    WITH around AS ( -- each looked up by its own key: with OR, every address in the city would be looked through
        SELECT asked AS person_id
        UNION
        SELECT other.person_id FROM people_familymember AS own
        JOIN people_familymember AS other ON other.family_id = own.family_id AND other.ended_on IS NULL
        WHERE own.person_id = asked AND own.ended_on IS NULL
    )
    SELECT secret.record_id FROM around
    JOIN people_address AS secret ON secret.person_id = around.person_id
    JOIN people_person AS lives ON lives.id = secret.person_id
    JOIN people_person AS moving ON moving.id = asked
    WHERE secret.confidential AND secret.ended_on IS NULL
      AND (secret.person_id = asked
        OR coalesce(moving.born_on, current_date) > current_date - interval '18 years'
           AND coalesce(lives.born_on, current_date) > current_date - interval '18 years'
        OR at_line_1 <> '' AND people_street(secret.line_1) = people_street(at_line_1)
           AND people_squeezed(secret.postcode) = people_squeezed(at_postcode))
    ORDER BY secret.person_id = asked DESC, secret.record_id LIMIT 1 $$;

-- What else would show where a sealed door is, is sealed with it: the same door in other rows of these people and of all
-- who are or were of their families, as when a child lived there before; and earlier versions of every sealed row.
CREATE OR REPLACE FUNCTION people_seal_history(sealed uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$
    WITH door AS (
        SELECT home.person_id, people_street(home.line_1) AS street, people_squeezed(home.postcode) AS area
        FROM people_address AS home JOIN access_record AS held ON held.id = home.record_id AND held.level = 'sealed'
        WHERE home.record_id = sealed AND home.ended_on IS NULL AND home.line_1 <> ''
    ), around AS (
        SELECT door.* FROM door
        UNION
        SELECT other.person_id, door.street, door.area FROM door
        JOIN people_familymember AS own ON own.person_id = door.person_id
        JOIN people_familymember AS other ON other.family_id = own.family_id
    ), moved AS (
        UPDATE people_address AS known SET record_id = sealed, confidential = known.ended_on IS NULL
        FROM around WHERE known.person_id = around.person_id AND known.record_id <> sealed AND NOT known.confidential
            AND people_street(known.line_1) = around.street AND people_squeezed(known.postcode) = around.area
        RETURNING known.person_id, known.confidential
    )
    UPDATE people_person AS lives SET has_confidential_address = true, version = lives.version + 1
        FROM moved WHERE moved.confidential AND lives.id = moved.person_id AND NOT lives.has_confidential_address;
    UPDATE people_addressevent AS earlier SET record_id = sealed FROM people_address AS now
        WHERE earlier.pgh_obj_id = now.id AND now.record_id = sealed AND earlier.record_id <> sealed;
    UPDATE people_schoolingevent AS earlier SET record_id = sealed FROM people_schooling AS now
        WHERE earlier.pgh_obj_id = now.id AND now.record_id = sealed AND earlier.record_id <> sealed; $$;
