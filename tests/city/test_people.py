"""Who lives in the city: ages, families, names and needs as the sources describe them, and nobody real."""

import pytest

from kinfold.city import portrait
from tests.city.conftest import FULL_SIZE, SMALL, Ask

NOTHING: list[tuple[object, ...]] = []
LIVING_HERE = """
    FROM people p WHERE born_on > DATE '2007-03-31' AND died_on IS NULL
     AND EXISTS (SELECT 1 FROM addresses a WHERE a.person_id = p.person_id AND moved_out_on IS NULL)
"""


def test_as_many_children_live_in_the_city_as_were_asked_for(ask: Ask, ask_full_size: Ask) -> None:
    assert ask(f"SELECT count(*) {LIVING_HERE}") == [(SMALL,)]
    assert ask_full_size(f"SELECT count(*) {LIVING_HERE}") == [(FULL_SIZE,)]


@pytest.mark.parametrize(("first", "last", "published"), portrait.AGE_BANDS)
def test_each_age_band_is_as_published(first: int, last: int, published: int, ask_full_size: Ask) -> None:
    living = f"""
        SELECT count(*) {LIVING_HERE} AND date_sub('year', born_on, TIMESTAMP '2025-03-31') BETWEEN {first} AND {last}
    """
    assert ask_full_size(living) == [(pytest.approx(published, abs=3),)]
    assert ask_full_size(f"""
        SELECT population FROM population WHERE area = 'Portsmouth' AND age_from = {first} AND age_to = {last}
           AND year = 2025
    """) == [(published,)]


def test_wards_populations_add_up_to_the_citys_in_every_year(ask_full_size: Ask) -> None:
    totals = ask_full_size("SELECT year, sum(population) FROM population WHERE area <> 'Portsmouth' GROUP BY year")
    assert {total for _, total in totals} == {FULL_SIZE}
    assert {year for year, _ in totals} >= set(range(2019, 2026))


def test_three_quarters_of_children_are_white_british_and_about_a_fifth_speak_another_language_first(
    ask_full_size: Ask,
) -> None:
    ((white_british, other_language),) = ask_full_size("""
        SELECT avg((ethnicity = 'WBRI')::INT), avg((first_language <> 'en')::INT)
        FROM people JOIN person_details USING (person_id) WHERE born_on BETWEEN '2009-01-01' AND '2020-01-01'
    """)
    assert white_british == pytest.approx(0.75, abs=0.02)
    assert other_language == pytest.approx(0.18, abs=0.02)


def test_need_follows_poverty_from_ward_to_ward(ask_full_size: Ask) -> None:
    contacts = dict(
        ask_full_size("""
            SELECT ward, count(*) / any_value(children) FROM contact_children
            JOIN (SELECT area AS ward, sum(population) AS children FROM population WHERE year = 2025 GROUP BY area)
              USING (ward) GROUP BY ward
        """)
    )
    assert len(contacts) == 14
    assert contacts["Charles Dickens"] > 1.4 * contacts["Drayton & Farlington"]


def test_every_child_has_a_parent_or_carer_of_an_age_to_be_one(ask: Ask) -> None:
    assert (
        ask("""
        SELECT person_id FROM people WHERE born_on > DATE '2007-03-31' AND person_id NOT IN (
            SELECT person_id FROM relationships WHERE kind IN ('mother', 'father', 'parent', 'grandparent'))
    """)
        == NOTHING
    )
    assert (
        ask("""
        SELECT child.person_id FROM relationships r JOIN people child USING (person_id)
        JOIN people adult ON adult.person_id = r.related_person_id
        WHERE r.kind IN ('mother', 'father', 'parent')
          AND adult.born_on > coalesce(child.born_on, child.expected_on) - INTERVAL 15 YEAR
    """)
        == NOTHING
    )


def test_mothers_have_parental_responsibility(ask: Ask) -> None:
    assert ask("SELECT 1 FROM relationships WHERE kind = 'mother' AND parental_responsibility = 'N'") == NOTHING


