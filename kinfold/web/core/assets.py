"""Copies GOV.UK Frontend from node_modules to where it is served, without what is licensed for gov.uk alone.

Run by ``make install`` as ``python -m kinfold.web.core.assets``. The GDS Transport font, the crown and the crest may
only be used on gov.uk, so the stylesheet is rewritten to the system's fonts and asks for no file of its own.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
PACKAGE = CHECKOUT / "node_modules" / "govuk-frontend" / "dist" / "govuk"
SERVED = Path(__file__).parent / "static" / "govuk"
FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif'


def without_licensed_parts(stylesheet: str) -> str:
    """The stylesheet with the system's fonts and no crest; it must ask for nothing under /assets afterwards."""
    changed = re.sub(r"/\*![^*]*Margaret Calvert[^*]*\*/", "", stylesheet)
    changed = re.sub(r"@font-face\{[^}]*\}", "", changed)
    changed = changed.replace("GDS Transport,arial,sans-serif", FONTS)
    changed = re.sub(r"url\([^)]*govuk-crest[^)]*\)", "none", changed)
    changed = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", changed)
    if "url(/assets" in changed or "GDS Transport" in changed:
        raise ValueError("GOV.UK Frontend's stylesheet has changed and still asks for licensed files")
    return changed


def copy(package: Path = PACKAGE, served: Path = SERVED) -> list[Path]:
    """Write the stylesheet and script, only where they differ; returns what was written."""
    script = (package / "govuk-frontend.min.js").read_text(encoding="utf-8")
    contents = {
        "govuk-frontend.min.css": without_licensed_parts((package / "govuk-frontend.min.css").read_text("utf-8")),
        "govuk-frontend.min.js": re.sub(r"//# sourceMappingURL=.*", "", script),
    }
    served.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in contents.items():
        target = served / name
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")
            written.append(target)
    return written


if __name__ == "__main__":
    if not PACKAGE.exists():
        sys.exit("GOV.UK Frontend is not installed. Run: npm ci")
    copy()
