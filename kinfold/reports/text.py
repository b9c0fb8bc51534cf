"""Makes any text safe to write in every kind of file, before it becomes part of a value."""

import unicodedata

# Overrides and embeddings turn the reading order of what follows them, which can make a name read as another.
_DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT_CONTROLS = frozenset("\n\t")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def clean(text: str) -> str:
    """Without control characters, halves of characters and direction overrides: Word and PDF refuse or obey them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in text if _may_stay(character))


def _may_stay(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    if character in _DIRECTION_OVERRIDES or character in "\ufffe\uffff":
        return False
    return unicodedata.category(character) not in {"Cc", "Cs"}


def never_a_formula(text: str) -> str:
    """As it is safe in a cell of a CSV: a spreadsheet would work out what begins like a formula."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def paragraphs(text: str) -> tuple[str, ...]:
    """The parts between blank lines, without empty ones."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is Arabic, Hebrew or of another script read from the right.

    What `isolated` has set apart does not count, as in Unicode's own rule.
    """
    apart = 0
    for character in text:
        apart += (character == "\u2068") - (character == "\u2069")
        direction = "" if apart else unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def isolated(text: str) -> str:
    """A name to set among other words: read from the right, it may not carry the date beside it along."""
    return f"\u2068{text}\u2069" if reads_right_to_left(text) else text


def shortened(text: str, length: int) -> str:
    """At most `length` characters, the last an ellipsis where something was left off; for pictures only."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: max(length - 1, 0)].rstrip() + "…"
