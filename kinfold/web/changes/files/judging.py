"""Whether a change is new, known already, or older than what is recorded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from kinfold.web.changes.files.reading import Change


class Verdict(Enum):
    NEW = "new"
    SAME = "same"
    OLDER = "older"


@dataclass(frozen=True)
class Period:
    """Somebody's time at one place; ``row`` is where it is recorded."""

    place: str
    started_on: date | None
    ended_on: date | None
    row: Any = None

    def since(self, on: date) -> bool:
        return self.started_on is not None and self.started_on >= on


def judge(change: Change, periods: Iterable[Period]) -> Verdict:
    """Of one person's periods of that kind. What was recorded once stays known, however much came after it."""
    known = list(periods)
    if change.from_day is None:
        return _judge_leaving(change, known)
    on = change.from_day
    there = [one for one in known if one.place == change.place]
    if any(one.ended_on is None or one.ended_on > on or one.since(on) for one in there):
        return Verdict.SAME
    if any(one.since(on) or (one.ended_on is not None and one.ended_on > on) for one in known):
        return Verdict.OLDER
    left = change.left_on or on
    return Verdict.OLDER if any(one.ended_on is None and _after(one, left) for one in known) else Verdict.NEW


def now_at(periods: Iterable[Period]) -> Period | None:
    return next((one for one in periods if one.ended_on is None), None)


def after(change: Change, periods: Iterable[Period]) -> list[Period]:
    """The periods once a new change is recorded."""
    left = change.left_on or change.on
    ended = [replace(one, ended_on=left) if one.ended_on is None else one for one in periods]
    return [*ended, Period(change.place, change.from_day, None)] if change.from_day else ended


def _judge_leaving(change: Change, known: list[Period]) -> Verdict:
    left, now = change.on, now_at(known)
    said = [one for one in known if change.place in ("", one.place)]
    if now is None or now not in said or any(one.ended_on == left for one in said):
        return Verdict.SAME
    return Verdict.OLDER if _after(now, left) else Verdict.NEW


def _after(one: Period, on: date) -> bool:
    return one.started_on is not None and one.started_on > on
