"""Addresses and schooling; what could lead to a confidential address belongs to the sealed record that guards it."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps.stays import ROW

ADDRESSES = TableMap(
    "addresses",
    "people.Address",
    {
        "address_id": "id",
        "person_id": "person",
        "kind": "kind",
        "moved_in_on": "started_on",
        "moved_out_on": "ended_on",
        "postcode": "postcode",
        "address": "further",
    },
)
ADDRESS_DETAILS = TableMap(
    "address_details",
    "people.Address",
    {"address_id": "id", "ward": "ward", "confidential": "confidential"},
    adds_to="addresses",
)
SCHOOLING = TableMap(
    "schooling",
    "people.Schooling",
    {
        "schooling_id": "id",
        "person_id": "person",
        "setting_id": "setting",
        "started_on": "started_on",
        "ended_on": "ended_on",
    },
)


def _line(key: str) -> str:
    return f"coalesce(json_extract_string(addresses.address, '$.{key}'), '')"


LOADS = (
    ModelLoad(
        "people.Address",
        (ADDRESSES, ADDRESS_DETAILS),
        computed={
            "record": "coalesce((SELECT held.sealed_id FROM sealed_addresses held WHERE held.person_id = "
            "addresses.person_id AND address_details.confidential), (SELECT min(door.sealed_id) FROM sealed_doors door "
            "JOIN person_records held USING (record_id) WHERE held.person_id = addresses.person_id "
            "AND door.address = addresses.address), (SELECT held.record_id FROM person_records held "
            "WHERE held.person_id = addresses.person_id))",
            "line_1": f"trim(concat_ws(' ', {_line('HOUSE')}, {_line('STREET')}))",
            "town": _line("TOWN"),
            "uprn": _line("UPRN"),
        },
        stays={**ROW, "line_2": "part of the address object"},
    ),
    ModelLoad(
        "people.Schooling",
        (SCHOOLING,),
        computed={
            "record": "coalesce((SELECT held.sealed_id FROM sealed_addresses held WHERE held.person_id = "
            "schooling.person_id), (SELECT held.record_id FROM person_records held WHERE held.person_id = "
            "schooling.person_id))"
        },
        stays=ROW,
    ),
)
