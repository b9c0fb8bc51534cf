"""Children looked after, per 10,000 (Safeguarding Strategy 1.6)."""

import pytest

from kinfold.indicators.catalogue.social_care import looked_after_rate as indicator


def test_463_of_the_city_s_41_639_children_are_111_2_per_10_000(drawn, looked_after_episodes, population, count):
    heading = "episode_id | person_id | started_on\n-----------+-----------+-----------\n"
    drawn.draw("looked_after_episodes", heading + "\n".join(f"{n} | {n} | 2020-01-01" for n in range(463)))
    population("""
        area       | age_from | age_to | year | population
        -----------+----------+--------+------+-----------
        Portsmouth | 0        | 17     | 2020 | 41639
    """)
    assert count(indicator) == pytest.approx(111.2, abs=0.05)
