"""Addresses in streets that no city has, under postcodes that have never been given out."""

import numpy as np
import pyarrow as pa

from kinfold.city.columns import codes, every, joined
from kinfold.city.draws import Ints
from kinfold.city.portrait import WARDS

_STEMS_IN_ONE = (
    "Anchor Barnacle Beacon Bowline Bulwark Capstan Caulker Chandler Compass Copperbolt Coxswain Cutlass Dolphin "
    "Driftwood Ensign Fathom Ferryman Figurehead Foghorn Foretop Frigate Galley Gannet Gunwale Halyard Hawser "
    "Helm Jetty Keel Kittiwake Lantern Lookout Mainsail Mallard Mizzen Mooring Oakum Osprey Pintail Plover "
    "Quarterdeck Ratline Rigger Rowlock Saltmarsh Samphire Sandpiper Schooner Sextant Shingle Shipwright "
    "Spindrift Spinnaker Tern Tidemill Tiller Topgallant Whelk Windlass Yardarm "
)
_STEMS = _STEMS_IN_ONE.split()
_ENDINGS = (
    "Road",
    "Street",
    "Avenue",
    "Close",
    "Grove",
    "Terrace",
    "Lane",
    "Gardens",
    "Way",
    "Walk",
    "Drive",
    "Crescent",
)
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"
_FIRST_DISTRICT = 81


def addresses(rng: np.random.Generator, wards: Ints) -> tuple[pa.Array, pa.Array]:
    """The address object and the postcode of each home. Districts 81 and up do not exist in the PO area."""
    count = len(wards)
    streets_a_ward = len(_STEMS) * len(_ENDINGS) // len(WARDS)
    street_number = rng.integers(0, streets_a_ward, count) * len(WARDS) + wards
    street = codes([f"{stem} {ending}" for ending in _ENDINGS for stem in _STEMS], street_number)
    house_number = rng.integers(1, 241, count)
    flat_number = _flats(street_number * 241 + house_number)
    house = codes([str(number) for number in range(241)], house_number)
    flat = codes(["", *(str(number) for number in range(1, int(flat_number.max(initial=0)) + 1))], flat_number)
    text = joined(
        every('{"ROOM": "", "FLOOR": "", "FLAT": "', count), flat, every('", "BUILDING": "", "HOUSE": "', count), house,
        every('", "STREET": "', count), street,
        every('", "TOWN": "Portsmouth", "UPRN": "", "EASTING": "", "NORTHING": ""}', count),
    )  # fmt: skip
    inward = [f"{digit}{one}{two}" for digit in range(1, 10) for one in _INWARD for two in _INWARD]
    outward = [f"PO{_FIRST_DISTRICT + ward}" for ward in range(len(WARDS))]
    return text, joined(codes(outward, wards), codes(inward, street_number * 7 % len(inward)))


def _flats(house: Ints) -> Ints:
    """Homes at one house are its flats, numbered from 1, so that no two homes have one address; a house alone has 0."""
    order = np.argsort(house, kind="stable")
    _, first, homes = np.unique(house[order], return_index=True, return_counts=True)
    numbers = np.arange(len(house)) - np.repeat(first, homes) + 1
    flats = np.empty(len(house), np.int64)
    flats[order] = np.where(np.repeat(homes, homes) > 1, numbers, 0)
    return flats
