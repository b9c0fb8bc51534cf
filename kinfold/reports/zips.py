"""Takes the clock out of a zipped file, since Word's writer stamps each part with the time it was written."""

import io
import zipfile

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def without_times(held: bytes) -> bytes:
    """The same parts in the same order, each dated as early as a zip can say."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(held)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in given.infolist():
            undated = zipfile.ZipInfo(part.filename, _NO_TIME)
            undated.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(undated, given.read(part))
    return made.getvalue()
