"""Pupils who miss school or move between schools."""

from collections.abc import Iterator

from tests.indicators.oracles.asked import Asked, Noted, Oracle, dated, of_child


def below_half(asked: Asked, led_by: tuple[str, ...]) -> Iterator[Noted]:
    for row, on in dated(asked, "low_attendance", "term_ended_on"):
        missed = row["sessions_possible"] - row["sessions_attended"]  # type: ignore[operator]
        if missed > row["sessions_possible"] / 2:  # type: ignore[operator]
            yield Noted(row["person_id"], of_child(asked, row["person_id"], on), row["lead_professional"] in led_by)


def managed_moves(asked: Asked) -> Iterator[Noted]:
    for row, on in dated(asked, "managed_moves", "agreed_on"):
        if row["panel"] == "inclusion_support_panel":
            yield Noted(row["person_id"], of_child(asked, row["person_id"], on))


ORACLES: dict[str, Oracle] = {
    "attendance.below_half_with_lead": lambda asked: below_half(asked, ("school", "early_help", "social_care")),
    "attendance.below_half_led_by_school": lambda asked: below_half(asked, ("school",)),
    "attendance.below_half_led_by_early_help": lambda asked: below_half(asked, ("early_help",)),
    "attendance.managed_moves": managed_moves,
}
