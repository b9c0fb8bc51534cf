"""Reports and files for the public: wording and validation."""

from typing import Any

from kinfold.web.core.forms import (
    ChoiceField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
    TickField,
    VersionField,
)


class BeginForm(GovukForm):
    period = ChoiceField(label="Which period is the report for?", missing="Choose the period")

    def __init__(self, *args: Any, periods: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["period"].choices = periods


class SectionForm(GovukForm):
    text = LongTextField(
        label="What do you want to say?",
        hint="Leave an empty line between paragraphs. Name no child or family: the board’s papers travel.",
        max_length=20_000,
        rows=14,
        missing="Write the text",
    )
    ready = TickField(label="It is ready to be read and signed off", required=False)
    version = VersionField()


class AuthorForm(GovukForm):
    author = SelectField(label="Who writes this part?", missing="Choose who writes this part")
    version = VersionField()

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["author"].choices = people


class CommentForm(GovukForm):
    text = LongTextField(
        label="Comment on this part",
        hint="Name no child or family.",
        max_length=4000,
        rows=4,
        missing="Write the comment",
    )


class CirculationForm(GovukForm):
    circulation = LongTextField(
        label="Who receives the report?",
        hint="One line each: a group or a post.",
        max_length=2000,
        rows=6,
        missing="Say who receives the report",
    )
    version = VersionField()


class SignForm(GovukForm):
    read = TickField(
        label="I have read the report and it may go to the board",
        missing="Read the report, then tick to say that it may go to the board",
    )
    version = VersionField()
    fingerprint = HiddenField()


class PublishForm(GovukForm):
    read = TickField(
        label="I have read the file and anybody may have it",
        missing="Read the file, then tick to say that anybody may have it",
    )
    version = VersionField()
