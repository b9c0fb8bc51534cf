-- How many came to groups, whoever may see each: numbers, and nothing of whom.

SET LOCAL check_function_bodies = off;

-- Of each service and quarter, and in the rows without a service of all these services together: sessions held, called
-- off, families who came, and others counted. A family counts once in each row.
CREATE OR REPLACE FUNCTION groups_counted(services uuid[], since date, until date)
    RETURNS TABLE (service_id uuid, quarter date, held bigint, called_off bigint, families bigint, others bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ WITH met AS (
              SELECT one.id, one.service_id, date_trunc('quarter', one.held_on)::date AS quarter, one.held_on, one.others,
                     one.cancelled_because <> '' AS called_off
              FROM groups_session AS one
              WHERE one.service_id = ANY (services) AND one.held_on >= since AND one.held_on < until
          ), came AS (
              SELECT DISTINCT met.service_id, met.quarter,
                     coalesce((SELECT min(member.family_id::text) FROM people_familymember AS member
                               WHERE member.person_id = coalesce(who.merged_into_id, who.id)
                                 AND (member.started_on IS NULL OR member.started_on <= met.held_on)
                                 AND (member.ended_on IS NULL OR member.ended_on > met.held_on)),
                              coalesce(who.merged_into_id, who.id)::text) AS family
              FROM met JOIN groups_attendance AS marked ON marked.session_id = met.id AND marked.how = 'came'
                   JOIN people_person AS who ON who.id = marked.person_id
              WHERE NOT met.called_off
          ), sessions AS (
              SELECT met.service_id, met.quarter, count(*) FILTER (WHERE NOT met.called_off) AS held,
                     count(*) FILTER (WHERE met.called_off) AS called_off, coalesce(sum(met.others), 0) AS others
              FROM met GROUP BY GROUPING SETS ((met.service_id, met.quarter), (met.quarter))
          ), families AS (
              SELECT came.service_id, came.quarter, count(DISTINCT came.family) AS families
              FROM came GROUP BY GROUPING SETS ((came.service_id, came.quarter), (came.quarter))
          )
          SELECT sessions.service_id, sessions.quarter, sessions.held, sessions.called_off,
                 coalesce(families.families, 0), sessions.others
          FROM sessions LEFT JOIN families ON families.quarter = sessions.quarter
               AND families.service_id IS NOT DISTINCT FROM sessions.service_id $$;
