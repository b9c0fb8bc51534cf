"""Numbers for the demonstration's returns: invented, coherent within a return, and called invented in every note."""

from collections.abc import Mapping, Sequence
from random import Random

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.gathering import Box, boxes_of
from kinfold.indicators.gathering.boxes import Part

NOTE = "Invented for the demonstration."

_SHARES: Mapping[str, float] = {
    "attendance.sessions_attended": 0.925,
    "attendance.persistent_absence": 0.21,
    "attendance.severe_absence": 0.03,
    "attendance.health_absence": 0.034,
    "looked_after.sessions_attended": 0.91,
    "inclusion.suspensions": 0.045,
    "inclusion.permanent_exclusions": 0.0004,
    "youth_justice.custody_rate": 0.0001,
    "youth_justice.looked_after_offending": 0.03,
    "mental_health.inappropriate_referrals": 0.27,
}
"""Out of one; whatever is not here is about two thirds."""
_MEANS: Mapping[str, float] = {"duration": 14, "score": 13}
_OUT_OF: Mapping[str, int] = {
    "attendance.sessions_attended": 2_600_000,
    "attendance.persistent_absence": 26_000,
    "attendance.severe_absence": 26_000,
    "attendance.health_absence": 2_600_000,
    "inclusion.suspensions": 26_500,
    "inclusion.permanent_exclusions": 26_500,
    "looked_after.sessions_attended": 34_000,
    "youth_justice.custody_rate": 19_000,
    "send.in_local_mainstream": 4_900,
    "send.plans_with_a_place": 1_900,
}
_COUNTS: Mapping[str, int] = {"looked_after.high_cost_spend": 1_900_000, "send.plans": 2_050}


def typed(one: Gathered, period: str) -> dict[str, str]:
    """What is typed into every box of an indicator; the same period always gives the same."""
    steady, chance = Random(one.key), Random(f"{one.key} {period}")
    places = {"": ("",)} | dict(one.breakdowns)
    numbers: dict[str, int] = {}
    if not one.numerator:
        whole = _near(_COUNTS.get(one.key, steady.randint(6, 60)), chance)
        for by, groups in places.items():
            _put(numbers, by, groups, "value", _split(whole, _weights(groups, Random(f"{one.key} {by}"))))
    else:
        out_of = _near(_OUT_OF.get(one.key, steady.randint(80, 320)), chance, by=0.03)
        level = _MEANS.get(one.kind, 0) or _SHARES.get(one.key, 0.66)
        counted = min(round(out_of * level * chance.uniform(0.94, 1.06)), out_of if one.kind == "share" else 10**9)
        for by, groups in places.items():
            denominators = _split(out_of, _weights(groups, Random(f"{one.key} {by}")))
            _put(numbers, by, groups, "denominator", denominators)
            _put(numbers, by, groups, "numerator", _split(counted, denominators))
    return {box.name: str(numbers[box.name]) for box in boxes_of(one)}


def _near(usual: int, chance: Random, by: float = 0.15) -> int:
    return max(0, round(usual * chance.uniform(1 - by, 1 + by)))


def _weights(groups: Sequence[str], steady: Random) -> list[int]:
    """Groups of nobody in particular are small."""
    return [1 if group.startswith(("Not known", "Other")) else steady.randint(4, 16) for group in groups]


def _split(whole: int, weights: Sequence[int]) -> list[int]:
    """Whole numbers in proportion to the weights, which add up to the whole; none more than its share rounded up."""
    total = sum(weights) or 1
    shares = [whole * weight / total for weight in weights]
    parts = [int(share) for share in shares]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - shares[place])
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return parts


def _put(numbers: dict[str, int], by: str, groups: Sequence[str], part: Part, parts: Sequence[int]) -> None:
    for group, number in zip(groups, parts, strict=True):
        numbers[Box("", by, group, part).name] = number
