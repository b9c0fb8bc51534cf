"""A report as a web page's fragment, and as the whole page that the PDF is printed from."""

import base64
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kinfold.reports.charts import Picture, both_widths, sparkline
from kinfold.reports.layout import column_shares, contents, laid_out, running_title, title_facts
from kinfold.reports.signals import chart_of
from kinfold.reports.values import Report

_LONG_RUN = re.compile(r"\S{30}")
_TEMPLATES = Path(__file__).parent / "templates"


def render_html(report: Report) -> Markup:
    """Starts with the marking and an <h1>; no style attributes, no scripts. Wants `stylesheet()` on the page."""
    return Markup(_environment().get_template("fragment.html").render(_told(report), for_print=False))  # noqa: S704


def print_page(report: Report) -> str:
    """A whole page with its styles inside and pictures as images, nothing folded: what the PDF is made from."""
    return (
        _environment(for_print=True)
        .get_template("page.html")
        .render(
            _told(report),
            for_print=True,
            running_title=running_title(report),
            styles=Markup(stylesheet() + (_TEMPLATES / "print.css").read_text(encoding="utf-8")),  # noqa: S704
        )
    )


@lru_cache(maxsize=1)
def stylesheet() -> str:
    return (_TEMPLATES / "report.css").read_text(encoding="utf-8")


def _told(report: Report) -> Mapping[str, object]:
    return {
        "report": report,
        "title_facts": title_facts(report),
        "blocks": laid_out(report),
        "contents": contents(report),
    }


@lru_cache(maxsize=2)
def _environment(*, for_print: bool = False) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_breakable if for_print else None,
    )
    environment.globals.update(
        sparkline=sparkline,
        chart_of=chart_of,
        both_widths=both_widths,
        as_address=_as_address,
        column_shares=column_shares,
    )
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def _as_address(picture: Picture) -> Markup:
    return Markup("data:image/svg+xml;base64,") + base64.b64encode(picture.svg.encode()).decode("ascii")


def _breakable(held: object) -> object:
    """Text in which no run of letters is too long for a line: WeasyPrint takes minutes to find breaks in one itself."""
    return _LONG_RUN.sub("\\g<0>\u200b", held) if type(held) is str else held
