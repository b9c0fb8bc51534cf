"""How good a contact was."""

from typing import Any

from kinfold.practice import code_lists
from kinfold.web.core.forms import ChoiceField, ChoicesField, GovukForm, HiddenField, LongTextField


class GradeForm(GovukForm):
    says_optional = False

    grade = ChoiceField(label="Did it tell you enough?", missing="Choose whether it told enough",
                        choices=list(code_lists.labels("contact_grade").items()))  # fmt: skip
    lacks = ChoicesField(label="What was missing?", required=False, hint="Choose all that you had to ask for.",
                         choices=list(code_lists.labels("contact_lacks").items()))  # fmt: skip
    words = LongTextField(label="A word to whoever made it", required=False, rows=3, max_length=1000,
                          hint="If you like. What helped, or what would help next time.")  # fmt: skip
    version = HiddenField(required=False)

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("grade", "lacks", "words")}
