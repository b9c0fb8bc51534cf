"""Staff who work with children with special educational needs and have taken the online training (Trust Plan 6.13)."""

from kinfold.indicators.catalogue.workforce import send_training as indicator

STAFF = """
    member_id | started_on | ended_on   | works_with_send | send_training_on
    ----------+------------+------------+-----------------+-----------------
            1 | 2023-01-01 |            | Y               | 2024-06-30
            2 | 2023-01-01 |            | Y               | 2024-07-01
            3 | 2023-01-01 |            | Y               |
            4 | 2023-01-01 | 2024-06-30 | Y               | 2023-06-01
            5 | 2024-06-30 | 2024-07-01 | Y               | 2023-06-01
            6 | 2023-01-01 |            | N               | 2023-06-01
            7 | 2024-07-01 |            | Y               | 2024-07-01
"""


def test_staff_at_the_close_count_as_trained_if_they_were_by_then(staff, share, behind):
    staff(STAFF)
    assert share(indicator) == (2, 4)
    assert behind(indicator) == ["1", "5"]
    assert share(indicator, "2024-25-Q2") == (3, 4)  # the fifth has left, the seventh has come
