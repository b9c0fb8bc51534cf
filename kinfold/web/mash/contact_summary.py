"""A contact form read back: every question and its answer, to check before sending and to keep afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import BoundField

from kinfold.web.core.words import day, moment
from kinfold.web.mash.forms.contact.pages import PARTS, Place
from kinfold.web.mash.forms.contact.reading import Reading, ReadPage

Link = Callable[[Place], str]
Row = dict[str, Any]


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Problem:
    text: str
    href: str


def sections(reading: Reading, link: Link | None = None) -> list[Section]:
    """One for each child and one for each part of the form; with ``link`` each answer can be changed."""
    grouped: dict[str, list[Row]] = {}
    for read in reading.pages:
        child = read.place.child
        title = reading.scene.answers.name_of(child) if child else PARTS[read.place.page.part]
        grouped.setdefault(f"{child}|{title}", []).extend(_rows(read, link))
    return [Section(key.partition("|")[2], rows) for key, rows in grouped.items() if rows]


def problems(reading: Reading, link: Link) -> list[Problem]:
    """What stands in the way of sending, page by page, each with where to mend it."""
    found = []
    for read in reading.pages:
        if read.opened:
            found += [Problem(error["text"], link(read.place)) for error in read.form.error_list]
        else:
            found.append(Problem(f"Answer “{_asked(read)}”", link(read.place)))
    return found


def _asked(read: ReadPage) -> str:
    return read.place.page.heading_for(read.form.scene) or str(next(iter(read.form.fields.values())).label)


def _rows(read: ReadPage, link: Link | None) -> list[Row]:
    rows = []
    for bound in read.form:
        value = shown(bound)
        if not value and bound.name in read.form.revealed_names:
            continue
        label = str(bound.label)
        change = {"href": link(read.place), "change": label} if link else {}
        rows.append({"key": label, "value": value, **change})
    return rows


def shown(bound: BoundField) -> str | list[str]:
    """The answer in words; what will not do, as it was typed."""
    judged = bound.form.is_valid() or not bound.errors
    value = bound.form.cleaned_data.get(bound.name) if judged else bound.value()
    labels = {option.value: option.label for option in getattr(bound.field, "options", ())}
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case list():
            return [labels.get(one, str(one)) for one in value]
        case Mapping():
            return " ".join(filter(None, map(str, value.values())))
        case _:
            return labels.get(value, str(value))
