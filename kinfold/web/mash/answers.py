"""A draft's answers, kept as they were typed: pages, boxes, and children one by one."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict

from kinfold.web.core.forms.text import clean_line
from kinfold.web.core.ids import new_id

Typed = Mapping[str, Iterable[str]]
MOST_CHILDREN = 20
MOST_CHARACTERS = 100_000  # of one box: what no person types by hand
LONGEST_NAME_SHOWN = 100
_NOT_KEPT = {"csrfmiddlewaretoken", "then"}


class Answers:
    """Reads and changes the JSON of one draft; nothing here is checked, so nothing that was typed is refused."""

    def __init__(self, kept: dict[str, Any]) -> None:
        self.kept = kept
        kept.setdefault("told", {})
        kept.setdefault("children", [])

    @classmethod
    def blank(cls, *, for_caller: bool) -> "Answers":
        return cls({"for_caller": for_caller})

    @property
    def for_caller(self) -> bool:
        """The hub writes down what somebody else says."""
        return bool(self.kept.get("for_caller"))

    @property
    def parents_do_not_know(self) -> bool:
        typed = self.typed("parents")
        return typed is not None and typed.get("informed") == "no"

    @property
    def is_blank(self) -> bool:
        return not self.kept["told"] and not self.kept["children"]

    @property
    def children(self) -> list[str]:
        """The children's keys, in the order in which they were added."""
        return [child["key"] for child in self.kept["children"]]

    def typed(self, page: str, child: str = "") -> MultiValueDict[str, str] | None:
        """What was typed on a page, as a form takes it; None where the page was never opened."""
        held = self._pages(child).get(page)
        return None if held is None else MultiValueDict({name: list(values) for name, values in held.items()})

    def keep(self, page: str, typed: Typed, child: str = "") -> None:
        """Takes the place of what was typed on the page before."""
        self._pages(child)[page] = {
            _storable(name): [_storable(value) for value in values]
            for name, values in typed.items()
            if name not in _NOT_KEPT
        }

    def add_child(self) -> str:
        """The new child's key; where as many as a form may hold are there, the last one's."""
        if len(self.kept["children"]) < MOST_CHILDREN:
            self.kept["children"].append({"key": new_id().hex[-10:], "told": {}})
        return str(self.kept["children"][-1]["key"])

    def remove_child(self, child: str) -> None:
        self.kept["children"] = [held for held in self.kept["children"] if held["key"] != child]

    @property
    def names(self) -> tuple[str, ...]:
        """Of the children who have one yet."""
        return tuple(name for child in self.children if (name := self._typed_name(child)))

    def name_of(self, child: str) -> str:
        """The name so far, for headings and links."""
        return self._typed_name(child) or f"Child {self.children.index(child) + 1}"

    def first_name_of(self, child: str) -> str:
        """As it stands inside a sentence; a name without end is cut."""
        typed: Mapping[str, str] = self.typed("child", child) or {}
        return _name(typed.get("forename", "")) or "the child"

    def _typed_name(self, child: str) -> str:
        typed: Mapping[str, str] = self.typed("child", child) or {}
        return " ".join(filter(None, (_name(typed.get(part, "")) for part in ("forename", "surname"))))

    def _pages(self, child: str) -> dict[str, Any]:
        if not child:
            return self.kept["told"]
        return next(held["told"] for held in self.kept["children"] if held["key"] == child)


def _name(typed: str) -> str:
    name = clean_line(typed)
    return name if len(name) <= LONGEST_NAME_SHOWN else f"{name[:LONGEST_NAME_SHOWN]}…"


def _storable(value: str) -> str:
    """PostgreSQL keeps every character but one."""
    return value.replace("\x00", "")[:MOST_CHARACTERS]
