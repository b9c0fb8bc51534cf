"""What is asked about something to mind; wording and validation only."""

from typing import Any

from kinfold.practice import code_lists
from kinfold.web.core.forms import Choice, ChoiceField, GovukForm, LongTextField
from kinfold.web.people.models import Address

PERSON = "person"
STILL, OVER = "still", "over"


class CautionForm(GovukForm):
    kind = ChoiceField(
        label="What should a colleague do?",
        hint="The words you choose stand at the head of the person’s page, where the family may see them",
        missing="Choose what a colleague should do",
    )
    about = ChoiceField(label="What is it about?", missing="Say whether it is about the person or the home")
    reason = LongTextField(
        label="Why?",
        hint="Say what happened and when. The family may ask to read it.",
        missing="Say why",
        rows=4,
        max_length=2000,
    )

    def __init__(self, *args: Any, homes: list[Address], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = list(code_lists.labels("caution").items())
        at_home = [
            Choice(str(home.pk), "The home", f"{', '.join(home.lines)}. It then stands with everybody who lives there.")
            for home in homes
        ]
        self.fields["about"].offer([Choice(PERSON, "The person, wherever they are"), *at_home])
        self.fields["about"].initial = PERSON


class LookAgainForm(GovukForm):
    still = ChoiceField(
        label="Is it still so?",
        missing="Say whether it is still so",
        choices=[
            Choice(STILL, "Yes, it still needs minding"),
            Choice(OVER, "No, it no longer needs minding"),
        ],
    )
    reason = LongTextField(label="Why?", missing="Say why", rows=3, max_length=2000)
