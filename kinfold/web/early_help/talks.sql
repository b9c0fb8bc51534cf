-- What was talked about, overseen, told and promised for a child since a day, as lines of the chronology. Row security
-- holds in it as for whoever asks. In PL/pgSQL, so that a connection plans this long question once and not every time.

CREATE OR REPLACE FUNCTION early_help_talks(child uuid, shown_plans uuid[], since date)
    RETURNS TABLE (what text, at timestamptz, words text, until timestamptz, agency uuid, name text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    helped uuid[] := ARRAY(SELECT DISTINCT open.episode_id FROM casework_status AS open
                           WHERE open.person_id = child AND open.episode_id IS NOT NULL);
BEGIN
    RETURN QUERY
    SELECT 'conversation', held.held_on::timestamptz, held.counts_as_assessment::text, NULL::timestamptz,
           held.agency_id, coalesce(holds.name, '')::text
    FROM early_help_conversation AS held LEFT JOIN access_agency AS holds ON holds.id = held.agency_id
    WHERE (held.person_id = child OR held.person_id IS NULL AND held.episode_id = ANY (helped)) AND held.held_on >= since
    UNION ALL
    SELECT 'overseen', held.held_on::timestamptz, held.decided, NULL, NULL, ''
    FROM early_help_oversight AS held WHERE held.episode_id = ANY (helped) AND held.held_on >= since
    UNION ALL
    SELECT said.kind::text, said.said_at, '', said.answered_at, NULL, ''
    FROM early_help_familysaid AS said
    WHERE said.plan_id = ANY (shown_plans) AND (said.said_at AT TIME ZONE 'Europe/London')::date >= since
    UNION ALL
    SELECT 'service', told.said_at,
           CASE WHEN told.outcome <> '' THEN told.outcome WHEN told.began_on IS NOT NULL THEN 'began' ELSE told.way END::text,
           coalesce(told.ended_on, told.began_on)::timestamptz, NULL, service.name::text
    FROM signposting_signpost AS told JOIN directory_service AS service ON service.id = told.service_id
    WHERE told.person_id = child AND told.outcome <> 'mistake'
      AND (told.said_at AT TIME ZONE 'Europe/London')::date >= since
    UNION ALL
    SELECT 'rung', after.contacted_on::timestamptz, after.going::text, NULL, NULL, ''
    FROM early_help_afterhelp AS after WHERE after.episode_id = ANY (helped) AND after.contacted_on >= since
    UNION ALL
    SELECT 'watched', watch.started_on::timestamptz, watch.reason, watch.ended_on::timestamptz, NULL, watch.ended_because
    FROM early_help_watch AS watch WHERE watch.person_id = child AND watch.started_on >= since
    UNION ALL
    SELECT 'touch', met.contacted_on::timestamptz, met.words, NULL, NULL, ''
    FROM early_help_watchcontact AS met JOIN early_help_watch AS watch ON watch.id = met.watch_id
    WHERE watch.person_id = child AND met.contacted_on >= since;
END $$;
