"""What Word needs beneath a report's words: styles, language, fields, heading rows, descriptions of pictures."""

import io
from collections.abc import Sequence
from datetime import datetime, time

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kinfold.reports.charts import Picture
from kinfold.reports.text import reads_right_to_left
from kinfold.reports.values import Report

_SIZES = {
    "Title": 24,
    "Subtitle": 13,
    "Heading 1": 17,
    "Heading 2": 13,
    "Heading 3": 11.5,
    "Normal": 11,
    "Caption": 11,
    "Quote": 11,
}
_BLACK, _QUIET = RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x50, 0x5A, 0x5F)


def write(paragraph: Paragraph, text: str, *, right: bool = False) -> Run:
    """The text as one run; right to left where its script is, to the right where it is a figure."""
    run = paragraph.add_run(text)
    if reads_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(_element("w:bidi"))
        run._r.get_or_add_rPr().append(_element("w:rtl"))
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return run


def dress(document: WordDocument) -> None:
    """A4, British English, black headings in the system's plain face."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = _QUIET if name == "Subtitle" else _BLACK
        style.font.italic = False
        style.font.bold = name.startswith(("Heading", "Title", "Caption"))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{slot}"), None)
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{slot}"), "Arial")
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.8)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(6)
    document.styles["Heading 2"].paragraph_format.space_after = Pt(4)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def stamp(document: WordDocument, *, title: str, report: Report, fingerprint: str) -> None:
    """The file's own properties, from the report alone: python-docx's template carries its author and its date."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:255], *[report.author[:255]] * 2
    properties.subject, properties.category = report.period[:255], report.marking[:255]
    properties.identifier, properties.language, properties.comments = fingerprint, "en-GB", ""
    properties.created = properties.modified = properties.last_printed = datetime.combine(report.prepared_on, time(0))
    properties.revision = 1


def number_pages(document: WordDocument, *, marking: str, title: str) -> None:
    """The marking at the head of every page; the title and page x of y at its foot."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(head, marking).bold = True
    foot = section.footer.paragraphs[0]
    for part in (f"{title}. Page ", ("PAGE",), " of ", ("NUMPAGES",)):
        run = write(foot, part) if isinstance(part, str) else _field(foot, part[0])
        run.font.size, run.font.color.rgb = Pt(8.5), _QUIET


def _field(paragraph: Paragraph, name: str) -> Run:
    field = _element("w:fldSimple", {"w:instr": name})
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)
    return run


def heading_row(row: _Row) -> None:
    """Repeated on each page, and told to a screen reader as headings."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def ruled_table(document: WordDocument, widths: Sequence[float]) -> WordTable:
    """An empty table with columns of these centimetres and rules between its rows only."""
    table: WordTable = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    borders = _element("w:tblBorders")
    for side in ("w:bottom", "w:insideH"):
        borders.append(_element(side, {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "B1B4B6"}))
    table._tbl.tblPr.append(borders)
    return table


def new_row(table: WordTable) -> tuple[_Cell, ...]:
    """The cells of a row that stays whole on one page."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    return tuple(row.cells)


def keep_with_next(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.keep_with_next = True


def add_picture(paragraph: Paragraph, picture: Picture, width: Length) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png()), width=width)
    described = shape._inline.docPr
    described.set("descr", picture.alt)
    described.set("title", picture.headline)


def _element(name: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, held in (attributes or {}).items():
        element.set(qn(key), held)
    return element
