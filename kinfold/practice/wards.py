"""How deprived each ward is: the published share of its children in poverty, and the partnership's bands of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from kinfold.practice import code_lists
from kinfold.practice.dated import PracticeDataFault, read_text

_CERTAIN = 100


@dataclass(frozen=True)
class Wards:
    """`percent` is of the ward's children. `bands` has the wards of each band by its name, the most deprived first."""

    measure: str
    year: int
    source: str
    percent: Mapping[str, int]
    bands: Mapping[str, tuple[str, ...]]

    def band_of(self, ward: str) -> str | None:
        """None for a ward of which nothing is published."""
        return next((band for band, wards in self.bands.items() if ward in wards), None)


def read_wards(text: str) -> Wards:
    """Refused where a ward has no share, or the bands are not percentages that rise."""
    said: dict[str, Any] = tomllib.loads(text)
    percent, steps = said["percent"], said["bands"]
    known = [code.code for code in code_lists.code_list("ward")]
    if sorted(percent) != sorted(known):
        differ = sorted(set(percent) ^ set(known))
        raise PracticeDataFault(f"wards.toml: the wards are not those of the code list: {', '.join(differ)}.")
    if any(not 0 <= share <= _CERTAIN for share in percent.values()):
        raise PracticeDataFault("wards.toml: a share of children is between 0 and 100.")
    if not steps or sorted(set(steps)) != steps or not 0 < steps[0] <= steps[-1] <= _CERTAIN:
        raise PracticeDataFault("wards.toml: bands are percentages between 1 and 100, lowest first.")
    falling = [_CERTAIN + 1, *reversed(steps), 0]
    bands = {
        _named(low, above): tuple(ward for ward in known if low <= percent[ward] < above)
        for above, low in pairwise(falling)
    }
    return Wards(said["measure"], said["year"], said["source"], MappingProxyType(percent), MappingProxyType(bands))


def _named(low: int, above: int) -> str:
    if not low:
        return f"under {above}%"
    return f"{low}% or more" if above > _CERTAIN else f"{low}% to {above - 1}%"


WARDS = read_wards(read_text("wards.toml"))
