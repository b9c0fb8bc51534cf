"""Section 47 enquiries into neglect, made jointly or by one agency, their number and share (Strategy 2.1a-d)."""

from kinfold.indicators.catalogue.protection import neglect as indicators

ENQUIRIES = """
    enquiry_id | person_id | started_on | concern        | joint
    -----------+-----------+------------+----------------+------
             1 | Ann       | 2024-04-01 | neglect        | Y
             2 | Ann       | 2024-05-07 | neglect        | N
             3 | Ben       | 2024-06-30 | neglect        | N
             4 | Cal       | 2024-05-07 | neglect        |
             5 | Dee       | 2024-05-07 | physical_abuse | Y
             6 | Eve       | 2024-05-07 |                | Y
             7 | Fay       | 2024-07-01 | neglect        | Y
"""


def test_an_enquiry_of_which_it_is_not_known_who_made_it_is_in_the_denominator_alone(
    section_47_enquiries, shares, behind
):
    section_47_enquiries(ENQUIRIES)
    joint, single, joint_share, single_share = indicators
    assert shares(joint, single) == [(1, None), (2, None)]
    assert shares(joint_share, single_share) == [(1, 4), (2, 4)]
    assert behind(joint) == behind(joint_share) == ["1"]
    assert behind(single) == behind(single_share) == ["2", "3"]


def test_where_no_enquiry_was_into_neglect_there_is_a_number_and_no_share(section_47_enquiries, statuses_of):
    section_47_enquiries("""
        enquiry_id | person_id | started_on | concern        | joint
        -----------+-----------+------------+----------------+------
                 1 | Ann       | 2024-05-07 | physical_abuse | Y
    """)
    assert statuses_of(*indicators) == ["shown", "shown", "no_cases", "no_cases"]


def test_a_council_with_the_standard_s_files_alone_cannot_say(drawn, section_47_enquiries, statuses_of):
    section_47_enquiries(ENQUIRIES)
    drawn.without = {"enquiry_details"}
    assert set(statuses_of(*indicators)) == {"not_covered"}
