"""The questions answered by choosing: radios, a drop-down, checkboxes, yes or no, a score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kinfold.web.core.forms.fields import Asked
from kinfold.web.core.forms.widgets import ScaleWidget


@dataclass(frozen=True)
class Choice:
    """One answer to choose; `reveals` names the form's fields that appear with it and are asked only then."""

    value: str
    label: str
    hint: str = ""
    reveals: tuple[str, ...] | list[str] = ()


Choices = Iterable[Choice | tuple[str, str]]


class _Chosen(Asked):
    verb = "Select"

    def _learn(self, choices: Choices) -> list[tuple[str, str]]:
        self.options: Sequence[Choice] = [
            choice if isinstance(choice, Choice) else Choice(str(choice[0]), str(choice[1])) for choice in choices
        ]
        return [(option.value, option.label) for option in self.options]

    def prepare(self, name: str) -> None:
        super().prepare(name)
        self.error_messages["invalid_choice"] = self.error_messages["required"]
        self.error_messages["invalid_list"] = self.error_messages["required"]


class ChoiceField(_Chosen, forms.ChoiceField):
    """Radios: one answer."""

    widget: Any = forms.RadioSelect

    def __init__(self, *, choices: Choices = (), **options: Any) -> None:
        super().__init__(choices=self._learn(choices), **options)

    def offer(self, choices: Choices) -> None:
        """Replace the answers, for a form whose choices depend on who asks."""
        self.choices = self._learn(choices)


class SelectField(ChoiceField):
    """A drop-down, for long lists alone; nothing is chosen beforehand."""

    widget = forms.Select

    def __init__(self, *, placeholder: str = "Choose one", **options: Any) -> None:
        super().__init__(**options)
        self.placeholder = placeholder


class YesNoField(ChoiceField):
    """Yes or no as True or False; None where it need not be answered and is not."""

    def __init__(self, *, yes: Choice | None = None, no: Choice | None = None, **options: Any) -> None:
        super().__init__(choices=[yes or Choice("yes", "Yes"), no or Choice("no", "No")], **options)

    def when_not_asked(self) -> None:
        return None

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value

    def clean(self, value: Any) -> bool | None:
        return {"yes": True, "no": False}.get(super().clean(self.prepare_value(value)))


class ScaleField(ChoiceField):
    """A score from 0 to 10 as a whole number, with words at both ends."""

    def __init__(self, *, low: str = "Very hard", high: str = "Going well", **options: Any) -> None:
        super().__init__(
            choices=[(str(score), str(score)) for score in range(11)],
            widget=ScaleWidget(low=low, high=high),
            **options,
        )

    def when_not_asked(self) -> None:
        return None

    def clean(self, value: Any) -> int | None:
        chosen = super().clean(value)
        return int(chosen) if chosen != "" else None


class ChoicesField(_Chosen, forms.MultipleChoiceField):
    """Checkboxes: any number of answers. `none_of_these` is the value of the answer that excludes the others."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, choices: Choices = (), none_of_these: str = "", **options: Any) -> None:
        super().__init__(choices=self._learn(choices), **options)
        self.none_of_these = none_of_these

    def offer(self, choices: Choices) -> None:
        self.choices = self._learn(choices)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.none_of_these in value and len(value) > 1:
            label = next(option.label for option in self.options if option.value == self.none_of_these)
            raise ValidationError(f"Select what applies, or select “{label}”, not both", code="exclusive")
