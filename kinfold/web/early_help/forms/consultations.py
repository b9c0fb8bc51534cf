"""A consultation, and whether the family was referred after all."""

from typing import Any

from kinfold.practice import code_lists
from kinfold.web.access.models import Agency
from kinfold.web.core.forms import (
    ChoiceField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
    TextField,
    YesNoField,
)
from kinfold.web.early_help.actions.consultations import Consulted


class ConsultationForm(GovukForm):
    says_optional = False

    kind = ChoiceField(label="What was it?", choices=list(code_lists.labels("consultation_kind").items()),
                       missing="Choose what it was")  # fmt: skip
    held_on = DateField(label="When was it?", must_be="today_or_past", missing="Enter the day it was held")
    agency = SelectField(label="Who asked?", missing="Choose the agency that asked", placeholder="Choose an agency")
    post = TextField(label="Their post", hint="For example: head of year. Not their name.", required=False,
                     max_length=100)  # fmt: skip
    topic = ChoiceField(label="What was it about?", choices=list(code_lists.labels("advice_topic").items()),
                        missing="Choose what it was about")  # fmt: skip
    referral_intended = YesNoField(label="Had they meant to refer the family?",
                                   missing="Select yes if they had meant to refer the family")  # fmt: skip
    question = LongTextField(label="What did they ask?", rows=3, required=False, max_length=2000,
                             hint="Without any name, address or school.")  # fmt: skip
    decided = LongTextField(label="What will they try?", rows=3, max_length=2000,
                            hint="Without any name, address or school.",
                            missing="Say what they will try")  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.agencies = {str(agency.pk): agency for agency in Agency.objects.order_by("name")}
        self.fields["agency"].offer((key, agency.name) for key, agency in self.agencies.items())

    @property
    def said(self) -> Consulted:
        return Consulted(**{**self.cleaned_data, "agency": self.agencies[self.cleaned_data["agency"]]})


class ReferredForm(GovukForm):
    referred = YesNoField(label="Was the family referred after all?",
                          missing="Select yes if the family was referred after all")  # fmt: skip
    version = HiddenField(required=False)
