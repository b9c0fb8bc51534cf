"""The call three months after help ended."""

from kinfold.practice import code_lists
from kinfold.web.core.forms import ChoiceField, DateField, GovukForm, HiddenField, LongTextField


class AfterHelpForm(GovukForm):
    contacted_on = DateField(label="When did you ring, or last try?", must_be="today_or_past",
                             missing="Enter the day you rang")  # fmt: skip
    going = ChoiceField(label="How are things?", choices=list(code_lists.labels("after_help").items()),
                        missing="Choose how things are")  # fmt: skip
    words = LongTextField(label="What did they say?", hint="In their words.", rows=4, required=False, max_length=2000)
    version = HiddenField(required=False)
