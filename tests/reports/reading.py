"""Reads reports back out of the files that they were written to."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from docx import Document
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

Rows = list[list[str]]


def squeezed(text: str) -> str:
    """Without spaces and the invisible breaks that print needs, since each form breaks its lines elsewhere."""
    return re.sub(r"[\s\u200b]", "", text)


@dataclass
class Page:
    """An HTML document's text outside pictures, its tables, and every element with its attributes."""

    text: str
    tables: list[Rows]
    elements: list[tuple[str, dict[str, str]]]


def page(html: str) -> Page:
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return Page(" ".join(reader.text), reader.tables, reader.elements)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tables: list[Rows] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._in_picture = 0
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: held or "" for name, held in attrs}))
        self._in_picture += tag == "svg"
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"th", "td"}:
            self.tables[-1][-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._in_picture -= tag == "svg"
        self._in_cell = self._in_cell and tag not in {"th", "td"}

    def handle_data(self, data: str) -> None:
        if self._in_picture:
            return
        self.text.append(data)
        if self._in_cell:
            self.tables[-1][-1][-1] += data


def pdf(held: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(held))


def pdf_text(held: bytes) -> str:
    """Without the noughts that pypdf reads between letters where a font also has characters beyond the first 65,536."""
    return " ".join(part.extract_text() for part in pdf(held).pages).replace("\0", "")


def pdf_tags(held: bytes) -> list[DictionaryObject]:
    """The tags of a PDF in reading order."""
    return list(_tags(pdf(held).trailer["/Root"]["/StructTreeRoot"]))


def _tags(node: DictionaryObject) -> Iterator[DictionaryObject]:
    if "/S" in node:
        yield node
    inside = node["/K"] if "/K" in node else []  # noqa: SIM401 (get would not follow a reference)
    for child in inside if isinstance(inside, list) else [inside]:
        held = child.get_object()
        if isinstance(held, DictionaryObject):
            yield from _tags(held)


def word(held: bytes) -> Document:
    return Document(io.BytesIO(held))


def word_text(held: bytes) -> str:
    return " ".join(element.text or "" for element in word(held).element.body.iter() if element.tag.endswith("}t"))


def word_tables(held: bytes) -> list[Rows]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in word(held).tables]
