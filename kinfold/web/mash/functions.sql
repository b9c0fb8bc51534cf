-- What must be true of a contact whoever asks, also where the asker may not see all of it.

SET LOCAL check_function_bodies = off; -- casework's tables may come after

-- Of these people, those with a contact that their parents must not hear of yet: it is being decided, or it was handed
-- on to somebody who has not recorded that the parents know. Sealed records stay out of it.
CREATE OR REPLACE FUNCTION mash_parents_do_not_know(people uuid[])
    RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT DISTINCT child.person_id
          FROM mash_contactchild AS child
          JOIN mash_contact AS contact ON contact.id = child.contact_id
          JOIN access_record AS held ON held.id = child.record_id
          WHERE child.person_id = ANY (people) AND contact.parents_informed = 'no'
            AND contact.recorded_in_error_at IS NULL AND held.level <> 'sealed'
            AND (child.decided_at IS NULL OR (child.needs_agreement AND child.agreed_at IS NULL) OR EXISTS (
                SELECT 1 FROM mash_contactchild AS carried
                JOIN casework_handover AS offered ON offered.contact_child_id = carried.id
                JOIN casework_handoverperson AS named ON named.handover_id = offered.id
                WHERE carried.contact_id = contact.id AND named.person_id = child.person_id
                  AND offered.kind <> 'significant_harm'
                  AND offered.refused_at IS NULL AND offered.withdrawn_at IS NULL)) $$;

-- How many children of a contact still wait: for a decision, for a second person, or for their worker to accept.
CREATE OR REPLACE FUNCTION mash_children_waiting(contact uuid)
    RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT count(*) FROM mash_contactchild AS child
          WHERE child.contact_id = contact
            AND (child.decided_at IS NULL OR (child.needs_agreement AND child.agreed_at IS NULL) OR EXISTS (
                SELECT 1 FROM casework_handover AS offered
                WHERE offered.contact_child_id = child.id AND offered.kind = 'open_case'
                  AND offered.accepted_at IS NULL AND offered.refused_at IS NULL
                  AND offered.withdrawn_at IS NULL)) $$;

-- What this agency has sent under these numbers of its own, whoever may see it: nothing is taken in twice.
DROP FUNCTION IF EXISTS mash_sent_before(uuid, text[]); -- earlier versions gave back less
CREATE FUNCTION mash_sent_before(agency uuid, theirs text[])
    RETURNS TABLE (their_reference text, their_household text, reference text, their_part smallint, their_lines text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT sent.their_reference, sent.their_household, sent.reference, sent.their_part, sent.their_lines::text[]
          FROM mash_contact AS sent
          WHERE sent.agency_id = agency AND sent.their_reference <> '' AND sent.their_reference = ANY (theirs)
          ORDER BY sent.their_part $$;

-- The delivery of this agency with the same content that still waits, whoever may see it.
CREATE OR REPLACE FUNCTION mash_under_way(agency uuid, content_hash text)
    RETURNS TABLE (delivery uuid, record uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT sent.id, sent.record_id FROM mash_delivery AS sent
          WHERE sent.agency_id = agency AND sent.sha256 = content_hash
            AND sent.taken_in_at IS NULL AND sent.stopped_at IS NULL $$;

-- Failed lines of earlier deliveries of this agency whose number and home have come, with as many children as they told
-- of or more: what they said is not kept.
CREATE OR REPLACE FUNCTION mash_forget_mended(agency uuid, numbers text[], homes text[], children int[])
    RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ UPDATE mash_deliveredline AS line
          SET said = '{}', faults = '[["", "It came later. What this line said is not kept any more"]]'
          FROM (SELECT failed.delivery_id, come.number, come.home
                FROM unnest(numbers, homes, children) AS come (number, home, children)
                JOIN mash_deliveredline AS failed
                  ON failed.their_reference = come.number AND failed.their_household = come.home AND failed.said <> '{}'
                JOIN mash_delivery AS held ON held.id = failed.delivery_id AND held.agency_id = agency
                GROUP BY failed.delivery_id, come.number, come.home, come.children
                HAVING count(*) <= come.children) AS mended
          WHERE line.delivery_id = mended.delivery_id AND line.their_reference = mended.number
            AND line.their_household = mended.home AND line.said <> '{}' $$;

-- The same of failed lines that are older than this.
CREATE OR REPLACE FUNCTION mash_forget_failed(kept_for interval)
    RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ UPDATE mash_deliveredline AS line
          SET said = '{}', faults = '[["", "It failed long ago. What this line said is not kept any more"]]'
          FROM mash_delivery AS held
          WHERE held.id = line.delivery_id AND held.sent_at < now() - kept_for AND line.said <> '{}' $$;

-- Of these references, those that a contact has.
CREATE OR REPLACE FUNCTION mash_references_taken(wanted text[])
    RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT sent.reference FROM mash_contact AS sent WHERE sent.reference = ANY (wanted) $$;

-- Forms of the public since then, from one network and from all; and the reference of the one that this page became.
CREATE OR REPLACE FUNCTION mash_public_sendings(this_page uuid, network text, since timestamptz)
    RETURNS TABLE (from_there bigint, in_all bigint, before text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT count(*) FILTER (WHERE sent.sent_at >= since AND network <> '' AND sent.came_from = network),
                 count(*) FILTER (WHERE sent.sent_at >= since),
                 (SELECT told.reference FROM mash_publicsending AS first
                  JOIN mash_contact AS told ON told.id = first.contact_id WHERE first.once = this_page)
          FROM mash_publicsending AS sent WHERE sent.sent_at >= since $$;
