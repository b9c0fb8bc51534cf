-- Consultations of each agency, whoever may see each: numbers, and nothing of what was said.

SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION early_help_consultations(since date)
    RETURNS TABLE (agency text, talks bigint, meetings bigint, intended bigint, spared bigint, after_all bigint,
                   not_known bigint, latest date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT asked.name, count(*) FILTER (WHERE held.kind = 'link_co_ordinator'),
                 count(*) FILTER (WHERE held.kind <> 'link_co_ordinator'),
                 count(*) FILTER (WHERE held.referral_intended),
                 count(*) FILTER (WHERE held.referral_intended AND held.referral_made = false),
                 count(*) FILTER (WHERE held.referral_intended AND held.referral_made),
                 count(*) FILTER (WHERE held.referral_intended AND held.referral_made IS NULL),
                 max(held.held_on)
          FROM early_help_consultation AS held JOIN access_agency AS asked ON asked.id = held.agency_id
          WHERE held.held_on >= since
          GROUP BY asked.id, asked.name $$;
