"""Changing one setting: wording and validation by the setting's kind."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field

from kinfold.practice.defaults import Setting, Value
from kinfold.web.core.forms import (
    ChoiceField,
    DateField,
    GovukForm,
    LongTextField,
    TelephoneField,
    TextField,
    WholeNumberField,
    YesNoField,
)


class SettingForm(GovukForm):
    """``form_for(setting)`` gives the form whose first question is the setting itself."""

    setting: Setting

    field_order = ("value", "valid_from", "reason")

    valid_from = DateField(
        label="From which day?", must_be="today_or_future", missing="Enter the day from which this holds"
    )
    reason = LongTextField(label="Why does it change?", max_length=1000, rows=3, missing="Say why the setting changes")

    def clean_value(self) -> Value:
        """The value as the setting reads it, so that a person and a file are held to the same rule."""
        typed = self.cleaned_data["value"]
        if isinstance(typed, (bool, int)):
            if problem := self.setting.problem_with(typed):
                raise ValidationError(problem)
            return typed
        try:
            return self.setting.read(str(typed))
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem


def form_for(setting: Setting) -> type[SettingForm]:
    return type("SettingForm", (SettingForm,), {"setting": setting, "value": _field(setting)})


def _field(setting: Setting) -> Field:
    words: dict[str, Any] = {"label": setting.label, "hint": setting.hint}
    match setting.kind:
        case "yes_no":
            return YesNoField(**words, missing="Choose yes or no")
        case "choice":
            return ChoiceField(**words, choices=list(setting.choices), missing="Choose one")
        case "whole_number":
            return WholeNumberField(**words, missing="Enter a whole number")
        case "phone":
            return TelephoneField(**words, missing="Enter a telephone number")
        case "opening_hours":
            return LongTextField(**words, max_length=1000, rows=8, missing="Enter the opening hours")
        case _:
            return TextField(**words, max_length=200, missing=f"Enter {setting.label[0].lower()}{setting.label[1:]}")
