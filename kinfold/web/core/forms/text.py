"""Cleans what people type or paste, and nothing more: every visible character of every script stays."""

from __future__ import annotations

import re
import unicodedata

# Characters that reorder or hide what follows. Right-to-left names need none: their own letters carry direction.
_REORDERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = "\u00ad\u2028\u2029\ufeff\ufff9-\ufffb"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_UNWANTED = re.compile(f"[{_CONTROLS}{_REORDERING}{_HIDDEN}]")
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")


def clean_text(value: str) -> str:
    """The text in one Unicode form (NFC), free of control and direction-changing characters, trimmed.

    Zero-width joiners stay: emoji and several scripts are written with them.
    """
    lines = _LINE_ENDS.sub("\n", value)
    return unicodedata.normalize("NFC", _UNWANTED.sub("", lines)).strip()


def keepable(value: str) -> str:
    """The text with a mark in place of what no database keeps: NUL, and halves of a character, which JSON can write."""
    return _UNKEPT.sub("\ufffd", value)


def clean_line(value: str) -> str:
    """The same on one line: tabs, line ends and runs of spaces become single spaces."""
    return re.sub(r"\s+", " ", clean_text(value)).strip()


def inside_sentence(label: str) -> str:
    """A label as it reads inside a sentence: 'Date of birth' ▶ 'date of birth', 'NHS number' as it is."""
    words = label.rstrip("?:.").strip()
    first = words.split(" ", 1)[0] if words else ""
    return words if len(first) > 1 and not first[1:].islower() else words[:1].lower() + words[1:]
