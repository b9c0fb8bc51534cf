"""Signing in, accounts and roles: wording and validation."""

from typing import Any

from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from kinfold.practice import code_lists
from kinfold.web.access.permissions import ROLES, Role
from kinfold.web.core.forms import EmailField, GovukForm, PasswordField, SelectField, TelephoneField, TextField


class SignInForm(GovukForm):
    username = EmailField(label="E-mail address", missing="Enter your e-mail address")
    password = PasswordField(label="Password", missing="Enter your password")

    def __init__(self, data: Any = None, *, request: HttpRequest | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.request = request
        self.user: Any = None
        self.tried = False  # there were an address and a password to try

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("username") and cleaned.get("password"):
            self.tried = True
            self.user = authenticate(self.request, username=cleaned["username"].lower(), password=cleaned["password"])
            if self.user is None:
                raise ValidationError("The e-mail address or the password is not right. Check both and try again.")
        return cleaned


class AccountForm(GovukForm):
    name = TextField(label="Full name", missing="Enter the person’s name")
    post = TextField(label="Post", required=False, hint="For example, Designated Safeguarding Lead")
    email = EmailField(label="E-mail address", missing="Enter an e-mail address")
    telephone = TelephoneField(label="Telephone", required=False, hint="Colleagues see it on families they share")
    agency = SelectField(label="Agency", missing="Choose the agency")

    def __init__(self, data: Any = None, *, agencies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["agency"].choices = [("", "Choose an agency"), *agencies]


class RoleForm(GovukForm):
    role = SelectField(
        label="Role",
        missing="Choose a role",
        choices=[("", "Choose a role"), *((r, d.title) for r, d in ROLES.items() if r != Role.AGENCY_SYSTEM)],
    )
    team = SelectField(label="Team", missing="Choose a team")

    def __init__(self, data: Any = None, *, teams: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["team"].choices = [("", "Choose a team"), *teams]


class AgencyForm(GovukForm):
    name = TextField(label="Name of the agency", missing="Enter the agency’s name", max_length=200)
    kind = SelectField(label="What kind of agency is it?", missing="Choose the kind of agency")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["kind"].choices = list(code_lists.labels("agency_kind").items())


class SystemForm(GovukForm):
    name = TextField(
        label="Which system is it?",
        hint="As the agency calls it, such as “Hampshire police, public protection notices”",
        missing="Enter a name for the system",
        max_length=200,
    )


class TeamForm(GovukForm):
    name = TextField(
        label="Name of the team",
        hint="A school or surgery may be one team with its own name",
        missing="Enter the team’s name",
        max_length=200,
    )
    service = SelectField(label="What does the team do?", missing="Choose what the team does")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["service"].choices = list(code_lists.labels("service").items())


class PasswordForm(GovukForm):
    old_password = PasswordField(label="Password that you have now", missing="Enter the password that you have now")
    new_password = PasswordField(
        label="New password",
        hint="At least 12 characters. Three random words are good.",
        missing="Enter a new password",
    )
