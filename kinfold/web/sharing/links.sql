-- The link whose hash this is, with its request and their record; nothing for whoever does not hold the link. It runs as
-- the tables' owner, because somebody without an account may see no row at all.

CREATE OR REPLACE FUNCTION sharing_reply_link(hash text) RETURNS TABLE (link_id uuid, request_id uuid, record_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT id, request_id, record_id FROM sharing_replylink WHERE hash <> '' AND token_hash = hash $$;
