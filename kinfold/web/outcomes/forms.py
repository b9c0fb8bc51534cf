"""A family's outcomes: wording and validation."""

from collections.abc import Mapping
from typing import Any

from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    TextField,
)
from kinfold.web.outcomes.models import Claim, Seen

AGREE, RETURN = "agree", "return"


class NeedForm(GovukForm):
    says_optional = False

    outcome = ChoiceField(label="Which outcome does the family not have yet?", missing="Choose one of the ten outcomes")
    shown_by = LongTextField(label="What shows it?", hint="What somebody saw or counted, and when.", rows=3,
                             max_length=2000, missing="Say what shows it")  # fmt: skip
    found_on = DateField(label="Since when do you know?", must_be="today_or_past", missing="Enter the day")

    def __init__(self, *args: Any, left: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].offer(left.items())


class SeenForm(GovukForm):
    says_optional = False

    stage = ChoiceField(label="What did you see?", choices=Seen.Stage.choices, missing="Choose what you saw")
    seen_on = DateField(label="When was it so?", must_be="today_or_past", missing="Enter the day")
    evidence = LongTextField(label="What shows it?", hint="Something that somebody else could look up.", rows=3,
                             max_length=2000, missing="Say what shows it")  # fmt: skip
    source = TextField(label="Who or what says so?", hint="Like the school’s register, the health visitor, the family.",
                       missing="Say who or what says so")  # fmt: skip


class DropForm(GovukForm):
    because = LongTextField(label="Why was it no need?", rows=3, max_length=1000, missing="Say why it was no need")
    version = HiddenField(required=False)


class PutForwardForm(GovukForm):
    words = LongTextField(label="What changed for the family?", hint="Write so that the family could read it.", rows=5,
                          max_length=3000, missing="Say what changed for the family")  # fmt: skip


class CheckForm(GovukForm):
    says_optional = False

    looked_at = ChoicesField(label="What did you look at?", choices=Claim.Looked.choices, required=False)
    verdict = ChoiceField(
        label="What do you decide?",
        choices=[(AGREE, "I agree: the outcomes are shown"), Choice(RETURN, "Return it", reveals=["words"])],
        missing="Choose whether you agree",
    )
    words = LongTextField(label="What is missing?", rows=3, max_length=2000, missing="Say what is missing")
    version = HiddenField(required=False)
