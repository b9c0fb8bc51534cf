"""Asking for emergency access, and saying whether it was right: wording and validation."""

from typing import Any

from kinfold.practice import code_lists
from kinfold.web.core import clock
from kinfold.web.core.forms import ChoiceField, DateField, GovukForm, LongTextField, TextField
from kinfold.web.emergency.models import EmergencyRequest


class AskForm(GovukForm):
    name = TextField(label="The child’s or adult’s name", hint="First name and family name.", missing="Enter the name",
                     max_length=200, width="20")  # fmt: skip
    born_on = DateField(label="Date of birth", must_be="today_or_past", missing="Enter the date of birth")
    reason_code = ChoiceField(label="Why do you need the file now?", missing="Choose why you need the file now")
    reason = LongTextField(label="What is happening?", max_length=2000, rows=4,
                           hint="The Caldicott Guardian reads this, and the family may ask to.",
                           missing="Say what is happening, and why you need to see the file now")  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = code_lists.code_list("emergency_reason", clock.today())
        self.fields["reason_code"].offer([(each.code, each.label) for each in reasons])


class ReviewForm(GovukForm):
    outcome = ChoiceField(label="Was it right to ask?", choices=EmergencyRequest.Outcome.choices,
                          missing="Choose whether it was right")  # fmt: skip
    reasons = LongTextField(label="Why?", max_length=4000, rows=4, missing="Say why",
                            hint="Whoever asked reads this. Not justified ends the access at once.")  # fmt: skip
