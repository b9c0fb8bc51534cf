"""Tables and links as the manual's pages write them."""

from collections.abc import Iterable

WRITTEN_BY = "<!-- Written by `make reference` from the definitions; do not edit by hand. -->"


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    body = [heads, tuple("---" for _ in heads), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in body]


def room_of(key: str) -> str:
    return key.partition(".")[0]


def link(key: str, title: str) -> str:
    """To an indicator's heading on its room's page; the heading is its key, which never changes."""
    return f"[{title}]({room_of(key).replace('_', '-')}.md#{key.replace('.', '')})"
