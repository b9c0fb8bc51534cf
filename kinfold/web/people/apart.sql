-- Those of the others who must never be joined with the asked person, nor with any record merged with either.
-- Runs as the tables' owner, because who is kept apart is sealed; it answers only about people whom the asker sees.

CREATE OR REPLACE FUNCTION people_kept_apart(asked uuid, others uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$
    WITH named AS (
        SELECT id, coalesce(merged_into_id, id) AS used, record_id FROM people_person
        WHERE id = asked OR id = ANY (others)
    ), seen AS (
        SELECT id, used FROM named WHERE record_id IN (SELECT access_visible(ARRAY(SELECT record_id FROM named)))
    ), pairs AS (
        SELECT coalesce(first.merged_into_id, first.id) AS one, coalesce(second.merged_into_id, second.id) AS other
        FROM people_keptapart AS apart
        JOIN people_person AS first ON first.id = apart.one_id
        JOIN people_person AS second ON second.id = apart.other_id
        WHERE apart.ended_at IS NULL
    )
    SELECT against.id FROM seen AS about JOIN seen AS against ON about.id = asked AND against.id = ANY (others)
    WHERE EXISTS (SELECT 1 FROM pairs
                  WHERE (one, other) IN ((about.used, against.used), (against.used, about.used))) $$;
