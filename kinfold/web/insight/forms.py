"""Reports and files for the public: wording and validation."""

from typing import Any

from kinfold.web.core.forms import ChoiceField, GovukForm, HiddenField, LongTextField, TickField


class BeginForm(GovukForm):
    period = ChoiceField(label="Which quarter is the report for?", missing="Choose the quarter")

    def __init__(self, *args: Any, quarters: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["period"].choices = quarters


class RemarkForm(GovukForm):
    text = LongTextField(
        label="Commentary",
        hint="Leave an empty line between paragraphs. Name no child or family: the board’s papers travel.",
        max_length=8000,
        rows=14,
        missing="Write the commentary",
    )
    version = HiddenField()

    def __init__(self, *args: Any, label: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = label


class CirculationForm(GovukForm):
    circulation = LongTextField(
        label="Who receives the report?",
        hint="One line each: a group or a post.",
        max_length=2000,
        rows=6,
        missing="Say who receives the report",
    )
    version = HiddenField()


class SignForm(GovukForm):
    read = TickField(
        label="I have read the report and it may go to the board",
        missing="Read the report, then tick to say that it may go to the board",
    )
    version = HiddenField()
    fingerprint = HiddenField()


class PublishForm(GovukForm):
    read = TickField(
        label="I have read the file and anybody may have it",
        missing="Read the file, then tick to say that anybody may have it",
    )
    version = HiddenField()
