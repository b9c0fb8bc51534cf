"""A Django form that follows the GOV.UK pattern: worded errors, questions revealed by answers, nothing typed lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from kinfold.web.core.forms.dates import DateField
from kinfold.web.core.forms.fields import Asked
from kinfold.web.core.forms.govuk import GovukBoundField
from kinfold.web.core.words import in_london


class GovukFormMixin(forms.BaseForm):
    """For a Form or ModelForm. `today` and `now` are handed in by the view and reach every date question.

    `also`: questions that only this one form asks, after those its class declares.
    """

    fields: dict[str, Any]  # each has the options of its own kind
    bound_field_class = GovukBoundField
    use_required_attribute = False
    says_optional = True  # False where every answer may be left out, and saying so at each would only be noise

    def __init__(
        self,
        *args: Any,
        today: date | None = None,
        now: datetime | None = None,
        also: Mapping[str, forms.Field] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(also or {})
        self.now = now
        self.today = today or (in_london(now).date() if now else None)
        for name, field in self.fields.items():
            if isinstance(field, Asked):
                field.prepare(name)
            if isinstance(field, DateField):
                field.today, field.now = self.today, now

    def add_error(self, field: str | None, error: Any) -> None:
        """What a rule found wrong with one column is said beside the box of that name, where there is one."""
        column = getattr(error, "column", None)
        super().add_error(column if field is None and column in self.fields else field, error)

    @property
    def revealed_names(self) -> set[str]:
        """Fields that appear only with another field's answer."""
        return {name for _, _, name in self._reveals()}

    def _reveals(self) -> Iterator[tuple[str, str, str]]:
        """(field, its answer, the field that the answer reveals)"""
        for asking, field in self.fields.items():
            for option in getattr(field, "options", ()):
                for revealed in option.reveals:
                    yield asking, option.value, revealed

    def _is_asked(self, name: str) -> bool:
        revealing = [(asking, answer) for asking, answer, revealed in self._reveals() if revealed == name]
        if not revealing:
            return True
        return any(self._is_chosen(asking, answer) and self._is_asked(asking) for asking, answer in revealing)

    def _is_chosen(self, asking: str, answer: str) -> bool:
        value = self[asking].value()
        return answer in value if isinstance(value, (list, tuple)) else str(value) == answer

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]  # Django's own hook, which the stubs leave out
        for name in self.revealed_names:
            if not self._is_asked(name):
                field = self.fields[name]
                self.errors.pop(name, None)
                self.cleaned_data[name] = field.when_not_asked() if isinstance(field, Asked) else None

    @property
    def top_level_fields(self) -> list[forms.BoundField]:
        """What the page draws one after the other; revealed fields are drawn inside their answer."""
        revealed = self.revealed_names
        return [bound for bound in self.visible_fields() if bound.name not in revealed]

    @property
    def error_list(self) -> list[dict[str, str]]:
        """The error summary: in the order of the page, each linked to the box that needs mending."""
        listed = [{"text": str(error), "href": "#main-content"} for error in self.non_field_errors()]
        for bound in self:
            known = isinstance(bound, GovukBoundField) and not bound.is_hidden
            href = f"#{getattr(bound, 'first_box_id', '')}" if known else "#main-content"
            listed += [{"text": str(error), "href": href} for error in bound.errors]
        return listed


class GovukForm(GovukFormMixin, forms.Form):
    """A form of this application. It validates and words; saving is an action's work."""
