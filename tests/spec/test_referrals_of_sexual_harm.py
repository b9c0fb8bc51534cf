"""Children referred because of sexual abuse, sexual exploitation or harmful sexual behaviour (Strategy 3.2)."""

from kinfold.indicators.catalogue.referrals import sexual_harm as indicator

REFERRALS = """
    referral_id | person_id | received_on | contact_id
    ------------+-----------+-------------+-----------
              1 | Ann       | 2024-05-07  | a
              2 | Ann       | 2024-06-07  | b
              3 | Ben       | 2024-05-07  | c
              4 | Cal       | 2024-05-07  | d
              5 | Dee       | 2024-05-07  |
              6 | Eve       | 2024-03-31  | a
"""
WORRIES = """
    worry_id | contact_id | worry
    ---------+------------+-------------------------
           1 | a          | sexual_abuse
           2 | a          | sexual_exploitation
           3 | b          | harmful_sexual_behaviour
           4 | c          | neglect
           5 | d          | neglect
           6 | d          | sexual_exploitation
"""


def test_the_three_worries_count_together_and_each_child_once(referrals, contact_worries, count, behind):
    referrals(REFERRALS)
    contact_worries(WORRIES)
    assert count(indicator) == 2  # 4, if worries were joined before counting
    assert behind(indicator) == ["Ann", "Cal"]


def test_a_council_that_does_not_record_worries_has_no_figure_rather_than_nought(drawn, referrals, statuses_of):
    referrals(REFERRALS)
    drawn.without = {"contact_worries"}
    assert statuses_of(indicator) == ["not_covered"]
    drawn.without = {"referral_details"}
    assert statuses_of(indicator) == ["not_covered"]
