"""The columns of a file of contacts: a line for each child. Declared once, for the reader, the page and the manual."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kinfold.practice import code_lists, identifiers
from kinfold.web.core.forms.dates import EARLIEST, LATEST

MOST_BYTES = 10 * 1024 * 1024
MOST_LINES = 10_000
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False, "": None}
_TELEPHONE = re.compile(r"[0-9 +()-]{3,40}")
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # nor what turns writing round


class Wrong(ValueError):
    """What a cell says cannot be; the message is for whoever sends it."""


@dataclass(frozen=True)
class Column:
    """``of`` says whether it is of the notification, and the same on each of its lines, or of the one child."""

    name: str
    words: str
    of: Literal["notification", "child"]
    read: Callable[[str], Any]
    needed: bool = False


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
        raise Wrong(f"“{said[:30]}” is not a day. Write it like 2019-03-27 or 27/03/2019") from None
    if not EARLIEST <= read <= LATEST:
        raise Wrong(f"The year must be between {EARLIEST.year} and {LATEST.year}")
    return read


def yes_no(said: str) -> bool | None:
    if said.lower() not in _YES_NO:
        raise Wrong(f"“{said[:30]}” is neither yes nor no")
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
        raise Wrong(f"“{said[:40]}” is not known here. Write one of: {', '.join(labels.values())}")
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
        raise Wrong(f"“{said[:40]}” is not a telephone number")
    return said


def email(said: str) -> str:
    if said and (len(said) > 254 or not _EMAIL.fullmatch(said)):
        raise Wrong(f"“{said[:40]}” is not an e-mail address")
    return said


COLUMNS = (
    Column("reference", "Your own number for it, such as the incident’s. Children at one home under one number are one "
           "contact; the same line sent again is not taken in again", "notification", text(60), needed=True),
    Column("happened_on", "The day it happened", "notification", day),
    Column("domestic_abuse", "Yes or no: was it domestic abuse?", "notification", yes_no),
    Column("risk", "As your agency graded it: standard, medium or high", "notification", one_of("incident_risk")),
    Column("conference_on", "The day of the high-risk (MARAC) conference, if there is one", "notification", day),
    Column("what_happened", "What happened, in your words", "notification", text(20_000), needed=True),
    Column("strengths", "What is going well for the child", "notification", text(5_000)),
    Column("immediate_danger", "Yes where a child is in danger now. Ring 999 first", "notification", yes_no),
    Column("parents_told", "Do the parents or carers know that you tell the MASH? Yes, no or not known",
           "notification", known_yes_no),
    Column("telling_puts_at_risk", "If they do not: would telling them put somebody at risk? Yes or no",
           "notification", yes_no),
    Column("not_told_reason", "If they do not: why", "notification", text(2_000)),
    Column("not_told_agreed_by", "If telling them is a risk: who agreed not to", "notification", text(200)),
    Column("sender_name", "Who in your agency can be asked about it", "notification", text(200), needed=True),
    Column("sender_post", "Their post", "notification", text(200)),
    Column("sender_telephone", "Their telephone", "notification", telephone),
    Column("sender_email", "Their e-mail address", "notification", email),
    Column("child_forename", "First name, or what is known: “boy, about 6”", "child", text(255), needed=True),
    Column("child_surname", "Last name", "child", text(255)),
    Column("child_born_on", "Date of birth", "child", day),
    Column("child_age", "About how old, if the date of birth is not known", "child", text(40)),
    Column("child_sex", "Girl, boy or not known", "child", one_of("sex", girl="F", boy="M", not_known="U")),
    Column("child_address", "Where the child lives, without the postcode", "child", text(1_000)),
    Column("child_postcode", "Postcode", "child", text(15)),
    Column("child_school", "School, nursery or college", "child", text(200)),
    Column("child_parents", "Who looks after the child", "child", text(1_000)),
    Column("child_nhs_number", "NHS number", "child", number("nhs_number")),
    Column("child_upn", "Unique pupil number", "child", number("upn")),
    Column("child_worries", "What you are worried about, with “;” between several", "child", some_of("worry"),
           needed=True),
    Column("child_words", "What the child said, in their words", "child", text(5_000)),
)  # fmt: skip
BY_NAME = {column.name: column for column in COLUMNS}
WHY_NOT = "why_not"  # the column that Kinfold adds to lines it gives back; it is read past
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(words: str) -> str:
    """What somebody else wrote must not run as a formula where the file is opened."""
    return f"'{words}" if words.startswith(FORMULA) else words


def as_written(words: str) -> str:
    """The same, come back."""
    return words[1:] if words.startswith("'") and words[1:].startswith(FORMULA) else words
