"""Who may open which page: read off the routes and the roles, for the manual and for the tests that hold both to it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import django
from django.urls import URLPattern, URLResolver, get_resolver

from kinfold.web.access.permissions import ROLES, Permission, Role
from kinfold.web.access.personas import PERSONAS
from kinfold.web.access.routes import PUBLIC
from kinfold.web.access.wording import WORDS

PAGE = "authorisation.md"
ABOUT_NO_CHILD = {
    *(
        "team_id",
        "user_id",
        "cover_id",
        "pk",
        "report_id",
        "duty_id",
        "section_id",
        "comment_id",
        "line_id",
        "seat_id",
        "record_id",
    ),
    *("release_id", "public_file_id", "ruling_id", "agency_id", "service_id", "session_id", "volunteer_id"),
}
"""Keys in addresses that name staff, teams and figures, and records whose every reader the guardian may know: whether
these open is the permission's alone."""
THEIRS_ALONE = frozenset(
    {
        "mash:call",
        *(f"mash:{name}" for name in ("carry_on", "contact_children", "check_contact", "throw_away_contact")),
        *(f"mash:{name}" for name in ("remove_contact_child", "contact_child_page", "contact_page")),
        *(f"mash:{name}" for name in ("contact_sent", "own_contact", "written_form", "open_case", "not_ours")),
        *(f"mash:{name}" for name in ("handed_on", "handed_on_parents_know")),
        "sharing:asked",
        "today:throw_view_away",
    }
)
"""Pages for the author of a form, the sender of a contact, those it was passed to, or whoever is asked what they know:
to others who see the file they are not there."""


@dataclass(frozen=True)
class Route:
    name: str  # “record:child”
    address: str  # “children/<uuid:person_id>”
    view: Any
    keys: tuple[str, ...]

    @property
    def permission(self) -> Permission | str:
        return getattr(self.view, "permission", "")

    @property
    def keys_of_files(self) -> tuple[str, ...]:
        """The keys that name a row in somebody's file."""
        uuids = re.findall(r"<uuid:(\w+)>", self.address)
        return tuple(key for key in uuids if key not in ABOUT_NO_CHILD)

    @property
    def by_key(self) -> bool:
        return getattr(self.view, "by_key", False)

    @property
    def part(self) -> str:
        return self.name.partition(":")[0] if ":" in self.name else ""


def routes() -> list[Route]:
    """Every page that a person may ask for."""
    return [route for route in _routes(get_resolver(), "", "") if not route.by_key]


def for_systems() -> list[Route]:
    """Every address that an agency's own system calls with its key, and that no person opens."""
    return [route for route in _routes(get_resolver(), "", "") if route.by_key]


def _routes(resolver: URLResolver, address: str, names: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        here = address + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, here, f"{names}{entry.namespace}:" if entry.namespace else names)
        elif isinstance(entry, URLPattern):
            keys = tuple(entry.pattern.regex.groupindex)
            yield Route(f"{names}{entry.name}", here, entry.callback, keys)


def page() -> str:
    everywhere = sorted(routes(), key=lambda route: (route.part, route.address))
    lines = [
        "# Who may open what",
        "",
        "<!-- Written by `python -m kinfold.web.access.reference docs/reference`; do not edit by hand. -->",
        "",
        "Every page names the permission that opens it, and a page that names none opens for nobody. A role holds",
        "permissions; a page about a child or family opens, besides, only to those who may see the file. A file not",
        "theirs to see answers as one that does not exist: 404, the same words. A permission not held answers 403.",
        "",
        "A test asks every page as every persona, about a file of each kind, and holds the answers to this table:",
        "",
        "| | Page about no file | Own file | Open file | Another agency's | Restricted or sealed |",
        "|:-:|---|---|---|---|---|",
        "| ✓ | opens | | | | |",
        "| ● | | opens | opens | opens | 404 |",
        "| ○ | | opens | 404 | 404 | 404 |",
        "| · | 403 | 403 | 403 | 403 | 403 |",
        "",
        "A file is one's own by being involved with the family or named in the file, alone or with one's team. No role",
        "opens a restricted or sealed file: only being named in it does.",
        "",
        "## Pages",
        "",
        *_columns(),
        _header(),
    ]
    for part, group in groupby(everywhere, key=lambda route: route.part):
        lines += [f"| **{(part or 'everywhere').replace('_', ' ')}** |{' |' * len(PERSONAS)}"]
        lines += [_line(route) for route in group]
    lines += ["", "## Addresses for agencies’ own systems", "", "They open to a key, and to no person’s session.", ""]
    lines += ["| Address | Permission |", "|---|---|"]
    lines += [f"| `/{route.address}` | `{route.permission}` |" for route in for_systems()]
    lines += ["", "## Permissions", ""]
    lines += ["| Permission | Lets a person | Roles |", "|---|---|---|"]
    lines += [f"| `{held}` | {WORDS[held]} | {_holders(held)} |" for held in Permission]
    return "\n".join([*lines, ""])


def _header() -> str:
    numbers = " | ".join(str(number) for number, _ in enumerate(PERSONAS, 1))
    return f"| Page | {numbers} |\n|---|{':-:|' * len(PERSONAS)}"


def _line(route: Route) -> str:
    signs = " | ".join(_sign(route, persona.role) for persona in PERSONAS.values())
    return f"| `/{route.address}` | {signs} |"


def _sign(route: Route, role: Role) -> str:
    if route.permission == PUBLIC:
        return "✓"
    if route.permission not in ROLES[role].permissions:
        return "·"
    if not route.keys_of_files:
        return "✓"
    return "●" if ROLES[role].whole_index and route.name not in THEIRS_ALONE else "○"


def _columns() -> list[str]:
    people = [f"{number}. {ROLES[persona.role].title}" for number, persona in enumerate(PERSONAS.values(), 1)]
    return ["The columns are the demonstration's people:", "", *people, ""]


def _holders(permission: Permission) -> str:
    roles = [definition.title for definition in ROLES.values() if permission in definition.permissions]
    return "every role" if len(roles) == len(ROLES) else "; ".join(roles) or "nobody"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinfold.web.config.settings")
    django.setup()
    Path(sys.argv[1], PAGE).write_text(page(), encoding="utf-8")
