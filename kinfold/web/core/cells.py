"""The cells of a file that somebody sends: read strictly, refused in words that its sender can act on."""

import re
from collections.abc import Callable
from datetime import date

from kinfold.practice import code_lists, identifiers
from kinfold.web.core.forms.dates import EARLIEST, LATEST

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False, "": None}
_TELEPHONE = re.compile(r"[0-9 +()-]{3,40}")
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # nor what turns writing round
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Wrong(ValueError):
    """What a cell says cannot be; the message is for whoever sends it. ``unquoted`` is the same without what it says,
    for where that may not be kept."""

    def __init__(self, words: str, *, said: str = "") -> None:
        super().__init__(f"“{said}” {words}" if said else words)
        self.unquoted = f"This {words}" if said else words


def text(longest: int) -> Callable[[str], str]:
    def read(said: str) -> str:
        if len(said) > longest:
            raise Wrong(f"This has {len(said):,} characters. The longest that can be kept is {longest:,}")
        if _CONTROL.search(said):
            raise Wrong("There are characters here that cannot be seen. Type it again")
        return said

    return read


def day(said: str) -> date | None:
    if not said:
        return None
    british = _DAY.fullmatch(said)
    try:
        read = date(*map(int, reversed(british.groups()))) if british else date.fromisoformat(said)
    except ValueError:
        raise Wrong("is not a day. Write it like 2019-03-27 or 27/03/2019", said=said[:30]) from None
    if not EARLIEST <= read <= LATEST:
        raise Wrong(f"The year must be between {EARLIEST.year} and {LATEST.year}")
    return read


def yes_no(said: str) -> bool | None:
    if said.lower() not in _YES_NO:
        raise Wrong("is neither yes nor no", said=said[:30])
    return _YES_NO[said.lower()]


def known_yes_no(said: str) -> str:
    return {True: "yes", False: "no", None: "not_known"}[None if said.lower() == "not known" else yes_no(said)]


def one_of(name: str, **also: str) -> Callable[[str], str]:
    """A code of the list, or its label, however it is capitalised."""

    def read(said: str) -> str:
        return _coded(name, said, also) if said else ""

    return read


def some_of(name: str) -> Callable[[str], tuple[str, ...]]:
    def read(said: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_coded(name, part.strip(), {}) for part in said.split(";") if part.strip()))

    return read


def _coded(name: str, said: str, also: dict[str, str]) -> str:
    labels = code_lists.labels(name)
    spelt = {label.lower(): code for code, label in labels.items()} | {code.lower(): code for code in labels}
    found = (spelt | also).get(said.lower().replace("'", "’")) or (spelt | also).get(said.lower().replace(" ", "_"))
    if found is None:
        raise Wrong(f"is not known here. Write one of: {', '.join(labels.values())}", said=said[:40])
    return found


def number(kind: str) -> Callable[[str], str]:
    def read(said: str) -> str:
        try:
            return identifiers.identifier(kind, said) if said else ""
        except identifiers.ImpossibleIdentifier as impossible:
            raise Wrong(str(impossible)) from None

    return read


def telephone(said: str) -> str:
    if said and not _TELEPHONE.fullmatch(said):
        raise Wrong("is not a telephone number", said=said[:40])
    return said


def email(said: str) -> str:
    if said and (len(said) > 254 or not _EMAIL.fullmatch(said)):
        raise Wrong("is not an e-mail address", said=said[:40])
    return said


def harmless(words: str) -> str:
    """What somebody else wrote must not run as a formula where the file is opened."""
    return f"'{words}" if words.startswith(FORMULA) else words


def as_written(words: str) -> str:
    """The same, come back."""
    return words[1:] if words.startswith("'") and words[1:].startswith(FORMULA) else words
