"""The manual's pages on indicators, written by the definitions themselves: an index of what is asked, a page a room.

Run as a program to write them again: `python -m kinfold.indicators.reference docs/reference/indicators`.
"""

from kinfold.indicators.reference.index import index
from kinfold.indicators.reference.rooms import room_page, rooms


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    return {"README.md": index()} | {f"{room.replace('_', '-')}.md": room_page(room) for room in rooms()}
