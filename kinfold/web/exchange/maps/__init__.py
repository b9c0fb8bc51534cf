"""Every table's map, in the order in which rows must be loaded."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps import agencies, deadlines, early_help, front_door, people, places, social_care

LOADS: tuple[ModelLoad, ...] = (
    *agencies.LOADS,
    *people.LOADS,
    *places.LOADS,
    *front_door.LOADS,
    *social_care.LOADS,
    *early_help.LOADS,
)

MAPS: dict[str, TableMap] = {
    table_map.table: table_map for table_map in (*(each for load in LOADS for each in load.maps), deadlines.DEADLINES)
}
"""By the dataset's table name."""
