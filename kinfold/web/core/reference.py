"""The manual's page of components, written by the components' own comments; run as a program to write it again."""

from __future__ import annotations

import re
import sys
from pathlib import Path

CORE = Path(__file__).parent
COMPONENTS = CORE / "jinja2" / "components"
PAGE = "components.md"
_MACRO = re.compile(
    r"(?:\{#-?(?P<doc>(?:(?!#\}).)*?)-?#\}\s*)?(?:\{% from [^%]*%\}\s*)*\{% macro (?P<call>.*?) %\}", re.S
)


def components_page() -> str:
    """Every macro with its arguments, and what it is for."""
    lines = [
        "# Components",
        "",
        "<!-- Written by `python -m kinfold.web.core.reference docs/reference`; do not edit by hand. -->",
        "",
        "What pages are made of, beside the GOV.UK Design System's own macros. `/style-guide` shows each in every",
        "state, in a demonstration. Import one with `{% from 'components/<name>/macro.jinja' import <name> %}`.",
        "Arguments have names; a mistyped one fails. Lists hold dictionaries; a key left out is an option not given.",
        "",
    ]
    for source in sorted(COMPONENTS.glob("*/macro.jinja")):
        lines += [f"## {source.parent.name}", ""]
        for match in _MACRO.finditer(source.read_text(encoding="utf-8")):
            lines += [f"`{_one_line(match['call'])}`", ""]
            if match["doc"]:
                lines += [_one_line(match["doc"]), ""]
    return "\n".join(lines).rstrip() + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    Path(sys.argv[1], PAGE).write_text(components_page(), encoding="utf-8")
