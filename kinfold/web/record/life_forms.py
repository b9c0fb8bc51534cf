"""A birth, a death, a move: what is asked."""

from kinfold.practice import code_lists
from kinfold.web.core.forms import DateField, GovukForm, HiddenField, LongTextField, SelectField, TextField


class BirthForm(GovukForm):
    born_on = DateField(label="When was the child born?", must_be="today_or_past", missing="Enter the day of birth")
    forename = TextField(label="First name", required=False, max_length=255)
    surname = TextField(label="Family name", required=False, max_length=255)
    sex = SelectField(label="Sex", choices=list(code_lists.labels("sex").items()), required=False)
    version = HiddenField(required=False)


class DeathForm(GovukForm):
    died_on = DateField(label="When did they die?", must_be="today_or_past", missing="Enter the day they died")
    version = HiddenField(required=False)


class MoveForm(GovukForm):
    on = DateField(label="When did they move?", must_be="today_or_past", missing="Enter the day they moved")
    to = TextField(label="To which council’s area?", hint="The council alone: no street, no postcode", max_length=100,
                   missing="Enter the council, or “not known”")  # fmt: skip
    passed_on = LongTextField(
        label="What was passed on to them?", hint="To whom, how and when; or why nothing was.", rows=3, max_length=1000,
        missing="Say what was passed on, or why nothing was",
    )  # fmt: skip
    version = HiddenField(required=False)
