"""Looking at a file before it is opened: a stranger may have made it to do harm."""

import re
import zipfile
import zlib
from io import BytesIO

from kinfold.web.intake.spreadsheets.faults import SheetFault

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
MOST_PARTS = 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MACROS = re.compile(r"vbaProject|vbaData|activeX|\.bin$", flags=re.IGNORECASE)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')


def refuse_harm(name: str, content: bytes) -> tuple[SheetFault, ...]:
    """Raises a fault for what must not be opened; returns what can be told without opening it: merged cells."""
    if len(content) > MOST_BYTES:
        raise SheetFault("", "The file is larger than 2MB, which no return is. Download the sheet again and fill it in")
    if content.startswith(_OLE):
        raise SheetFault(
            "", "The file is protected by a password or saved as an old kind of workbook. Save it as .xlsx without one"
        )
    if not content.startswith(_ZIP) or not name.lower().endswith((".xlsx", ".xlsm")):
        raise SheetFault("", "The file is not an Excel workbook (.xlsx). Download the sheet and fill in that one")
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return _looked_through(parts, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as broken:
        raise SheetFault("", "The file is damaged and cannot be opened. Save it again and send it again") from broken


def _looked_through(parts: zipfile.ZipFile, name: str) -> tuple[SheetFault, ...]:
    listed = parts.infolist()
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
        raise SheetFault("", "The file holds far more than a return does, so it was not opened")
    if name.lower().endswith(".xlsm") or any(_MACROS.search(part.filename) for part in listed):
        raise SheetFault("", "The file holds macros, so it was not opened. Save it as .xlsx, without macros")
    if any("externalLink" in part.filename for part in listed):
        raise SheetFault("", "The file takes figures from other files, so it was not opened. Type the figures instead")
    merged: list[SheetFault] = []
    for part in listed:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        text = parts.read(part)
        if (
            text[:2] in (b"\xff\xfe", b"\xfe\xff")
            or b"\x00" in text[:64]
            or b"<!DOCTYPE" in text
            or b"<!ENTITY" in text
        ):
            raise SheetFault("", "The file is written in a way that no spreadsheet program uses, so it was not opened")
        if part.filename.startswith("xl/worksheets/"):
            merged += [
                SheetFault(ref.decode().partition(":")[0], f"Cells {ref.decode()} are merged. Unmerge them")
                for ref in _MERGED.findall(text)
            ]
    return tuple(merged)
