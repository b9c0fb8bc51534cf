-- How often families were told of services and referred to them, whoever may see each: numbers, and nothing of whom.

SET LOCAL check_function_bodies = off;

-- Of each service: told and referred since then, now waiting, since when, there now, and how many ended having helped.
CREATE OR REPLACE FUNCTION signposting_standing(services uuid[], since timestamptz)
    RETURNS TABLE (service_id uuid, told bigint, referred bigint, waiting bigint, waiting_since timestamptz,
                   there bigint, ended bigint, helped bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT said.service_id,
                 count(*) FILTER (WHERE said.way = 'told' AND said.said_at >= since),
                 count(*) FILTER (WHERE said.way = 'referred' AND said.said_at >= since),
                 count(*) FILTER (WHERE said.way = 'referred' AND said.began_on IS NULL AND said.ended_on IS NULL),
                 min(said.said_at) FILTER (WHERE said.way = 'referred' AND said.began_on IS NULL
                                           AND said.ended_on IS NULL),
                 count(*) FILTER (WHERE said.began_on IS NOT NULL AND said.ended_on IS NULL),
                 count(*) FILTER (WHERE said.ended_on >= since::date),
                 count(*) FILTER (WHERE said.ended_on >= since::date AND said.outcome IN ('completed', 'enough'))
          FROM signposting_signpost AS said
          WHERE said.service_id = ANY (services) AND said.outcome <> 'mistake'
          GROUP BY said.service_id $$;
