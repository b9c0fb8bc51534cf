"""What holds for strategies and boards; each docstring is the message that a person reads."""

from collections.abc import Collection
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


def pa4_is_theirs_to_update(theirs: bool) -> bool:
    """Only its owner, the board that answers for it and the business unit say where it stands."""
    return theirs


def pa5_says_what_it_is(title: str) -> bool:
    """Say what it is."""
    return bool(title.strip())


def pa6_number_is_free(number: str, taken: Collection[str]) -> bool:
    """There is one of this number already."""
    return number not in taken


def pa7_ends_after_it_begins(starts_on: date | None, ends_on: date | None) -> bool:
    """The last day must not be before the first."""
    return starts_on is None or ends_on is None or ends_on >= starts_on


def bo1_support_is_ones_own_to_give(gives: bool) -> bool:
    """Another team looks after this board, and only that team can hand it over."""
    return gives


def bo2_board_is_looked_after(looked_after: bool) -> bool:
    """Say first which team looks after this board."""
    return looked_after


def bo3_seat_is_open(ended_on: date | None) -> bool:
    """This seat has already ended."""
    return ended_on is None


def bo4_post_sits_once(post: str, sitting: Collection[str]) -> bool:
    """This post already sits on the board."""
    return post not in sitting


def bo5_has_duties(count: int) -> bool:
    """No report is asked of this board, so there is nothing to plan."""
    return count > 0


def bo6_meeting_was_held(held_on: date | None) -> bool:
    """Decisions are written down once the meeting has been held."""
    return held_on is not None


def bo7_not_yet_delivered(still_due: bool) -> bool:
    """This report was already delivered or is no longer asked for."""
    return still_due
