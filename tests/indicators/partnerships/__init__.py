"""A whole partnership made by chance: the first thread with care, other tables from their declarations."""

import random

from kinfold.dataset.tables import TABLES
from kinfold.indicators.engine.reading import COUNTED
from tests.indicators.partnerships import thread
from tests.indicators.partnerships.anything import add_rows, fill_rows
from tests.indicators.partnerships.chance import KNOWN_TO, Row, Tables

__all__ = ["KNOWN_TO", "Row", "Tables", "partnership"]

_MOST = 14


def partnership(chance: random.Random) -> Tables:
    tables = thread.partnership(chance)
    counted = [declared for declared in TABLES if declared.name in COUNTED]
    for declared in counted:
        if declared.name not in thread.MADE:
            add_rows(chance, tables, declared, _MOST)
    for declared in counted:
        fill_rows(chance, tables, declared)
    return tables
