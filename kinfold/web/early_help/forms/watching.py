"""The list of children to keep an eye on: wording and validation."""

from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    YesNoField,
)

CONTACT, STOP = "contact", "stop"


class WatchForm(GovukForm):
    says_optional = False

    reason = LongTextField(label="Why keep an eye on this child?", hint="Write so that the family could read it.",
                           rows=4, max_length=2000, missing="Say why")  # fmt: skip
    ends_by = DateField(label="Until when, at the latest?", hint="Half a year at most. You can set another day later.",
                        missing="Enter the day it ends at the latest")  # fmt: skip
    parents_know = YesNoField(
        label="Do the parents know?", yes=Choice("yes", "Yes"), no=Choice("no", "No", reveals=["why_not_told"]),
        missing="Choose whether the parents know",
    )  # fmt: skip
    why_not_told = LongTextField(label="Why not?", rows=3, max_length=1000, missing="Say why the parents do not know")


class WatchedForm(GovukForm):
    """A contact, or the end."""

    says_optional = False

    what = ChoiceField(
        label="What do you want to say?",
        choices=[
            Choice(CONTACT, "There was a contact", reveals=["contacted_on", "words", "ends_by"]),
            Choice(STOP, "The child leaves the list", reveals=["because"]),
        ],
        missing="Choose what you want to say",
    )
    contacted_on = DateField(label="When?", must_be="today_or_past", missing="Enter the day of the contact")
    words = LongTextField(label="What did you learn?", rows=4, max_length=2000, missing="Say what you learnt")
    ends_by = DateField(label="Keep an eye on them until", missing="Enter the day it ends at the latest")
    because = LongTextField(label="Why?", rows=3, max_length=1000, missing="Say why the child leaves the list")
    version = HiddenField(required=False)
