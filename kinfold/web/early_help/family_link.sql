-- The link whose hash this is, and who made it: in their name the plan is shown, as they may see it that day. It runs as
-- the tables' owner, because somebody without an account may see no row at all.

CREATE OR REPLACE FUNCTION early_help_family_link(hash text) RETURNS TABLE (link_id uuid, made_by_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT id, made_by_id FROM early_help_familylink WHERE hash <> '' AND token_hash = hash $$;
