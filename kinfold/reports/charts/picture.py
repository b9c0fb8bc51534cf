"""What a picture is, and the few SVG shapes that the hand-drawn ones are made of."""

from dataclasses import dataclass

import vl_convert
from markupsafe import Markup, escape

from kinfold.reports import palette
from kinfold.reports.charts.values import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`svg` may stand in a page as it is; `headline` is the message, `alt` describes, `table` holds every figure."""

    svg: Markup
    headline: str
    alt: str
    table: Table

    def __html__(self) -> str:
        return self.svg

    def png(self, *, scale: float = 2) -> bytes:
        return vl_convert.svg_to_png(self.svg, scale=scale)


def both_widths(wide: Picture, narrow: Picture) -> Markup:
    """The wide picture with the narrow one in its place on a phone; needs `stylesheet()`. Only one is ever read out."""
    return Markup('<div class="kf-picture-wide">{}</div><div class="kf-picture-narrow">{}</div>').format(
        wide.svg, narrow.svg
    )


def drawing(width: float, height: float, alt: str, *shapes: Markup) -> Markup:
    """The whole SVG: one image to a screen reader, no ids, no style attributes, on white ground."""
    ground = box(0, 0, width, height, fill=palette.PAPER)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="kf-picture" role="img" aria-label="{}" width="{}" height="{}" '
        'viewBox="0 0 {} {}" font-family="{}">{}</svg>'
    ).format(alt, _n(width), _n(height), _n(width), _n(height), palette.FONTS, Markup("").join((ground, *shapes)))


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: float = 14,
    anchor: str = "start",
    bold: bool = False,
    fill: str = palette.TEXT,
) -> Markup:
    weight = Markup(' font-weight="bold"') if bold else ""
    return Markup('<text x="{}" y="{}" font-size="{}" text-anchor="{}" fill="{}"{}>{}</text>').format(
        _n(x), _n(y), _n(size), anchor, fill, weight, escape(text)
    )


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 1, dashed: bool = False) -> Markup:
    dashes = Markup(' stroke-dasharray="4 3"') if dashed else ""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"{}/>').format(
        _n(x1), _n(y1), _n(x2), _n(y2), stroke, _n(width), dashes
    )


def box(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "none") -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>').format(
        _n(x), _n(y), _n(width), _n(height), fill, stroke
    )


def circle(x: float, y: float, radius: float, *, fill: str, stroke: str = "none", width: float = 2) -> Markup:
    return Markup('<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="{}"/>').format(
        _n(x), _n(y), _n(radius), fill, stroke, _n(width)
    )


def polyline(points: list[tuple[float, float]], *, stroke: str, width: float = 2) -> Markup:
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>').format(
        path, stroke, _n(width)
    )


def polygon(points: list[tuple[float, float]], *, fill: str, stroke: str = "") -> Markup:
    edge = Markup(' stroke="{}"').format(stroke) if stroke else ""
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return Markup('<polygon points="{}" fill="{}"{}/>').format(path, fill, edge)


def _n(number: float) -> str:
    """At most one decimal: a tenth of a pixel, and the same text on every machine."""
    return f"{round(number, 1):g}"
