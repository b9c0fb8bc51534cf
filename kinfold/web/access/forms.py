"""Signing in: wording and validation."""

from typing import Any

from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from kinfold.web.core.forms import EmailField, GovukForm, PasswordField


class SignInForm(GovukForm):
    username = EmailField(label="E-mail address", missing="Enter your e-mail address")
    password = PasswordField(label="Password", missing="Enter your password")

    def __init__(self, data: Any = None, *, request: HttpRequest | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.request = request
        self.user: Any = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("username") and cleaned.get("password"):
            self.user = authenticate(self.request, username=cleaned["username"].lower(), password=cleaned["password"])
            if self.user is None:
                raise ValidationError("The e-mail address or the password is not right. Check both and try again.")
        return cleaned
