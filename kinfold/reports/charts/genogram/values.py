"""What a family's picture is drawn from: people, and what one is to another."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Shape = Literal["man", "woman", "other", "unborn", "through"]  # the last is a line that passes a generation
Manner = Literal["birth", "adopted", "other"]
State = Literal["", "separated", "divorced", "other"]

PARENTS = ("mother", "father", "parent")
ADOPTED = ("adoptive_parent", "foster_carer")  # not by birth, and shown as such
COUPLES: dict[str, State] = {"partner": "", "married": "", "separated": "separated", "divorced": "divorced"}
SIBLINGS = ("sibling", "half_sibling")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Somebody in the picture; ``note`` is a short line under the name, ``home`` the number of where they live."""

    key: str
    name: str
    shape: Shape = "other"
    note: str = ""
    born_on: date | None = None
    died: bool = False
    home: int | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """``other`` is the ``kind`` of ``person``: the mother of, the partner of. ``down`` says of a kind that has no place
    in a family tree whether the other stands a generation above."""

    person: str
    kind: str
    other: str
    down: bool = False


@dataclass(slots=True)
class Couple:
    one: str
    other: str
    state: State = ""


@dataclass(slots=True)
class Descent:
    """Children below the one or two grown-ups whose children they are; brothers and sisters whose parents nobody
    recorded hang on nobody. ``steps`` is the number of generations between."""

    adults: tuple[str, ...]
    manner: Manner = "birth"
    steps: int = 1
    children: list[str] = field(default_factory=list)
