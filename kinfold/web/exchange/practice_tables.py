"""The values in force and the working days, as tables that travel with the dataset."""

from datetime import date

import pyarrow as pa

from kinfold.dataset.tables import table as declared
from kinfold.practice import in_force, working_days
from kinfold.web.local import selectors as local


def practice(today: date) -> pa.Table:
    """Every timescale and setting as this partnership has set it."""
    found = in_force.rows(local.values(today))
    return pa.table(
        {
            "key": [row.key for row in found],
            "value": [row.value for row in found],
            "valid_from": [row.valid_from for row in found],
            "valid_to": [row.valid_to for row in found],
            "source": [row.source for row in found],
            "local": ["Y" if row.local else "N" for row in found],
        },
        schema=declared("practice").schema_in_code,
    )


def calendar(today: date) -> pa.Table:
    """Each day that practice knows, and whether it is worked."""
    days = working_days.calendar()
    return pa.table(
        {"day": [day for day, _ in days], "working_day": ["Y" if worked else "N" for _, worked in days]},
        schema=declared("calendar").schema_in_code,
    )
