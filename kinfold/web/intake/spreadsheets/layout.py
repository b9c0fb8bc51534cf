"""Where things stand in a return's sheet, for the writer and the reader alike."""

SHEET = "Return"
DEFINITIONS = "What each figure counts"
AGENCY_CELL, QUARTER_CELL = "B2", "B3"
HEADINGS = ("Code", "Figure", "Of", "What to enter", "Last time", "This time", "Note", "Saved")
HEADING_ROW = 6
FIRST_ROW = HEADING_ROW + 1
CODE, THIS_TIME, NOTE, SAVED = "A", "F", "G", "H"
COLUMNS = "ABCDEFGH"


def code(indicator: str, box: str) -> str:
    """What names a row: the indicator's key and the box."""
    return f"{indicator} | {box}"
