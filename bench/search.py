"""Search over 250,000 people, as the app: as someone who sees everything and someone who sees almost nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg

from bench.measuring import Measured, kinfold, percentile_ms
from kinfold.practice import names
from kinfold.web.config import cluster

DATABASE = "kinfold_bench_search"
PEOPLE = 250_000
TIMES = 300
Asked = tuple[str, date | None, str, str]

# Names as unevenly spread as real ones: the commonest hundred times as common as the hundredth.
FILL = """
CREATE TEMP TABLE syllable AS SELECT * FROM unnest(string_to_array(
    'ash bar bell black brook cart chal clat cold cot crab dear dew dun east ell fair farr fen field fox gar green har '
    'hawk hay holl hon hur ink joll kett king lam lang lark light lock long mall mar merr mill moss neth night oak orm '
    'pad parg pea pen pett pick plum quart rad rav red ridge rook row salt sand shack ship silv skel spar stap strick '
    'summ swall tatt temp thist thorn tide toll trel under ven wadd wain weath west whit wigg wint wool wren', ' '))
    WITH ORDINALITY AS given(word, place);
CREATE TEMP TABLE ending AS SELECT * FROM unnest(string_to_array(
    'by ton ford ham ley field wood worth er son smith man well ridge side bury stead combe hurst more', ' '))
    WITH ORDINALITY AS given(word, place);
CREATE TEMP TABLE family_name AS
    SELECT initcap(syllable.word || ending.word) AS name,
           row_number() OVER (ORDER BY md5(syllable.word || ending.word)) AS place
    FROM syllable CROSS JOIN ending;
CREATE TEMP TABLE first_name AS
    SELECT initcap(word) AS name, row_number() OVER (ORDER BY md5(word)) AS place FROM unnest(string_to_array(
    'amelia olivia isla ava mia freya lily emily grace poppy evie ella sophia willow ivy florence daisy rosie phoebe '
    'alice jessica ruby harper matilda elsie evelyn millie maisie erin chloë zoë renée niamh siân bronwyn skye summer '
    'scarlett lottie nancy martha tilly heidi imogen eleanor georgia tegan keira paige jade connie bonnie lacey-mae '
    'edith hattie robyn noah oliver george arthur muhammad leo oscar harry archie jack henry charlie freddie theodore '
    'thomas finley jude luca alfie isaac william james joshua max daniel lucas edward ethan samuel dylan joseph albie '
    'zuzanna wiktoria maja ioana aisha fatima maryam priya amara temitope ifeoma mei xiaoyu layla noor yasmin omar ali '
    'hassan karim kofi kwame tomasz jakub andrei wei jun minh kenji rafael', ' ')) AS word;
INSERT INTO access_record (id, created_at, level) SELECT gen_random_uuid(), now(),
    CASE WHEN number %% 500 = 0 THEN 'restricted' ELSE 'open' END FROM generate_series(1, %(families)s) AS number;
CREATE TEMP TABLE household AS
    SELECT id AS record_id, row_number() OVER () AS place,
           floor(20 * power(100, random()) - 19)::int AS family_name,
           'PO' || (1 + (random() * 8)::int) || (random() * 9)::int
           || chr(65 + (random() * 25)::int) || chr(65 + (random() * 25)::int) AS postcode
    FROM access_record;
INSERT INTO people_person (id, created_at, version, record_id, forename, surname, known_as, born_on, sex, gender,
        ethnicity, nationality, unborn, first_language, interpreter_needed, communication_needs, send_status,
        has_confidential_address, legacy_number, upn_unknown_reason, recorded_in_error_reason)
    SELECT gen_random_uuid(), now(), 1, household.record_id, first_name.name, family_name.name, '',
           date '2024-01-01' - (random() * CASE WHEN number %% 2 = 0 THEN 6570 ELSE 25000 END)::int, '', '', '', '',
           false, '', false, '', '', false, '', '', ''
    FROM (SELECT number, number %% %(families)s + 1 AS home, floor(8 * power(16.5, random()) - 7)::int AS chosen
          FROM generate_series(1, %(people)s) AS number) AS drawn
    JOIN household ON household.place = drawn.home
    JOIN first_name ON first_name.place = drawn.chosen
    JOIN family_name ON family_name.place = household.family_name;
INSERT INTO people_address (id, created_at, record_id, person_id, kind, line_1, line_2, town, postcode, ward, uprn,
        further, confidential, started_on)
    SELECT gen_random_uuid(), now(), household.record_id, person.id, 'home', '1 Any Road', '', '', household.postcode,
           '', '', '{}', false, date '2020-01-01'
    FROM people_person AS person JOIN household ON household.record_id = person.record_id;
INSERT INTO people_identifier (id, created_at, record_id, person_id, kind, value)
    SELECT gen_random_uuid(), now(), record_id, id, 'nhs_number', lpad((row_number() OVER ())::text, 10, '4')
    FROM people_person;
