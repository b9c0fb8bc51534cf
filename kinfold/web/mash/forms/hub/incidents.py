"""What the police were called to, and the word to a school."""

from typing import Any

from django.core.exceptions import ValidationError

from kinfold.practice import code_lists
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    TextField,
    YesNoField,
)
from kinfold.web.mash.actions.incidents import SaidOfIncident

NOT_GRADED = "not_graded"
TOLD, NOT_TOLD = "told", "not_told"


class IncidentForm(GovukForm):
    says_optional = False

    number = TextField(label="Number of the incident", max_length=60, width="20", missing="Enter the incident’s number")
    happened_on = DateField(label="When did it happen?", must_be="today_or_past", missing="Enter the day it happened")
    domestic_abuse = YesNoField(label="Was it domestic abuse?", missing="Say whether it was domestic abuse")
    risk = ChoiceField(
        label="How did the police grade it?",
        choices=[*code_lists.labels("incident_risk").items(), (NOT_GRADED, "It was not graded")],
        missing="Choose how the police graded it",
    )
    conference_on = DateField(label="Day of the high-risk conference (MARAC)", hint="If there is one.", required=False)
    conference_actions = LongTextField(
        label="What was agreed there", hint="Who does what by when. Name no address.", rows=4, required=False,
        max_length=5000,
    )  # fmt: skip
    version = HiddenField(required=False)

    @property
    def said(self) -> SaidOfIncident:
        given = {name: self.cleaned_data[name] for name in SaidOfIncident.__dataclass_fields__}
        given["risk"] = "" if given["risk"] == NOT_GRADED else given["risk"]
        return SaidOfIncident(**given)


class WordToSchoolForm(GovukForm):
    told = ChoiceField(
        label="Was the school told?",
        choices=[
            Choice(TOLD, "Yes", reveals=["told_name", "how"]),
            Choice(NOT_TOLD, "No, and it will not be", reveals=["because"]),
        ],
        missing="Say whether the school was told",
    )
    told_name = TextField(label="Who was told?", hint="Their name and post", max_length=200)
    how = ChoiceField(
        label="How?",
        choices=[("telephone", "Telephone"), ("email", "Secure e-mail"), ("in_person", "In person")],
        required=False,
    )
    because = LongTextField(
        label="Why not?", hint="For example: the child is not at school yet", rows=3, max_length=1000
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("told_name", "because"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("told") == TOLD and not cleaned.get("told_name"):
            self.add_error("told_name", ValidationError("Say who at the school was told"))
        if cleaned.get("told") == NOT_TOLD and not cleaned.get("because"):
            self.add_error("because", ValidationError("Say why the school is not told"))
        return cleaned
