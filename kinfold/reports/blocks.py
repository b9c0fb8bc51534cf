"""The few kinds of block that a report is laid out in; every form of the report writes these and adds no words."""

from dataclasses import dataclass

from kinfold.reports.charts.values import Table
from kinfold.reports.values import IndicatorPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    level: int
    text: str
    anchor: str
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`kind`: body, message (the headline of what follows), definition (of what the picture after it
    shows), quiet (small and grey) or remark (someone's words)."""

    text: str
    kind: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names and what they are, such as the author and the date."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The indicators on one table with a small trend picture each: title, latest figure, what it shows."""

    caption: str
    headings: tuple[str, ...]
    parts: tuple[tuple[IndicatorPart, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An indicator's full-size picture."""

    part: IndicatorPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A table; on a screen it may wait folded behind its caption, in print it is always there.

    One of `marks` is set close, so that many lines stand on a page.
    """

    table: Table
    folded: bool = False
    marks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an action stands: `status` chooses the look, `words` say it."""

    status: str
    words: str
    after: str


Block = Heading | Paragraph | Facts | Glance | Trend | Figures | Standing
