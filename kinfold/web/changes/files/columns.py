"""The columns of a file of changes: a line for each change. Declared once, for the reader, the page and the manual."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kinfold.web.core.cells import FORMULA, Wrong, day, number, one_of, text

SCHOOL, SURGERY, ADDRESS = "school", "surgery", "address"
_WHAT = {
    "school": SCHOOL, "nursery": SCHOOL, "college": SCHOOL, "surgery": SURGERY, "gp": SURGERY, "gp surgery": SURGERY,
    "doctor": SURGERY, "address": ADDRESS, "home": ADDRESS,
}  # fmt: skip
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")


@dataclass(frozen=True)
class Column:
    name: str
    words: str
    read: Callable[[str], Any]
    needed: bool = False


def plain(longest: int) -> Callable[[str], str]:
    """Words, and no formula of a spreadsheet."""
    read_text = text(longest)

    def read(said: str) -> str:
        if said.startswith(FORMULA):
            raise Wrong("This begins like a formula of a spreadsheet. Write the words alone")
        return " ".join(read_text(said).split())

    return read


def what(said: str) -> str:
    if said and said.lower() not in _WHAT:
        raise Wrong("is none of school, surgery and address", said=said[:30])
    return _WHAT.get(said.lower(), "")


def postcode(said: str) -> str:
    """Capitals without a gap, as addresses are kept."""
    bare = "".join(said.upper().split())
    if bare and not _POSTCODE.fullmatch(bare):
        raise Wrong("is not a postcode", said=said[:15])
    return bare


COLUMNS = (
    Column("nhs_number", "NHS number. Give this, or the unique pupil number, or both", number("nhs_number")),
    Column("upn", "Unique pupil number", number("upn")),
    Column("born_on", "Date of birth", day, needed=True),
    Column("surname", "Last name, to make sure who it is", plain(255), needed=True),
    Column("what", "What changed: school, surgery or address", what, needed=True),
    Column("place_number", "The new school’s number (URN), or the new surgery’s code", plain(20)),
    Column("place_name", "The new school’s or surgery’s name, where its number is not known", plain(200)),
    Column("line_1", "The new address: building and street", plain(200)),
    Column("line_2", "Its second line", plain(200)),
    Column("town", "Its town or city", plain(100)),
    Column("postcode", "Its postcode", postcode),
    Column("ward", "Its ward, for a home in the city", one_of("ward")),
    Column("from_day", "The first day there", day),
    Column("left_on", "The day they left the one before, if that was earlier. If they left a school or surgery and "
           "it is not known where to, give this and no first day", day),
)  # fmt: skip
HOME = ("line_1", "line_2", "town", "postcode", "ward")
PLACE = ("place_number", "place_name")
