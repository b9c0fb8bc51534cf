"""Numbers as people type them, read without guessing."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]{1,4})?")
LONGEST = 16


class NotANumber(ValueError):
    """The message goes on from what the box is called: “… must be a number, such as 14”."""


def read_number(typed: str, *, whole: bool) -> Decimal | None:
    """None for an empty box. Thousands may be marked with commas; nothing else may stand beside the number."""
    text = typed.strip().removeprefix("£").strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text) or len(text) > LONGEST:
        raise NotANumber("must be a number, such as 14")
    number = Decimal(text.replace(",", ""))
    if number < 0:
        raise NotANumber("must be 0 or more")
    if whole and number != number.to_integral_value():
        raise NotANumber("must be a whole number, such as 14")
    return number


def plain(number: Decimal | None) -> str:
    """Without trailing noughts or an exponent, as it goes back into a box."""
    if number is None:
        return ""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