def test_brothers_and_sisters_are_twins_or_born_a_pregnancy_apart(ask_full_size: Ask) -> None:
    """Twins may be born either side of midnight."""
    assert (
        ask_full_size("""
        SELECT r.person_id FROM relationships r JOIN people one USING (person_id)
        JOIN people other ON other.person_id = r.related_person_id
        WHERE r.kind = 'sibling' AND abs(date_diff('day', one.born_on, other.born_on)) BETWEEN 2 AND 270
    """)
        == NOTHING
    )


def test_unborn_children_have_a_due_date_after_the_last_day_and_no_number(ask_full_size: Ask) -> None:
    unborn = ask_full_size("""
        SELECT born_on, upn, single_unique_id, forename, expected_on > DATE '2025-03-31'
        FROM people JOIN person_details USING (person_id) WHERE unborn = 'Y'
    """)
    assert unborn
    assert set(unborn) == {(None, None, None, None, True)}


def test_names_are_of_every_kind_that_a_search_must_find(ask_full_size: Ask) -> None:
    names = {name for (name,) in ask_full_size("SELECT DISTINCT coalesce(forename, '') || ' ' || surname FROM people")}
    for part in ("Zoë", "Søren", "O'Brien", "-", "Nguyễn", "Maximilian-Alexander"):
        assert any(part in name for name in names), part


def test_identifiers_are_shaped_like_version_7_and_none_is_given_twice(ask: Ask) -> None:
    for table, key in (("people", "person_id"), ("contacts", "contact_id"), ("deadlines", "deadline_id")):
        ((rows, distinct, shaped),) = ask(f"""
            SELECT count(*), count(DISTINCT {key}), count(*) FILTER (regexp_full_match({key},
                   '[0-9a-f]{{8}}-[0-9a-f]{{4}}-7[0-9a-f]{{3}}-[89ab][0-9a-f]{{3}}-[0-9a-f]{{12}}')) FROM {table}
        """)
        assert rows == distinct == shaped


def test_the_city_has_the_published_schools_and_a_lead_in_each(ask: Ask) -> None:
    schools = dict(ask("SELECT phase, count(*) FROM settings GROUP BY phase"))
    assert (schools["all_through"], schools["primary"], schools["secondary"], schools["special"]) == (1, 48, 10, 4)
    assert (schools["college"], schools["independent"]) == (2, 5)
    ((leads,),) = ask("SELECT count(*) FROM professionals WHERE job_title = 'Designated Safeguarding Lead'")
    assert leads == sum(count for phase, count in schools.items() if phase != "surgery")


def test_children_are_at_a_school_for_their_age_and_one_at_a_time(ask: Ask) -> None:
    assert (
        ask("""
        SELECT schooling_id FROM schooling JOIN settings USING (setting_id) JOIN people USING (person_id)
        WHERE phase = 'primary' AND (started_on < born_on + INTERVAL 4 YEAR OR started_on > born_on + INTERVAL 12 YEAR)
           OR phase = 'secondary' AND started_on < born_on + INTERVAL 10 YEAR
    """)
        == NOTHING
    )
    assert (
        ask("""
        SELECT person_id, ended_on, next FROM (
            SELECT person_id, ended_on, lead(started_on) OVER (PARTITION BY person_id ORDER BY started_on) AS next
            FROM schooling JOIN settings USING (setting_id) WHERE phase <> 'surgery')
        WHERE next < ended_on OR (next IS NOT NULL AND ended_on IS NULL)
    """)
        == NOTHING
    )


def test_no_brothers_or_sisters_have_one_forename(ask_full_size: Ask) -> None:
    assert (
        ask_full_size("""
        WITH named AS MATERIALIZED (
            SELECT related_person_id, forename FROM relationships JOIN people USING (person_id) WHERE kind = 'sibling'
        )
        SELECT 1 FROM named JOIN people ON person_id = related_person_id AND people.forename = named.forename
    """)
        == NOTHING
    )


def test_no_relationship_begins_after_the_last_day(ask_full_size: Ask) -> None:
    assert ask_full_size("SELECT 1 FROM relationships WHERE started_on > DATE '2025-03-31'") == NOTHING
