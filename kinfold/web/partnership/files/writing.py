"""From a value to the text of its file: the same value, the same text, so that files compare line by line."""

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any

from kinfold.web.partnership.files.reading import FORMAT
from kinfold.web.partnership.files.values import Held


def write(value: Held) -> str:
    """TOML that `reading.read` gives back as the same value. What is at its default is left out."""
    head = [f"format = {_said(FORMAT)}", f"holds = {_said(value.holds)}"]
    return "\n".join([*head, *_table(value, ())]) + "\n"


def _table(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    own = [(one.name, getattr(value, one.name)) for one in fields(value) if getattr(value, one.name) != _default(one)]
    for name, said in own:
        if not _is_tables(said):
            yield from _pair(name, said)
    for name, said in own:
        if _is_tables(said):
            for one in said:
                yield ""
                yield f"[[{'.'.join((*path, name))}]]"
                yield from _table(one, (*path, name))


def _is_tables(said: Any) -> bool:
    return isinstance(said, tuple) and bool(said) and is_dataclass(said[0])


def _pair(name: str, said: Any) -> Iterator[str]:
    if isinstance(said, tuple) and len(line := f"{name} = {_said(said)}") > 110:
        yield f"{name} = ["
        yield from (f"    {_said(one)}," for one in said)
        yield "]"
    elif isinstance(said, tuple):
        yield line
    else:
        yield f"{name} = {_said(said)}"


def _said(said: Any) -> str:
    if isinstance(said, bool):
        return "true" if said else "false"
    if isinstance(said, date):
        return said.isoformat()
    if isinstance(said, tuple):
        return f"[{', '.join(map(_said, said))}]"
    if is_dataclass(said):
        inside = ((one.name, getattr(said, one.name)) for one in fields(said))
        return "{ " + ", ".join(f"{name} = {_said(own)}" for name, own in inside if own is not None) + " }"
    if isinstance(said, int):
        return str(said)
    return json.dumps(said, ensure_ascii=False).replace("\x7f", "\\u007f")  # JSON's strings are TOML's, but for this


def _default(one: Field[Any]) -> Any:
    if one.default is not MISSING:
        return one.default
    return one.default_factory() if one.default_factory is not MISSING else _NEVER


_NEVER = object()
