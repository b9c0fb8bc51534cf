"""What holds for decisions of how an indicator is read; each docstring is the message that a person reads."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from kinfold.web.insight.models import Ruling


def ru1_begins_with_a_quarter_that_can_be_cut(starts_on: date, quarters: Collection[date]) -> bool:
    """Choose a quarter from the list."""
    return starts_on in quarters


def ru2_says_why_and_who(words: str, decided_by: str) -> bool:
    """Say in words what was decided and who decided it."""
    return bool(words.strip() and decided_by.strip())


def ru3_is_not_in_the_future(decided_on: date, today: date) -> bool:
    """The day of the decision must be today or earlier."""
    return decided_on <= today


def ru4_is_reached_after_it_begins(starts_on: date, reach_by: date | None) -> bool:
    """The target must begin before the day by which it is to be reached."""
    return reach_by is None or starts_on < reach_by


def ru5_can_be_reached(value: Decimal | None, is_share: bool) -> bool:
    """Enter the target as a number. A percentage is from 0 to 100."""
    return value is not None and (not is_share or value <= 100)


def ru6_stands(ruling: Ruling) -> bool:
    """This decision is withdrawn already."""
    return ruling.withdrawn_at is None


def ru7_says_why_it_is_withdrawn(because: str) -> bool:
    """Say why it no longer holds."""
    return bool(because.strip())


def ru8_is_of_a_kind_that_it_can_have(kind: str, kinds: Collection[str]) -> bool:
    """This cannot be decided of this indicator."""
    return kind in kinds


def ru9_begins_on_a_day_of_its_own(starts_on: date, taken: Collection[date]) -> bool:
    """There is one from this quarter already. Change that one, or withdraw it."""
    return starts_on not in taken


def ru10_is_a_new_list(new: bool) -> bool:
    """This file has been loaded already."""
    return new
