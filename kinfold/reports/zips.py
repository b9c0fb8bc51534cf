"""Zipped files without a clock in them, so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def without_times(held: bytes) -> bytes:
    """The same parts in the same order: Word's writer stamps each with the time it was written."""
    with zipfile.ZipFile(io.BytesIO(held)) as given:
        return zipped({part.filename: given.read(part) for part in given.infolist()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """In the order given, each dated as early as a zip can say."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for name, content in files.items():
            undated = zipfile.ZipInfo(name, _NO_TIME)
            undated.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(undated, content)
    return made.getvalue()
