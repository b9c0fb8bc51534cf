"""What holds for the strategy's actions; each docstring is the message that a person reads."""

from datetime import date


def pa1_says_where_it_stands(note: str) -> bool:
    """Say in the note what has been done, or what stands in the way."""
    return bool(note.strip())


def pa2_not_in_the_future(as_at: date, today: date) -> bool:
    """The day must be today or earlier."""
    return as_at <= today


def pa3_not_before_the_last_word(as_at: date, updated_on: date | None) -> bool:
    """There is a newer update: the day must not be before it."""
    return updated_on is None or as_at >= updated_on
