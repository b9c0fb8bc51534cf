"""A professional rings for advice."""

from typing import Any

from kinfold.practice import code_lists
from kinfold.web.access.models import Agency
from kinfold.web.core.forms import (
    ChoiceField,
    GovukForm,
    LongTextField,
    SelectField,
    TextField,
    WholeNumberField,
    YesNoField,
)
from kinfold.web.mash.actions.advising import Asked


class AdviceForm(GovukForm):
    says_optional = False

    agency = SelectField(label="Who asks?", missing="Choose the agency that asks", placeholder="Choose an agency")
    post = TextField(
        label="Their post", required=False, max_length=100, hint="For example: health visitor. Not their name."
    )
    topic = ChoiceField(label="What is it about?", missing="Choose what it is about",
                        choices=list(code_lists.labels("advice_topic").items()))  # fmt: skip
    identified = YesNoField(label="Could you tell from the call which child this is?",
                            missing="Select yes if you could tell which child this is")  # fmt: skip
    harm = YesNoField(label="Does anybody suspect significant harm?",
                      missing="Select yes if anybody suspects significant harm")  # fmt: skip
    question = LongTextField(label="What do they ask?", required=False, rows=3, max_length=2000,
                             hint="Without any name, address or school.")  # fmt: skip
    advised = LongTextField(label="What did you advise?", required=False, rows=3, max_length=2000,
                            hint="Without any name, address or school.")  # fmt: skip
    minutes = WholeNumberField(label="How many minutes did it take?", required=False, min_value=1, max_value=600)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in Agency.objects.order_by("name")}
        offered = [(key, agency.name) for key, agency in self.agencies.items()]
        self.fields["agency"].offer([("", self.fields["agency"].placeholder), *offered])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.is_contact and not cleaned.get("advised"):
            self.add_error("advised", "Say what you advised")
        return cleaned

    @property
    def is_contact(self) -> bool:
        """The rule of the line: such a call is a contact, and no advice is kept of it."""
        return bool(self.cleaned_data.get("identified") or self.cleaned_data.get("harm"))

    @property
    def asked(self) -> Asked:
        said = self.cleaned_data
        return Asked(self.agencies[said["agency"]], said["post"], said["topic"])
