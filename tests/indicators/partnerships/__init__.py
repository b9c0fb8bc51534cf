"""A whole partnership made by chance: the first thread with care, other tables from their declarations."""

import random

from kinfold.dataset.tables import TABLES
from kinfold.indicators.engine.reading import COUNTED
from tests.indicators.partnerships import thread
from tests.indicators.partnerships.anything import add_rows
from tests.indicators.partnerships.chance import KNOWN_TO, Row, Tables

__all__ = ["KNOWN_TO", "Row", "Tables", "partnership"]

_MOST = 14


def partnership(chance: random.Random) -> Tables:
    tables = thread.partnership(chance)
    for declared in TABLES:
        if declared.name in COUNTED and declared.name not in thread.MADE:
            add_rows(chance, tables, declared, _MOST)
    return tables
