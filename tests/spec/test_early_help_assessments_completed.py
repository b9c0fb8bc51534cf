"""Early Help Assessments completed (annual report's dataset AR.3)."""

from kinfold.indicators.catalogue.early_help import assessments_completed as indicator


def test_a_conversation_that_counts_as_an_assessment_counts_when_it_is_completed(conversations, count, behind):
    conversations("""
        conversation_id | held_on    | completed_on | tier | counts_as_assessment
        ----------------+------------+--------------+------+---------------------
                      1 | 2024-05-01 | 2024-05-03   | 3    | Y
                      2 | 2024-05-01 | 2024-05-03   | 2    | N
                      3 | 2024-05-01 |              | 3    | Y
                      4 | 2024-06-30 | 2024-07-01   | 3    | Y
    """)
    assert count(indicator) == 1
    assert behind(indicator) == ["1"]


def test_what_counted_when_it_was_held_still_counts_after_the_setting_changes(conversations, groups):
    conversations("""
        conversation_id | held_on    | completed_on | tier | counts_as_assessment
        ----------------+------------+--------------+------+---------------------
                      1 | 2024-05-01 | 2024-05-03   | 2    | Y
                      2 | 2024-06-01 | 2024-06-03   | 2    | N
    """)
    assert groups(indicator, "tier") == {"2": 1}
