-- What was agreed, talked about, reviewed, overseen, told and promised for a child since a day, as lines of the chronology. Row security
-- holds in it as for whoever asks. In PL/pgSQL, so that a connection plans this long question once and not every time.

CREATE OR REPLACE FUNCTION early_help_talks(child uuid, shown_plans uuid[], since date)
    RETURNS TABLE (what text, at timestamptz, words text, until timestamptz, agency uuid, name text, also text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    helped uuid[] := ARRAY(SELECT DISTINCT open.episode_id FROM casework_status AS open
                           WHERE open.person_id = child AND open.episode_id IS NOT NULL);
    grown uuid[] := ARRAY(SELECT other.person_id
                          FROM people_familymember AS own JOIN people_familymember AS other USING (family_id)
                               JOIN people_person AS person ON person.id = other.person_id
                          WHERE own.person_id = child AND own.ended_on IS NULL AND other.ended_on IS NULL
                            AND person.id <> child AND NOT person.unborn
                            AND (person.born_on IS NULL OR person.born_on <= current_date - interval '18 years'));
BEGIN
    RETURN QUERY
    SELECT 'conversation', held.held_on::timestamptz, held.counts_as_assessment::text, NULL::timestamptz,
           held.agency_id, coalesce(holds.name, '')::text, ''
    FROM early_help_conversation AS held LEFT JOIN access_agency AS holds ON holds.id = held.agency_id
    WHERE (held.person_id = child OR held.person_id IS NULL AND held.episode_id = ANY (helped)) AND held.held_on >= since
    UNION ALL
    SELECT 'overseen', held.held_on::timestamptz, held.decided, NULL, NULL, '', ''
    FROM early_help_oversight AS held WHERE held.episode_id = ANY (helped) AND held.held_on >= since
    UNION ALL
    SELECT said.kind::text, said.said_at, '', said.answered_at, NULL, '', ''
    FROM early_help_familysaid AS said
    WHERE said.plan_id = ANY (shown_plans) AND (said.said_at AT TIME ZONE 'Europe/London')::date >= since
    UNION ALL
    SELECT 'service', told.said_at,
           CASE WHEN told.outcome <> '' THEN told.outcome WHEN told.began_on IS NOT NULL THEN 'began' ELSE told.way END::text,
           coalesce(told.ended_on, told.began_on)::timestamptz, NULL, service.name::text, told.way::text
    FROM signposting_signpost AS told JOIN directory_service AS service ON service.id = told.service_id
    WHERE told.person_id = child AND told.outcome <> 'mistake'
      AND (told.said_at AT TIME ZONE 'Europe/London')::date >= since
    UNION ALL
    SELECT CASE WHEN on_day.day = met.first THEN 'came' ELSE 'came_last' END, on_day.day::timestamptz, met.times::text,
           NULL, runs.agency_id, service.name::text,
           CASE WHEN who.id = child THEN ''
                ELSE btrim(concat_ws(' ', coalesce(nullif(who.known_as, ''), who.forename), who.surname)) END
    FROM (SELECT one.service_id, marked.person_id, min(one.held_on) AS first, max(one.held_on) AS last, count(*) AS times
          FROM groups_attendance AS marked JOIN groups_session AS one ON one.id = marked.session_id
          WHERE (marked.person_id = child OR marked.person_id = ANY (grown)) AND marked.how = 'came'
            AND one.cancelled_because = ''
          GROUP BY one.service_id, marked.person_id) AS met
         JOIN people_person AS who ON who.id = met.person_id
         JOIN directory_service AS service ON service.id = met.service_id
         LEFT JOIN access_team AS runs ON runs.id = service.team_id
         CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY[met.first, met.last]) AS day) AS on_day
    WHERE on_day.day >= since
    UNION ALL
    SELECT 'rung', after.contacted_on::timestamptz, after.going::text, NULL, NULL, '', ''
    FROM early_help_afterhelp AS after WHERE after.episode_id = ANY (helped) AND after.contacted_on >= since
    UNION ALL
    SELECT 'watched', watch.started_on::timestamptz, watch.reason, watch.ended_on::timestamptz, NULL, watch.ended_because,
           ''
    FROM early_help_watch AS watch WHERE watch.person_id = child AND watch.started_on >= since
    UNION ALL
    SELECT 'touch', met.contacted_on::timestamptz, met.words, NULL, NULL, '', ''
    FROM early_help_watchcontact AS met JOIN early_help_watch AS watch ON watch.id = met.watch_id
    WHERE watch.person_id = child AND met.contacted_on >= since
    UNION ALL
    SELECT CASE WHEN given.agreed THEN 'agreed' ELSE 'refused' END, given.given_on::timestamptz, given.purpose::text, NULL,
           NULL, btrim(concat_ws(' ', coalesce(nullif(gave.known_as, ''), gave.forename), gave.surname)),
           given.given_how::text
    FROM sharing_agreement AS given JOIN people_person AS gave ON gave.id = given.person_id
    WHERE given.about_id = ANY (helped) AND given.given_on >= since
    UNION ALL
    SELECT CASE met.kind WHEN 'plan_review' THEN 'review' ELSE met.kind::text END, met.held_on::timestamptz,
           met.outcome::text, NULL, NULL, met.notes, ''
    FROM meetings_meeting AS met
    WHERE (met.kind = 'plan_review' AND met.about_id = ANY (shown_plans)
           OR met.kind IN ('circle', 'restorative_talk') AND met.about_id = ANY (helped))
      AND met.held_on >= since
    UNION ALL
    SELECT 'outcome', seen.seen_on::timestamptz, seen.stage::text, NULL, NULL, need.outcome::text, seen.evidence
    FROM outcomes_seen AS seen JOIN outcomes_need AS need ON need.id = seen.need_id
    WHERE need.episode_id = ANY (helped) AND need.dropped_on IS NULL AND seen.stage <> 'progress' AND seen.seen_on >= since
    UNION ALL
    SELECT 'birth_talk', talk.held_on::timestamptz, talk.topic::text, NULL, NULL, talk.words, ''
    FROM before_birth_birthtalk AS talk JOIN before_birth_expectedbirth AS birth ON birth.id = talk.birth_id
    WHERE birth.person_id = child AND talk.held_on >= since
    UNION ALL
    SELECT 'birth_plan', birth.plan_on::timestamptz, birth.plan::text, NULL, NULL, '', ''
    FROM before_birth_expectedbirth AS birth WHERE birth.person_id = child AND birth.plan_on >= since;
END $$;
