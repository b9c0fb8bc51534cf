"""The questions a form may ask in words and numbers, each with GOV.UK's error wording and cleaned text."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from kinfold.web.core.forms.text import clean_line, clean_text, inside_sentence
from kinfold.web.core.forms.times import read_time
from kinfold.web.core.forms.widgets import TimeWidget
from kinfold.web.core.versions import read_version


class Asked(forms.Field):
    """A question: its `label`, `hint`, and `missing`, the sentence when it must be answered and is not.

    `width` is GOV.UK's box width ("2", "3", "4", "5", "10", "20", "one-half", "two-thirds", "full").
    """

    verb = "Enter"

    def __init__(self, *, hint: str = "", missing: str = "", width: str = "", **options: Any) -> None:
        super().__init__(help_text=hint, **options)
        self.width = width
        self.missing = missing

    def prepare(self, name: str) -> None:
        """Called by the form once the field's name is known, so that wording can use the label."""
        if self.label is None:
            self.label = name.replace("_", " ").capitalize()
        self.error_messages["required"] = self.missing or self.default_missing(str(self.label))

    def default_missing(self, label: str) -> str:
        return f"Answer “{label}”" if label.endswith("?") else f"{self.verb} {inside_sentence(label)}"

    def named(self, instead: str) -> str:
        """What a sentence about the answer begins with: the label, unless it is a question."""
        return instead if str(self.label).endswith("?") else str(self.label)

    def when_not_asked(self) -> Any:
        """The cleaned value of a question that another answer did not bring up."""
        return self.to_python(None)


class TextField(Asked, forms.CharField):
    """One line. `autocomplete` and `inputmode` go to the browser."""

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(strip=True, **options)
        self.most = max_length

    def clean_written(self, value: str) -> str:
        return clean_line(value)

    def to_python(self, value: Any) -> str:
        return self.clean_written(str(value)) if value not in self.empty_values else ""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > self.most:
            named = self.named("Your answer")
            raise ValidationError(f"{named} must be {self.most:,} characters or less", code="max_length")


class LongTextField(TextField):
    """Several lines, with a count of the characters left."""

    widget = forms.Textarea

    def __init__(self, *, max_length: int = 4000, rows: int = 5, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        self.rows = rows

    def clean_written(self, value: str) -> str:
        return clean_text(value)


class EmailField(TextField):
    widget = forms.EmailInput

    def validate(self, value: Any) -> None:
        super().validate(value)
        name, at, domain = value.partition("@")
        if value and not (name and at and "." in domain.strip(".") and " " not in value):
            raise ValidationError("Enter an email address in the correct format, like name@example.com", code="invalid")


class TelephoneField(TextField):
    """A telephone number as people write it; spaces, brackets, a plus and an extension are all right."""

    def __init__(self, *, width: str = "20", **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}))
        super().__init__(width=width, max_length=40, **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        digits = sum(character.isdigit() for character in value)
        if value and (digits < 3 or not set(value.lower()) <= set("0123456789+-() .,ext#")):
            raise ValidationError("Enter a telephone number, like 023 9268 8793 or 07700 900 982", code="invalid")


class PasswordField(Asked, forms.CharField):
    widget = forms.PasswordInput

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)


class WholeNumberField(Asked, forms.IntegerField):
    def __init__(self, *, width: str = "4", **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(width=width, **options)

    def prepare(self, name: str) -> None:
        super().prepare(name)
        self.error_messages["invalid"] = f"{self.named('The number')} must be a whole number, like 4"
        for validator in self.validators:
            if isinstance(validator, MinValueValidator):
                validator.message = f"{self.named('The number')} must be {self.min_value:,} or more"
            elif isinstance(validator, MaxValueValidator):
                validator.message = f"{self.named('The number')} must be {self.max_value:,} or less"


class TimeField(Asked):
    """A time of day, typed as people say it: 9:30am, 9.30 am, 14:30, midday."""

    widget = TimeWidget

    def __init__(self, *, width: str = "5", **options: Any) -> None:
        super().__init__(width=width, **options)

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        read = read_time(str(value))
        if read is None:
            raise ValidationError(f"{self.named('The time')} must be a time, like 9:30am or 2:30pm", code="invalid")
        return read


class TickField(Asked, forms.BooleanField):
    """One box to tick, such as an agreement."""

    widget = forms.CheckboxInput

    def default_missing(self, label: str) -> str:
        return f"Tick “{label}” to continue"


class FileField(Asked, forms.FileField):
    """A file up to `most_megabytes`; `accepts` lists the endings allowed, such as (".pdf", ".csv")."""

    verb = "Choose"

    def __init__(self, *, accepts: tuple[str, ...] = (), most_megabytes: int = 20, **options: Any) -> None:
        super().__init__(**options)
        self.accepts, self.most_megabytes = accepts, most_megabytes
        self.error_messages["empty"] = "The file is empty. Choose another"

    def to_python(self, data: Any) -> Any:
        given = super().to_python(data)
        if given and self.accepts and not str(given.name).lower().endswith(self.accepts):
            raise ValidationError(f"The file must be one of these: {', '.join(self.accepts)}", code="type")
        if given and given.size > self.most_megabytes * 1024 * 1024:
            raise ValidationError(f"The file must be smaller than {self.most_megabytes}MB", code="size")
        return given


class PostcodeField(TextField):
    """In capitals, which some letters are longer in: what is measured is what is kept."""

    def __init__(self, *, label: str = "Postcode", max_length: int = 10, **options: Any) -> None:
        super().__init__(label=label, required=False, width="10", max_length=max_length, **options)

    def clean_written(self, value: str) -> str:
        return clean_line(value).upper()


class HiddenField(forms.CharField):
    """Carried by the page and not asked, such as the version of the row being changed."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(**options)


class VersionField(HiddenField):
    """The version of the row being changed; 0, which no row has, where the page carries none."""

    def clean(self, value: Any) -> int:
        return read_version(super().clean(value)) or 0
