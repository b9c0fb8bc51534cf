"""Forms as the GOV.UK Design System has them, from Django's own."""

from kinfold.web.core.forms.choices import Choice, ChoiceField, ChoicesField, ScaleField, SelectField, YesNoField
from kinfold.web.core.forms.dates import DateField, MomentField
from kinfold.web.core.forms.fields import (
    EmailField,
    FileField,
    HiddenField,
    LongTextField,
    PasswordField,
    PostcodeField,
    TelephoneField,
    TextField,
    TickField,
    TimeField,
    VersionField,
    WholeNumberField,
)
from kinfold.web.core.forms.form import GovukForm, GovukFormMixin

__all__ = [
    "Choice",
    "ChoiceField",
    "ChoicesField",
    "DateField",
    "EmailField",
    "FileField",
    "GovukForm",
    "GovukFormMixin",
    "HiddenField",
    "LongTextField",
    "MomentField",
    "PasswordField",
    "PostcodeField",
    "ScaleField",
    "SelectField",
    "TelephoneField",
    "TextField",
    "TickField",
    "TimeField",
    "VersionField",
    "WholeNumberField",
    "YesNoField",
]
