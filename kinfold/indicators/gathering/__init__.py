"""What an agency is asked for each quarter, and what must hold for its answers: no database, no screen."""

from kinfold.indicators.gathering.asking import asked_of, owners_asked
from kinfold.indicators.gathering.boxes import PARTS, Box, boxes_of
from kinfold.indicators.gathering.checking import Fault, Given, check, given
from kinfold.indicators.gathering.numbers import NotANumber, plain, read_number

__all__ = [
    "PARTS", "Box", "Fault", "Given", "NotANumber", "asked_of", "boxes_of", "check", "given", "owners_asked", "plain",
    "read_number",
]  # fmt: skip
