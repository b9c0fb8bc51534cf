"""The full-size trend chart of a report, declared with Altair and drawn on the server."""

import re
from functools import lru_cache

import vl_convert
from markupsafe import Markup, escape

from kinfold.reports.charts.picture import Picture
from kinfold.reports.charts.series import alternative, table_of
from kinfold.reports.headlines import headline
from kinfold.reports.values import IndicatorPart

_WIDE, _NARROW = 640, 340


@lru_cache(maxsize=512)
def trend_chart(part: IndicatorPart, *, narrow: bool = False) -> Picture:
    """A line from nought, broken where there is no figure; what the headline names is written at its points."""
    described = alternative(part, "Line chart")
    from kinfold.reports.charts.declared import declared  # Altair takes a second to import: only for who draws with it

    drawn = vl_convert.vegalite_to_svg(declared(part, _NARROW if narrow else _WIDE).to_dict())
    return Picture(svg=_image(drawn, described), headline=headline(part), alt=described, table=table_of(part))


def _image(drawn: str, described: str) -> Markup:
    """Vega's SVG as one image, with our text alternative in place of Vega's roles."""
    drawn = re.sub(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"', "", drawn)
    opening = f'<svg class="kf-picture" role="img" aria-label="{escape(described)}"'
    return Markup(drawn.replace("<svg", opening, 1))  # noqa: S704 (Vega escapes every text it draws; a test holds it)
