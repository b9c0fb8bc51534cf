-- Ends every part of somebody whose account is closed, in files that whoever closes it may not see; it answers with
-- what was ended, for the audit. An account that is open loses nothing by it, whoever asks.

CREATE OR REPLACE FUNCTION casework_leave(leaver uuid, leaves_on date, why text)
    RETURNS TABLE (involvement_id uuid, record_id uuid, person_id uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    UPDATE casework_involvement AS part
    SET ended_on = greatest(leaves_on, part.started_on), change_reason = why
    WHERE part.user_id = leaver AND part.ended_on IS NULL
      AND EXISTS (SELECT 1 FROM access_user AS gone WHERE gone.id = leaver AND gone.closed_at IS NOT NULL)
      AND access_has_role(ARRAY['account_administrator'])
    RETURNING part.id, part.record_id, part.person_id
$$;
