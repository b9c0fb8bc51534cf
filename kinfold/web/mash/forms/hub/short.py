"""The hub's short forms: rate, search again, return a decision, the parents know now, answer, not ours."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    TextField,
)

MEANINGS = {
    "red": "A child may be in danger.",
    "amber": "A child may be harmed if nothing changes.",
    "green": "A child or family may need some help.",
}


class RateForm(GovukForm):
    rating = ChoiceField(label="How urgent is it?", missing="Choose red, amber or green")
    reason = LongTextField(
        label="Why", hint="You must say why when you change a rating.", required=False, rows=3, max_length=1000
    )
    version = HiddenField(required=False)

    def __init__(self, *args: Any, within: Mapping[str, str], **kwargs: Any) -> None:
        """``within``: each rating ▶ how soon such a contact is looked at, as the partnership has set it."""
        super().__init__(*args, **kwargs)
        self.fields["rating"].offer(
            Choice(rating, rating.capitalize(), hint=f"{meaning} Look at it within {within[rating]}.")
            for rating, meaning in MEANINGS.items()
        )


class ShiftNoteForm(GovukForm):
    words = LongTextField(
        label="What must they know?", hint="Who was rung, who rings back, what was promised. Name no address.", rows=5,
        max_length=5000, missing="Write what the next shift must know",
    )  # fmt: skip


class SearchAgainForm(GovukForm):
    name = TextField(label="Name", required=False, width="20")
    born_on = DateField(label="Date of birth", required=False, must_be="today_or_past")
    postcode = TextField(label="Postcode", required=False, width="10", max_length=10)
    number = TextField(label="NHS number or UPN", required=False, width="20", max_length=20)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.get(name) for name in ("born_on", "postcode", "number")):
            raise ValidationError("Give a name and one thing more: a date of birth, a postcode or a number.")
        return cleaned


class ReturnForm(GovukForm):
    reason = LongTextField(
        label="What would you like looked at again?", missing="Say what you would like looked at again", rows=4
    )
    version = HiddenField(required=False)


class ParentsKnowForm(GovukForm):
    how = LongTextField(
        label="Who told the parents, and when?",
        hint="For example: the head teacher told both parents on Tuesday, and they were glad of help.",
        missing="Say who told the parents, and when",
        rows=3,
        max_length=1000,
    )
    version = HiddenField(required=False)


class FeedbackForm(GovukForm):
    words = LongTextField(
        label="What the referrer reads",
        hint="Written from your decisions. Change what you like. Say nothing of other children or adults.",
        missing="Write what the referrer should know",
        rows=14,
    )


class NotOursForm(GovukForm):
    reason = LongTextField(
        label="Why is this not yours?",
        hint="The hub reads this and decides what to do.",
        missing="Say why, so that the hub can decide",
        rows=3,
        max_length=1000,
    )
