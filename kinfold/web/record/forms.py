"""Searching for a person: a name and one thing more."""

from typing import Any

from django.core.exceptions import ValidationError

from kinfold.web.core.forms import DateField, GovukForm, TextField


class SearchForm(GovukForm):
    name = TextField(label="Name", hint="First name, family name or both. It need not be spelt right.",
                     missing="Enter a name", width="20")  # fmt: skip
    born_on = DateField(label="Date of birth", required=False, must_be="today_or_past")
    postcode = TextField(label="Postcode", required=False, width="10", max_length=10)
    number = TextField(label="NHS number or UPN", required=False, width="20", max_length=20)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.get(name) for name in ("born_on", "postcode", "number")):
            raise ValidationError(
                "Give a name and one thing more: a date of birth, a postcode or a number. "
                "This keeps people from being looked up out of curiosity."
            )
        return cleaned
