"""Homes: brothers and sisters share one until something parts them, and addresses never overlap."""

from tests.city.conftest import Ask

NOTHING: list[tuple[object, ...]] = []


def test_nobody_lives_at_two_addresses_or_moves_before_being_born(ask: Ask) -> None:
    assert (
        ask("""
        SELECT person_id FROM (
            SELECT person_id, moved_out_on,
                   lead(moved_in_on) OVER (PARTITION BY person_id ORDER BY moved_in_on) AS next_in FROM addresses)
        WHERE next_in IS NOT NULL AND moved_out_on IS DISTINCT FROM next_in
    """)
        == NOTHING
    )
    assert ask("SELECT 1 FROM addresses JOIN people USING (person_id) WHERE moved_in_on < born_on") == NOTHING


def test_brothers_and_sisters_share_a_home_unless_care_a_separation_or_age_parted_them(ask: Ask) -> None:
    assert (
        ask("""
        WITH now AS (
            SELECT family_id, person_id, address, kind FROM addresses
            JOIN family_members USING (person_id) JOIN people USING (person_id)
            WHERE moved_out_on IS NULL AND born_on > DATE '2007-03-31' AND died_on IS NULL
        ), parted AS (
            SELECT DISTINCT family_id FROM relationships JOIN family_members USING (person_id)
            WHERE kind = 'partner' AND ended_on IS NOT NULL
        )
        SELECT family_id FROM now WHERE kind = 'home' AND family_id NOT IN (SELECT family_id FROM parted)
        GROUP BY family_id HAVING count(DISTINCT address) > 1
    """)
        == NOTHING
    )


def test_some_brothers_and_sisters_live_apart(ask_full_size: Ask) -> None:
    ((apart,),) = ask_full_size("""
        SELECT count(*) FROM (
            SELECT family_id FROM addresses JOIN family_members USING (person_id) JOIN people USING (person_id)
            WHERE moved_out_on IS NULL AND born_on > DATE '2007-03-31'
            GROUP BY family_id HAVING count(DISTINCT address) > 1)
    """)
    assert apart > 100


def test_a_child_looked_after_lives_at_its_placement(ask: Ask) -> None:
    assert (
        ask("""
        SELECT person_id FROM looked_after_episodes WHERE ceased_on IS NULL AND person_id NOT IN (
            SELECT person_id FROM addresses WHERE kind = 'placement' AND moved_out_on IS NULL)
    """)
        == NOTHING
    )
    assert (
        ask("""
        SELECT person_id FROM addresses WHERE kind = 'placement' AND moved_out_on IS NULL AND person_id NOT IN (
            SELECT person_id FROM looked_after_episodes WHERE ceased_on IS NULL OR ceased_on >= DATE '2025-03-31')
          AND person_id IN (SELECT person_id FROM people WHERE born_on > DATE '2007-04-01')
    """)
        == NOTHING
    )


def test_about_one_child_in_250_has_a_confidential_address(ask_full_size: Ask) -> None:
    ((hidden, children),) = ask_full_size("""
        SELECT count(*) FILTER (confidential = 'Y'), count(*) FROM address_details JOIN addresses USING (address_id)
        JOIN people USING (person_id) WHERE moved_out_on IS NULL AND born_on > DATE '2007-03-31'
    """)
    assert 1 / 400 < hidden / children < 1 / 170


def test_no_postcode_is_one_that_has_been_given_out(ask: Ask) -> None:
    """The PO area has no districts from 81 up."""
    assert (
        ask("SELECT 1 FROM addresses WHERE NOT regexp_full_match(postcode, 'PO(8[1-9]|9[0-4])[1-9][A-Z]{2}')")
        == NOTHING
    )


def test_no_two_families_have_one_address(ask_full_size: Ask) -> None:
    assert (
        ask_full_size("""
        SELECT address FROM addresses JOIN family_members USING (person_id)
        GROUP BY address HAVING count(DISTINCT family_id) > 1
    """)
        == NOTHING
    )
