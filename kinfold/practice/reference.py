"""The reference pages of the manual that practice's values write themselves; run as a program to write them again."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kinfold.practice.code_lists import CODE_LISTS, Code
from kinfold.practice.dated import SINCE_BEFORE_RECORDS
from kinfold.practice.defaults import SETTINGS, Setting
from kinfold.practice.timescales import VERSIONS, Timescale

_WRITTEN_BY = "<!-- Written by `python -m kinfold.practice.reference docs/reference`; do not edit by hand. -->\n"


def timescales_page() -> str:
    rules = [rule for versions in VERSIONS.values() for rule in versions]
    return "\n".join(
        [
            "# Timescales and settings",
            "",
            _WRITTEN_BY,
            "A timescale is a rule with a date and a source. The rule is the one in force when the clock starts.",
            "One in **days, working days or weeks** is due by the close of its last day in London, and the day the",
            "clock starts is day 0; one in **hours** is due at the instant. Working days leave out Saturdays, Sundays",
            "and England's bank holidays.",
            "",
            "## Law and statutory guidance",
            "",
            *_timescale_table(rule for rule in rules if rule.statutory),
            "",
            "## Local practice",
            "",
            "The partnership may change these; the number here is the one Kinfold starts with.",
            "",
            *_timescale_table(rule for rule in rules if rule.local),
            "",
            "## Settings",
            "",
            "**To confirm** marks a value that is made up, or an example from another area: set it before real use.",
            "",
            *_table(("Setting", "Starts as", "Where from", ""), map(_setting_row, SETTINGS.values())),
            "",
        ]
    )


def code_lists_page() -> str:
    lines = ["# Code lists", "", _WRITTEN_BY]
    lines += [
        "A code out of use keeps its row, because old records still carry it. *Read as* are other people's spellings."
    ]
    for name, codes in CODE_LISTS.items():
        lines += ["", f"## `{name}`", ""]
        lines += _table(("Code", "Label", "In use", "Read as", "Source"), map(_code_row, codes))
    return "\n".join([*lines, ""])


PAGES: Mapping[str, Callable[[], str]] = {"timescales.md": timescales_page, "code-lists.md": code_lists_page}


def _timescale_table(rules: Iterable[Timescale]) -> list[str]:
    return _table(
        ("Rule", "Clock starts", "Length", "In force", "Source"),
        ((f"{rule.title}. {rule.note}".strip(), rule.starts, rule.words, _period(rule), rule.source) for rule in rules),
    )


def _setting_row(setting: Setting) -> tuple[str, ...]:
    value = {True: "Yes", False: "No"}[setting.value] if isinstance(setting.value, bool) else str(setting.value)
    words = dict(setting.choices).get(value, value)
    return (f"{setting.label} (`{setting.key}`)", words, setting.source, "To confirm" if setting.to_confirm else "")


def _code_row(code: Code) -> tuple[str, ...]:
    return (f"`{code.code}`", code.label, _period(code), ", ".join(code.aliases), code.source)


def _period(dated: Timescale | Code) -> str:
    start = "" if dated.valid_from == SINCE_BEFORE_RECORDS else f"from {dated.valid_from:%-d %B %Y}"
    end = "" if dated.valid_to is None else f"until {dated.valid_to:%-d %B %Y}"
    return f"{start} {end}".strip() or "always"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    body = [heads, tuple("---" for _ in heads), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in body]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")
