"""Replying to a request: only what was asked is asked; and the code that opens a link."""

from typing import Any

from kinfold.web.core.forms import Choice, ChoiceField, GovukForm, LongTextField, TextField
from kinfold.web.sharing.actions.replies import Reply
from kinfold.web.sharing.models import AgencyRequest, Question


class ReplyForm(GovukForm):
    """One box for each question, and none besides."""

    says_optional = False

    outcome = ChoiceField(label="What can you tell us?", missing="Choose how you reply")
    declined_because = LongTextField(
        label="Why will you not share it?", hint="The hub reads this, and a court may.", max_length=2000, rows=4,
        missing="Say why you will not share this",
    )  # fmt: skip

    def __init__(self, *args: Any, questions: list[Question], by_link: bool = False, **kwargs: Any) -> None:
        self.questions = questions
        boxes: dict[str, Any] = {
            _box(each): LongTextField(label=each.words, required=False, max_length=4000, rows=4) for each in questions
        }
        if by_link:
            boxes["name"] = TextField(label="Your name and post", missing="Enter your name and your post", width="20")
        super().__init__(*args, also=boxes, **kwargs)
        kinds = AgencyRequest.Outcome
        self.fields["outcome"].offer(
            [
                Choice(kinds.SHARED.value, kinds.SHARED.label, reveals=[_box(each) for each in questions],
                       hint="Leave a box empty if you know nothing of it. Do not say where the family lives."),
                Choice(kinds.NOTHING_KNOWN.value, kinds.NOTHING_KNOWN.label),
                Choice(kinds.DECLINED.value, kinds.DECLINED.label, reveals=["declined_because"]),
            ]
        )  # fmt: skip

    @property
    def said(self) -> Reply:
        answers = {each.pk: self.cleaned_data.get(_box(each)) or "" for each in self.questions}
        shared = self.cleaned_data["outcome"] == AgencyRequest.Outcome.SHARED
        return Reply(
            outcome=self.cleaned_data["outcome"], answers=answers if shared else {},
            declined_because=self.cleaned_data.get("declined_because") or "",
        )  # fmt: skip


class CodeForm(GovukForm):
    code = TextField(
        label="What is the code?", hint="Six numbers. The hub told you by telephone.", missing="Enter the code",
        width="5", max_length=20,
    )  # fmt: skip


def _box(question: Question) -> str:
    return f"answer_{question.position}"
