-- What each person is open to on a day, also where the asker may not see the help itself: a child whose file is
-- restricted must not read as a child whom nobody helps. Sealed records stay out of it.

SET LOCAL check_function_bodies = off; -- access_may_see is made when every migration has run

CREATE OR REPLACE FUNCTION casework_open_to(people uuid[], on_day date)
    RETURNS TABLE (person_id uuid, kind text, seen boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT status.person_id, status.kind::text, access_may_see(status.record_id)
          FROM casework_status AS status JOIN access_record AS held ON held.id = status.record_id
          WHERE status.person_id = ANY (people) AND held.level <> 'sealed' AND status.recorded_in_error_at IS NULL
            AND status.started_on <= on_day AND (status.ended_on IS NULL OR status.ended_on > on_day) $$;
