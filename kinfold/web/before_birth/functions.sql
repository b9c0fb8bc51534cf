-- When a due date changes, what is due before the birth moves by as many days: whichever page or file changed it.

SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION before_birth_follow_due_date() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    UPDATE deadlines_deadline AS due
    SET started_at = (due.started_at AT TIME ZONE 'Europe/London' + make_interval(days => NEW.expected_on - OLD.expected_on))
                     AT TIME ZONE 'Europe/London',
        due_at = (due.due_at AT TIME ZONE 'Europe/London' + make_interval(days => NEW.expected_on - OLD.expected_on))
                 AT TIME ZONE 'Europe/London'
    FROM before_birth_expectedbirth AS birth
    WHERE birth.person_id = NEW.id AND due.about_id = birth.id AND due.about_kind = 'before_birth.expectedbirth'
      AND due.met_at IS NULL AND due.withdrawn_at IS NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER before_birth_due_date AFTER UPDATE OF expected_on ON people_person
    FOR EACH ROW WHEN (OLD.expected_on IS NOT NULL AND NEW.expected_on IS NOT NULL
                       AND OLD.expected_on IS DISTINCT FROM NEW.expected_on)
    EXECUTE FUNCTION before_birth_follow_due_date();
