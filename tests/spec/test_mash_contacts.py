"""Contacts into the MASH (Safeguarding Strategy 1.2a, annual report's dataset AR.2)."""

from kinfold.indicators.catalogue.front_door import contacts as indicator


def test_a_call_about_three_children_is_three_contacts(contacts, count):
    contacts("""
        contact_id | event_id | person_id | received_on
        -----------+----------+-----------+------------
                 1 |      one | Ann       | 2024-05-07
                 2 |      one | Ben       | 2024-05-07
                 3 |      one | Cal       | 2024-05-07
    """)
    assert count(indicator) == 3


def test_a_contact_belongs_to_the_quarter_that_holds_its_local_day(contacts, count):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+--------------------
                 1 | Ann       | 2024-03-31T23:59:59
                 2 | Ann       | 2024-04-01T00:00:00
                 3 | Ann       | 2024-06-30T23:59:59
                 4 | Ann       | 2024-07-01T00:00:00
    """)
    assert [count(indicator, quarter) for quarter in ("2023-24-Q4", "2024-25-Q1", "2024-25-Q2")] == [1, 2, 1]


def test_the_year_to_date_runs_from_april(contacts, count):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+------------
                 1 | Ann       | 2024-03-31
                 2 | Ann       | 2024-04-01
                 3 | Ben       | 2024-09-30
                 4 | Ben       | 2024-10-01
    """)
    assert count(indicator, "2024-25-Q2-YTD") == 2


def test_fan_out_three_worries_in_a_contact_do_not_make_it_three(contacts, contact_worries, count):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+------------
                 1 | Ann       | 2024-05-07
    """)
    contact_worries("""
        worry_id | contact_id | worry
        ---------+------------+------------------
               1 |          1 | neglect
               2 |          1 | domestic_abuse
               3 |          1 | parental_mental_health
    """)
    assert count(indicator) == 1  # 3, if worries were joined before counting


def test_the_ward_is_the_one_stored_with_the_contact_however_often_the_child_moves(contacts, groups):
    contacts("""
        contact_id | person_id | received_on | ward
        -----------+-----------+-------------+---------
                 1 | Ann       | 2024-05-07  | Fratton
                 2 | Ann       | 2024-06-07  | Nelson
                 3 | Ben       | 2024-06-07  |
    """)
    assert groups(indicator, "ward") == {"Fratton": 1, "Nelson": 1, "not recorded": 1}


def test_age_is_that_on_the_day_of_the_contact(contacts, groups):
    contacts("""
        contact_id | person_id | received_on | born_on    | expected_on
        -----------+-----------+-------------+------------+------------
                 1 | Ann       | 2024-05-07  | 2014-05-08 |
                 2 | Ben       | 2024-05-07  | 2014-05-07 |
                 3 | Leap      | 2025-02-28  | 2020-02-29 |
                 4 | Cal       | 2024-05-07  |            | 2024-09-01
                 5 | Dee       | 2024-05-07  |            |
                 6 | Eve       | 2024-05-07  | 2006-05-07 |
    """)
    assert groups(indicator, "age_band") == {
        "5-9": 1, "10-14": 1, "unborn": 1, "not recorded": 1, "18 and over": 1
    }  # fmt: skip
    assert groups(indicator, "age_band", "2024-25-Q4") == {"0-4": 1}


def test_ethnic_groups_are_the_five_of_the_census(contacts, groups):
    contacts("""
        contact_id | person_id | received_on | ethnicity
        -----------+-----------+-------------+----------
                 1 | Ann       | 2024-05-07  | WBRI
                 2 | Ben       | 2024-05-07  | WROM
                 3 | Cal       | 2024-05-07  | CHNE
                 4 | Dee       | 2024-05-07  | REFU
                 5 | Eve       | 2024-05-07  |
    """)
    assert groups(indicator, "ethnicity") == {"White": 2, "Asian": 1, "Not stated": 1, "not recorded": 1}


def test_a_ward_is_in_the_band_of_its_child_poverty(contacts, groups, behind):
    contacts("""
        contact_id | person_id | received_on | ward
        -----------+-----------+-------------+----------------
                 1 | Ann       | 2024-05-07  | Fratton
                 2 | Ben       | 2024-05-07  | Charles Dickens
                 3 | Cal       | 2024-05-07  | Cosham
                 4 | Dee       | 2024-05-07  | Leigh Park
                 5 | Eve       | 2024-05-07  |
    """)
    assert groups(indicator, "deprivation") == {"40% or more": 2, "30% to 39%": 1, "not recorded": 2}
    assert behind(indicator, by="deprivation", group="40% or more") == ["1", "2"]


def test_a_child_of_whom_nobody_has_said_is_not_a_child_without_a_disability(contacts, disabilities, groups):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+------------
                 1 | Ann       | 2024-05-07
                 2 | Ben       | 2024-05-07
                 3 | Cal       | 2024-05-07
    """)
    disabilities("""
        disability_id | person_id | disability
        --------------+-----------+-----------
                    1 | Ann       | LD
                    2 | Ann       | HEAR
                    3 | Ben       | NONE
    """)
    assert groups(indicator, "disability") == {"disabled": 1, "not disabled": 1, "not recorded": 1}


def test_an_empty_group_is_nought_and_every_ward_is_there(contacts, figures):
    contacts("""
        contact_id | person_id | received_on | ward
        -----------+-----------+-------------+---------
                 1 | Ann       | 2024-05-07  | Fratton
    """)
    by_ward = {figure.group: figure.value for figure in figures(indicator, by="ward") if figure.by}
    assert len(by_ward) == 15
    assert by_ward["Nelson"] == 0


def test_agencies_of_one_name_are_not_added_together(drawn, contacts, groups):
    contacts("""
        contact_id | person_id | received_on | agency_id
        -----------+-----------+-------------+----------
                 1 | Ann       | 2024-05-07  | a1
                 2 | Ben       | 2024-05-07  | a2
                 3 | Ben       | 2024-05-08  | a3
    """)
    drawn.draw("agencies", """
        agency_id | name
        ----------+-----------
        a1        | St Mary’s
        a2        | St Mary’s
        a3        | Police
    """)  # fmt: skip
    assert groups(indicator, "agency") == {"St Mary’s (a1)": 1, "St Mary’s (a2)": 1, "Police": 1}


def test_drilling_down_lists_the_contacts_counted(contacts, behind):
    contacts("""
        contact_id | person_id | received_on | ward
        -----------+-----------+-------------+---------
                 1 | Ann       | 2024-05-07  | Fratton
                 2 | Ann       | 2024-05-09  | Nelson
                 3 | Ben       | 2024-07-09  | Fratton
    """)
    assert behind(indicator) == ["1", "2"]
    assert behind(indicator, by="ward", group="Fratton") == ["1"]


def test_a_quarter_outside_the_data_is_not_covered_rather_than_nought(contacts, figures):
    contacts("""
        contact_id | person_id | received_on
        -----------+-----------+------------
                 1 | Ann       | 2024-05-07
    """)
    [before] = figures(indicator, in_period="2023-24-Q4")
    [after] = figures(indicator, in_period="2025-26-Q2")
    [within] = figures(indicator, in_period="2025-26-Q1")
    assert (before.status, before.value) == ("not_covered", None)
    assert (after.status, after.value) == ("not_covered", None)
    assert (within.status, within.value) == ("shown", 0)
