"""What an agency is asked for each quarter, and what must hold for its answers: no database, no screen."""

from kinfold.indicators.gathering.asking import asked_in, asked_of, owners_asked
from kinfold.indicators.gathering.boxes import PARTS, Box, boxes_of
from kinfold.indicators.gathering.checking import Fault, Given, check, given
from kinfold.indicators.gathering.numbers import NotANumber, plain, read_number
from kinfold.indicators.gathering.small_numbers import is_small

__all__ = [
    "PARTS", "Box", "Fault", "Given", "NotANumber", "asked_in", "asked_of", "boxes_of", "check", "given", "is_small",
    "owners_asked", "plain", "read_number",
]  # fmt: skip
