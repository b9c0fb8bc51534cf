"""Number of children in need, with a plan: the number behind the rate."""

from kinfold.indicators.catalogue.social_care import in_need_number as indicator


def test_it_is_broken_down_by_what_the_population_is_not_known_by(child_in_need_plans, groups, behind):
    child_in_need_plans("""
        plan_id | person_id | started_on | sex | ethnicity | ward    | born_on
        --------+-----------+------------+-----+-----------+---------+-----------
              1 | Ann       | 2024-01-01 | F   | WBRI      | Fratton | 2019-07-01
              2 | Ben       | 2024-01-01 | M   | BAFR      | Nelson  | 2019-06-30
    """)
    assert groups(indicator, "sex") == {"F": 1, "M": 1}
    assert groups(indicator, "ethnicity") == {"White": 1, "Black": 1}
    assert groups(indicator, "ward") == {"Fratton": 1, "Nelson": 1}
    assert groups(indicator, "age_band") == {"0-4": 1, "5-9": 1}
    assert behind(indicator, by="sex", group="F") == ["Ann"]
