"""One page of a questionnaire: a box for each voice, worded as the form in force words it."""

from typing import Any

from django.forms import Field

from kinfold.practice.forms import LONGEST_ANSWER
from kinfold.web.core.forms import ChoiceField, DateField, GovukForm, HiddenField, LongTextField, ScaleField
from kinfold.web.early_help.selectors.answers import Box

YES_NO = (("yes", "Yes"), ("no", "No"))


class AnswersForm(GovukForm):
    """Nothing on a page must be answered before the next: what is missing is asked for at the end."""

    says_optional = False
    version = HiddenField()

    def __init__(self, *args: Any, boxes: list[Box], **kwargs: Any) -> None:
        self.boxes = boxes
        super().__init__(*args, also={box.name: _field(box) for box in boxes}, **kwargs)

    def values(self) -> dict[str, str | int | None]:
        """What could be read; a box whose answer is wrong is left out."""
        return {box.name: self.cleaned_data[box.name] for box in self.boxes if box.name in self.cleaned_data}


def _field(box: Box) -> Field:
    question = box.question
    words: dict[str, Any] = {
        "label": box.label or question.label, "hint": "" if box.label else question.hint, "required": False
    }  # fmt: skip
    match question.kind:
        case "scale":
            return ScaleField(**words, low=question.lowest_means, high=question.highest_means)
        case "yes_no":
            return ChoiceField(**words, choices=YES_NO)
        case "choice":
            return ChoiceField(**words, choices=question.choices)
        case _:
            return LongTextField(**words, max_length=LONGEST_ANSWER, rows=4)


class FinishConversationForm(GovukForm):
    version = HiddenField()
    held_on = DateField(label="When did you talk?", must_be="today_or_past", missing="Enter the day you talked")
