-- Refuses a row whose words give away a confidential address of the people that its record is about.
-- Its arguments: the columns that hold prose, and where needed a query for further people, given the row as JSON.

CREATE OR REPLACE FUNCTION people_no_secret_address() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    written jsonb := to_jsonb(NEW);
    before jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}' END;
    people uuid[];
    further uuid[];
    prose text;
    fresh text[];
BEGIN
    fresh := ARRAY(SELECT name FROM unnest(string_to_array(TG_ARGV[0], ' ')) AS name
                   WHERE length(written ->> name) >= 4 AND written ->> name IS DISTINCT FROM before ->> name);
    IF cardinality(fresh) = 0 THEN
        RETURN NEW;
    END IF;
    people := ARRAY(SELECT id FROM people_person WHERE record_id = NEW.record_id AND has_confidential_address
                    UNION SELECT (written ->> 'person_id')::uuid WHERE written ->> 'person_id' IS NOT NULL);
    IF TG_ARGV[1] <> '' THEN
        EXECUTE TG_ARGV[1] INTO further USING written;
        people := people || coalesce(further, '{}');
    END IF;
    IF cardinality(people) = 0 THEN
        RETURN NEW;
    END IF;
    FOREACH prose IN ARRAY fresh LOOP
        IF people_address_leaks(written ->> prose, people) THEN
            RAISE EXCEPTION 'These words give away a confidential address' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'no_secret_address', TABLE = TG_TABLE_NAME, COLUMN = prose, DETAIL = NEW.record_id::text;
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
