"""The Jinja2 environment: GOV.UK macros, Kinfold's filters, and names that must exist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jinja2
from django.templatetags.static import static
from django.urls import reverse
from django_htmx.jinja import htmx_script

from kinfold.web.core import sparkline, timing, words


class StrictButForOptions(jinja2.ChainableUndefined):
    """Strict about names and attributes; a key missing from a dictionary is simply an option not given.

    GOV.UK's macros take one dictionary each and ask it for options that callers leave out, so plain
    ``StrictUndefined`` cannot render them. A mistyped variable, attribute or macro argument still fails at once.
    """

    @property
    def _is_option(self) -> bool:
        if self._undefined_hint:
            return not self._undefined_hint.startswith("parameter ")
        return self._undefined_obj is None or isinstance(self._undefined_obj, Mapping)

    def _unless_option(self, given: Any) -> Any:
        return given if self._is_option else self._fail_with_undefined_error()

    def __str__(self) -> str:
        return str(self._unless_option(""))

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Any:
        return iter(self._unless_option(()))

    def __len__(self) -> int:
        return int(self._unless_option(0))

    def __bool__(self) -> bool:
        return bool(self._unless_option(False))

    def __eq__(self, other: object) -> bool:
        return bool(self._unless_option(type(self) is type(other) or other is None))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(type(self))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._unless_option(self)

    def __getitem__(self, name: str) -> Any:
        return self._unless_option(self)


def url(view_name: str, **kwargs: Any) -> str:
    return reverse(view_name, kwargs=kwargs or None)


def environment(**options: Any) -> jinja2.Environment:
    """What Django's Jinja2 backend calls; apps' own ``jinja2`` folders come first, GOV.UK's macros by their prefix."""
    options["loader"] = jinja2.ChoiceLoader(
        [
            options["loader"],
            jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    options["undefined"] = StrictButForOptions
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    made = jinja2.Environment(**options)  # noqa: S701  Django's backend passes autoescape=True
    made.globals.update(
        url=url,
        static=static,
        htmx_script=htmx_script,
        sparkline=sparkline.sparkline,
        progress_lines=sparkline.progress_lines,
        null=None,  # GOV.UK's macros, written for Nunjucks, compare with both
        undefined=None,
    )
    made.filters.update(words.FILTERS, due=timing.due, due_near=timing.due_near, ago=timing.ago)
    made.filters.update(due_on_paper=timing.due_on_paper)
    made.tests.update(overdue_at=timing.is_overdue, due_soon_at=timing.is_due_soon)
    return made
