"""Searching for a person, and choosing who takes over a colleague's work."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.web.access.models import User
from kinfold.web.casework.actions.passing_on import Work
from kinfold.web.core.forms import DateField, GovukForm, SelectField, TextField
from kinfold.web.record.selectors.colleagues import Held


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


class PassOnForm(GovukForm):
    """One colleague for everything, and for each thing another where that is better, or nobody for now."""

    says_optional = False
    STAYS = "stays"

    to_all = SelectField(label="Who takes over everything?", required=False, placeholder="Nobody takes over everything",
                         hint="You can choose somebody else for each thing below.")  # fmt: skip

    def __init__(self, *args: Any, held: Sequence[Held], able: Sequence[User], **kwargs: Any) -> None:
        each = {one.key: SelectField(label=f"{one.what}: {one.who}" if one.who else one.what, required=False,
                                     placeholder="As chosen for everything") for one in held}  # fmt: skip
        super().__init__(*args, also=each, **kwargs)
        self.held, self.able = held, {str(user.pk): user for user in able}
        people = [(key, f"{user.name}, {user.post}" if user.post else user.name) for key, user in self.able.items()]
        self.fields["to_all"].offer([("", self.fields["to_all"].placeholder), *people])
        for one in held:
            offered = [("", self.fields[one.key].placeholder), *people, (self.STAYS, "Leave it for now")]
            self.fields[one.key].offer(offered)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.chosen():
            self.add_error("to_all", "Choose who takes over, for everything or for at least one thing")
        return cleaned

    def chosen(self) -> list[tuple[Held, User]]:
        answers = [(one, self.cleaned_data.get(one.key) or self.cleaned_data.get("to_all")) for one in self.held]
        return [(one, self.able[answer]) for one, answer in answers if answer and answer != self.STAYS]

    def passed(self) -> list[tuple[Work, User]]:
        return [(row, to) for one, to in self.chosen() for row in one.rows]