"""
PERSON = """INSERT INTO access_user (id, created_at, password, email, name, post, telephone, registration_number,
    staff_number, department, is_active, system) VALUES (%s, now(), '', %s, %s, '', '', '', '', '', true, false)"""
SEES_ALL, SEES_LITTLE = "00000000-0000-7000-8000-0000000000a1", "00000000-0000-7000-8000-0000000000a2"


def measure() -> Iterator[Measured]:
    ready_database()
    with psycopg.connect(cluster.urls(DATABASE)["owner"]) as owner:
        asked = list(_asked(owner, random.Random(1)))
    with psycopg.connect(cluster.urls(DATABASE)["app"]) as app:
        for words, user in (("seeing all", SEES_ALL), ("seeing almost nothing", SEES_LITTLE)):
            for kind in ("a typing error", "a common name alone"):
                searches = iter([each for each in asked if bool(each[1]) == (kind == "a typing error")] * 2)

                def search(user: str = user, searches: Iterator[Asked] = searches) -> int:
                    return len(_search(app, user, next(searches)))

                figure = percentile_ms(search, TIMES)
                yield Measured(
                    f"search of 250,000 people, {words}, {kind}, 95 in 100 within", round(figure, 1), "ms", 50
                )
        found = [_found(app, each) for each in asked if each[1]]
        yield Measured("searches with a typing error that find the person among the first ten",
                       round(100 * sum(found) / len(found)), "in 100")  # fmt: skip


def ready_database() -> None:
    """A quarter of a million people, made by the first run; two users, of whom one sees three families."""
    cluster.start()
    cluster.ensure_database(DATABASE)
    kinfold("migrate", "--name", DATABASE)
    with psycopg.connect(cluster.urls(DATABASE)["owner"]) as owner:
        if owner.execute("SELECT count(*) FROM access_user WHERE id = %s", [SEES_ALL]).fetchone() == (1,):
            return  # filled in one transaction, of which this user is a part
        owner.execute("SELECT setseed(0.5)")
        for statement in _statements():
            owner.execute(statement)
        for user in (SEES_ALL, SEES_LITTLE):
            owner.execute(PERSON, [user, f"{user}@example.org", "Bench"])
        owner.execute("INSERT INTO access_agency (id, created_at, name, kind) VALUES (%s, now(), 'Bench', 'council')",
                      [SEES_ALL])  # fmt: skip
        owner.execute("INSERT INTO access_team (id, created_at, name, service, agency_id) VALUES "
                      "(%s, now(), 'Bench', 'mash', %s)", [SEES_ALL, SEES_ALL])  # fmt: skip
        owner.execute("INSERT INTO access_membership (id, created_at, user_id, team_id, role, started_on) VALUES "
                      "(%s, now(), %s, %s, 'mash_decision_maker', '2020-01-01')", [SEES_ALL] * 3)  # fmt: skip
        owner.execute("INSERT INTO access_grant (id, created_at, record_id, user_id, reason, started_at) SELECT "
                      "gen_random_uuid(), now(), id, %s, '', now() FROM access_record LIMIT 3",
                      [SEES_LITTLE])  # fmt: skip
    with psycopg.connect(cluster.urls(DATABASE)["owner"], autocommit=True) as owner:
        owner.execute("VACUUM ANALYZE")


def _statements() -> Iterator[str]:
    values = {"families": PEOPLE // 4, "people": PEOPLE}
    yield "ALTER TABLE people_person DISABLE TRIGGER USER"
    yield "ALTER TABLE people_address DISABLE TRIGGER USER"
    yield "ALTER TABLE people_identifier DISABLE TRIGGER USER"
    yield FILL % values
    yield "SET CONSTRAINTS ALL IMMEDIATE"
    yield "ALTER TABLE people_person ENABLE TRIGGER USER"
    yield "ALTER TABLE people_address ENABLE TRIGGER USER"
    yield "ALTER TABLE people_identifier ENABLE TRIGGER USER"


def _asked(owner: psycopg.Connection[Any], chance: random.Random) -> Iterator[Asked]:
    """People who exist, each asked for with a letter wrong and a fact beside, and by the bare name."""
    rows = owner.execute(
        "SELECT forename, surname, born_on, (SELECT postcode FROM people_address WHERE person_id = person.id LIMIT 1) "
        "FROM people_person AS person JOIN access_record AS held ON held.id = record_id AND level = 'open' "
        "ORDER BY md5(person.id::text) LIMIT %s", [TIMES],
    )  # fmt: skip
    for forename, surname, born_on, postcode in rows.fetchall():
        name = f"{forename} {surname}"
        yield _mistyped(name, chance), born_on, "", ""
        yield _mistyped(name, chance), born_on, postcode, ""
        yield name, None, "", ""


def _mistyped(name: str, chance: random.Random) -> str:
    """One letter left out, doubled, exchanged for another, or two the wrong way round."""
    place = chance.randrange(1, len(name) - 1)
    before, here, after = name[:place], name[place], name[place + 1 :]
    return chance.choice([
        before + after, before + here * 2 + after, before + "e" + after, before + after[:1] + here + after[1:],
    ])  # fmt: skip


def _search(app: psycopg.Connection[Any], user: str, asked: Asked) -> list[Any]:
    with app.transaction():
        app.execute("SELECT set_config('app.user_id', %s, true)", [user])
        return app.execute(
            "SELECT person_id FROM people_search(%s, %s, %s, %s, %s, %s) LIMIT 20", _told(asked)
        ).fetchall()


def _told(asked: Asked) -> list[Any]:
    """As the application asks: with other forms of the name, and days that the birthday is mistaken for."""
    name, born_on, *_ = asked
    return [*asked, list(names.also_known_as(name)), list(names.mistaken_for(born_on)) if born_on else []]


def _found(app: psycopg.Connection[Any], asked: Asked) -> bool:
    with app.transaction():
        app.execute("SELECT set_config('app.user_id', %s, true)", [SEES_ALL])
        rows = app.execute(
            "SELECT person.born_on FROM people_search(%s, %s, %s, %s, %s, %s) AS found JOIN people_person AS person "
            "ON person.id = found.person_id LIMIT 10", _told(asked),
        )  # fmt: skip
        return any(born_on == asked[1] for (born_on,) in rows.fetchall())
