"""What is due as an iCalendar file (RFC 5545): kinds of work and times, never a name."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from kinfold.web.deadlines.selectors import TrayRow

WIDEST = 75  # octets of a line


def calendar(rows: Iterable[TrayRow], *, name: str, address: str, now: datetime) -> str:
    """Every event leads to the tray, where who it is about stands behind the sign-in."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kinfold//Work tray//EN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{_text(name)}"]  # fmt: skip
    for row in rows:
        lines += ["BEGIN:VEVENT", f"UID:{row.deadline_id}@kinfold", f"DTSTAMP:{_instant(now)}", *_when(row),
                  f"SUMMARY:{_text(row.words)}", f"URL:{address}", "END:VEVENT"]  # fmt: skip
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _when(row: TrayRow) -> list[str]:
    if isinstance(row.due, datetime):
        return [f"DTSTART:{_instant(row.due)}", f"DTEND:{_instant(row.due)}"]
    due: date = row.due
    return [f"DTSTART;VALUE=DATE:{due:%Y%m%d}", f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"]


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    for plain in ("\\", ";", ","):
        words = words.replace(plain, f"\\{plain}")
    return " ".join(words.split())


def _folded(line: str) -> Iterator[str]:
    """Cut where it is too wide, never within a letter; what follows begins with a space."""
    part, width = "", 0
    for letter in line:
        size = len(letter.encode())
        if width + size > WIDEST:
            yield part
            part, width = " ", 1
        part, width = part + letter, width + size
    yield part
