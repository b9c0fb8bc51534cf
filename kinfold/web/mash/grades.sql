-- How the hub graded agencies' contacts, by quarter: numbers alone. It runs as the tables' owner, because nobody outside
-- the hub may see every contact of their agency; it answers for the asker's own agency, and a manager of the hub for all.

CREATE OR REPLACE FUNCTION mash_grades(since date)
    RETURNS TABLE (agency_id uuid, quarter date, grade text, lack text, contacts bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH graded AS (
        SELECT contact.agency_id, date_trunc('quarter', given.graded_on)::date AS quarter, given.grade::text, given.lacks
        FROM mash_grade AS given JOIN mash_contact AS contact ON contact.id = given.contact_id
        WHERE given.graded_on >= since AND contact.recorded_in_error_at IS NULL
          AND (contact.agency_id = (SELECT agency_id FROM access_user WHERE id = access_user())
               OR contact.agency_id IS NOT NULL AND access_has_role(ARRAY['mash_manager']))
    )
    SELECT agency_id, quarter, grade, NULL, count(*) FROM graded GROUP BY 1, 2, 3
    UNION ALL
    SELECT agency_id, quarter, NULL, lack::text, count(*) FROM graded, unnest(lacks) AS lack GROUP BY 1, 2, 4
$$;
