"""A contact form read back: every question and its answer, to check before sending and to keep afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from kinfold.web.core.words import day, moment
from kinfold.web.mash.forms.contact.pages import PARTS, Place
from kinfold.web.mash.forms.contact.reading import Reading, ReadPage

Link = Callable[[Place], str]
Row = dict[str, Any]


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[Row]


def sections(reading: Reading, link: Link | None = None) -> list[Section]:
    """One for each child and one for each part of the form; with ``link`` each answer can be changed."""
    grouped: dict[tuple[str, str], list[ReadPage]] = {}
    for read in reading.pages:
        child = read.place.child
        title = reading.scene.answers.name_of(child) if child else PARTS[read.place.page.part]
        grouped.setdefault((child, title), []).append(read)
    return [
        Section(title, [*(row for read in reads for row in _rows(read, link)), *_left_empty(reads, link)])
        for (_, title), reads in grouped.items()
    ]


def problems(reading: Reading, link: Link) -> list[dict[str, str]]:
    """What stands in the way of sending, page by page, each with where to mend it."""
    found = []
    for read in reading.pages:
        if read.opened:
            found += [{"text": error["text"], "href": link(read.place)} for error in read.form.error_list]
        else:
            found.append({"text": f"Answer “{_asked(read)}”", "href": link(read.place)})
    return found


def _asked(read: ReadPage) -> str:
    return read.place.page.heading_for(read.form.scene) or str(next(iter(read.form.fields.values())).label)


def _rows(read: ReadPage, link: Link | None) -> list[Row]:
    rows = []
    for bound in read.form:
        if value := shown(bound):
            label = str(bound.label)
            change = {"href": link(read.place), "change": label} if link else {}
            rows.append({"key": label, "value": value, **change})
    return rows


def _left_empty(reads: list[ReadPage], link: Link | None) -> list[Row]:
    """One row that names all that was not answered, so that the page stays short and a gap is still seen."""
    empty = [
        (link(read.place) if link else "", str(bound.label))
        for read in reads
        for bound in read.form
        if bound.name not in read.form.revealed_names and not shown(bound)
    ]
    if not empty:
        return []
    as_link = '<a class="govuk-link" href="{}">{}</a>' if link else "{}{}"
    return [{"key": "Left empty", "value": format_html_join(mark_safe("<br>"), as_link, empty)}]


def shown(bound: BoundField) -> str | list[str]:
    """The answer in words; what will not do, as it was typed."""
    if not bound.form.is_bound:
        return ""
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
