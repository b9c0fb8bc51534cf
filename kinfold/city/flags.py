"""The standard's objects of Y/N flags, as JSON with every key present."""

import json
from collections.abc import Iterable

from kinfold.practice.code_lists import code_list

_HOW_MANY, _WORDS = "TOTAL_NO_OF_OUTCOMES", ("COMMENTS", "OUTCOME_COMMENTS")


def flag_objects(name: str, raised: Iterable[Iterable[str]]) -> list[str]:
    """One object of the list `name` for each set of raised flags. A list with a key for how many has it filled in."""
    return [json.dumps(_flags(name, set(flags))) for flags in raised]


def _flags(name: str, raised: set[str]) -> dict[str, str | int]:
    flags: dict[str, str | int] = {}
    for flag in (each.code for each in code_list(name)):
        if flag == _HOW_MANY:
            flags[flag] = len(raised)
        elif flag in _WORDS:
            flags[flag] = ""
        else:
            flags[flag] = "Y" if flag in raised else "N"
    if unknown := raised - set(flags):
        raise KeyError(f"{name} has no flag {', '.join(sorted(unknown))}")
    return flags
