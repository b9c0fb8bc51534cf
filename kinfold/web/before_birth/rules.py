"""What holds before a birth; each docstring is the message that a person reads."""

from collections.abc import Collection
from datetime import date, timedelta

from kinfold.practice import code_lists
from kinfold.web.people.models import Person

PREGNANCY = timedelta(weeks=40)
"""From the first day that is counted to the due date."""


def bb1_is_expected(person: Person) -> bool:
    """This child is born. Preparing for a birth is for a child who is not born yet."""
    return person.unborn and person.expected_on is not None


def bb2_topic_is_known(topic: str) -> bool:
    """Choose what you talked about."""
    return topic in code_lists.labels("birth_talk")


def bb3_says_with_whom(with_whom: Collection[str]) -> bool:
    """Choose with whom you talked."""
    return bool(with_whom) and set(with_whom) <= set(code_lists.labels("birth_talk_with"))


def bb4_day_fits(on: date, expected_on: date | None, today: date) -> bool:
    """The day must be within this pregnancy or since, and not in the future."""
    return on <= today and (expected_on is None or on >= expected_on - PREGNANCY)


def bb5_plan_is_known(plan: str) -> bool:
    """Choose which plan it is."""
    return plan in code_lists.labels("birth_plan")


def bb6_plan_says_what_happens(words: str) -> bool:
    """Say what happens at the birth and in the first days, and who does it."""
    return bool(words.strip())


def bb7_plan_comes_before_the_birth(on: date, born_on: date | None) -> bool:
    """The child was born before this day. A plan made afterwards is the family’s plan, on its own page."""
    return born_on is None or on <= born_on
