"""The last twelve months of a city of the published size come within a tenth of the partnership's published year."""

import sys

import pytest

from tests.city.conftest import FULL_SIZE, SMALL, Ask

YEAR = "BETWEEN TIMESTAMP '2024-04-01' AND TIMESTAMP '2025-03-31 23:59:59'"
PUBLISHED: dict[str, tuple[float, str]] = {
    "contacts": (22_020, f"SELECT count(*) FROM contacts WHERE received_on {YEAR}"),
    "individual children in contacts": (
        11_999,
        f"SELECT count(DISTINCT person_id) FROM contacts WHERE received_on {YEAR}",
    ),
    "children with a protection plan": (
        204,
        "SELECT count(DISTINCT person_id) FROM protection_plans WHERE ended_on IS NULL",
    ),
    "children looked after": (
        463,
        "SELECT count(DISTINCT person_id) FROM looked_after_episodes WHERE ceased_on IS NULL",
    ),
    "children with a child in need plan and neither": (
        750,
        """SELECT count(DISTINCT person_id) FROM child_in_need_plans WHERE ended_on IS NULL
           AND person_id NOT IN (SELECT person_id FROM protection_plans WHERE ended_on IS NULL)
           AND person_id NOT IN (SELECT person_id FROM looked_after_episodes WHERE ceased_on IS NULL)""",
    ),
    "missing episodes": (1_060, f"SELECT count(*) FROM missing_episodes WHERE started_at {YEAR}"),
    "children missing three times in ninety days": (
        97,
        f"""SELECT count(DISTINCT person_id) FROM (
              SELECT person_id, started_at,
                     lag(started_at, 2) OVER (PARTITION BY person_id ORDER BY started_at) AS two_before
              FROM missing_episodes WHERE started_at {YEAR})
            WHERE started_at < two_before + INTERVAL 90 DAY""",
    ),
    **{
        f"children at risk of {kind} exploitation": (
            published,
            f"""SELECT count(DISTINCT person_id) FROM exploitation_levels
                WHERE ended_on IS NULL AND level <> 'none' AND kind = '{kind}'""",
        )
        for kind, published in (("sexual", 117), ("criminal", 137))
    },
    **{
        f"who came to {kind} training": (
            published,
            f"SELECT count(*) FROM course_places WHERE attended = 'Y' AND kind = '{kind}' AND held_on {YEAR}",
        )
        for kind, published in (
            ("multi_agency", 986),
            ("single_agency", 1_095),
            ("workshop", 589),
            ("conference", 234),
        )
    },
    "multi-agency courses run": (
        71,
        f"""SELECT count(*) FROM course_runs JOIN courses USING (course_id)
            WHERE kind = 'multi_agency' AND held_on {YEAR}""",
    ),
    "contacts of the year before": (
        23_933,
        "SELECT count(*) FROM contacts WHERE received_on BETWEEN '2023-04-01' AND '2024-03-31 23:59:59'",
    ),
}


@pytest.mark.parametrize("what", PUBLISHED)
def test_the_city_comes_within_a_tenth_of_the_published_figure(what: str, ask_full_size: Ask, record_property) -> None:
    published, sql = PUBLISHED[what]
    ((counted,),) = ask_full_size(sql)
    away = counted / published - 1
    record_property("away from the published figure", f"{away:+.1%}")
    sys.stdout.write(f"{what}: {counted:,} in the city, {published:,.0f} published, {away:+.1%}\n")
    assert abs(away) <= 0.10


def test_a_smaller_city_has_a_smaller_number_of_everything(ask: Ask, ask_full_size: Ask) -> None:
    share = SMALL / FULL_SIZE
    for what in ("contacts", "individual children in contacts", "children looked after", "missing episodes"):
        ((small,),) = ask(PUBLISHED[what][1])
        ((whole,),) = ask_full_size(PUBLISHED[what][1])
        assert small == pytest.approx(whole * share, rel=0.3), what


def test_about_a_fifth_of_referrals_come_within_a_year_of_another(ask_full_size: Ask) -> None:
    """Published: 22.2% in one quarter, 19.8% a year before."""
    ((again,),) = ask_full_size(f"""
        SELECT avg(CASE WHEN before > received_on - INTERVAL 1 YEAR THEN 1 ELSE 0 END) FROM (
            SELECT received_on, lag(received_on) OVER (PARTITION BY person_id ORDER BY received_on) AS before
            FROM referrals) WHERE received_on {YEAR}
    """)
    assert 0.14 <= again <= 0.26


def test_few_children_are_at_risk_of_both_kinds_of_exploitation(ask_full_size: Ask) -> None:
    """Published: six."""
    ((both,),) = ask_full_size("""
        SELECT count(*) FROM (SELECT person_id FROM exploitation_levels WHERE ended_on IS NULL AND level <> 'none'
                              GROUP BY person_id HAVING count(DISTINCT kind) = 2)
    """)
    assert 2 <= both <= 12


def test_the_stocks_have_been_about_as_large_all_through_the_history(ask_full_size: Ask) -> None:
    """Nothing grows or drains from the first day to the last, as it would if lives began with the history."""
    for table, ended, today in (
        ("protection_plans", "ended_on", 204),
        ("looked_after_episodes", "ceased_on", 463),
        ("child_in_need_plans", "ended_on", 750),
    ):
        for day in ("2020-03-31", "2021-03-31", "2022-03-31", "2023-03-31", "2024-03-31"):
            ((stock,),) = ask_full_size(f"""
                SELECT count(DISTINCT person_id) FROM {table} WHERE started_on <= DATE '{day}'
                   AND coalesce({ended}, DATE '2100-01-01') > DATE '{day}'
            """)
            assert stock == pytest.approx(today, rel=0.35), (table, day)
