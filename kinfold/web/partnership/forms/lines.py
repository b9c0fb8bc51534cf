"""Changing what a strategy says, and reading its file in."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.indicators.asked import measures
from kinfold.web.core.forms import (
    ChoicesField,
    DateField,
    FileField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
    TextField,
    VersionField,
)
from kinfold.web.partnership.models import Board, Objective, Priority


class LineForm(GovukForm):
    title = LongTextField(label="What does it say?", rows=3, max_length=1000, missing="Say what it is")
    board = SelectField(
        label="Which board answers for it?", required=False, placeholder="The same as the line above it"
    )
    starts_on = DateField(label="From which day?", required=False)
    ends_on = DateField(label="Until which day?", required=False)
    measures = LongTextField(
        label="Measures of its document", hint="Their numbers, one a line, such as 1.2a.", rows=4, required=False
    )
    spine = ChoicesField(label="Which themes of the spine does it serve?", required=False)
    version = VersionField()

    def __init__(
        self, *args: Any, boards: Iterable[Board], themes: Iterable[Priority], document: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        self.fields["board"].offer([(one.key, one.name) for one in boards])
        offered = [(one.key, f"{one.mark} {one.short or one.title}") for one in themes]
        if offered:
            self.fields["spine"].offer(offered)
        else:
            del self.fields["spine"]

    def clean_measures(self) -> tuple[str, ...]:
        numbers = tuple(dict.fromkeys(self.cleaned_data["measures"].split()))
        unknown = [number for number in numbers if f"{self.document} {number}" not in measures()]
        if unknown:
            raise ValidationError(f"Its document asks for no measure {unknown[0]}", code="unknown")
        return numbers


class ObjectiveForm(GovukForm):
    kind = SelectField(label="What is it?", choices=Objective.Kind.choices, missing="Choose what it is")
    number = TextField(label="Number", max_length=10, width="5", missing="Enter its number")
    title = LongTextField(label="What does it say?", rows=3, max_length=1000, missing="Say what it is")


class ActionForm(GovukForm):
    number = TextField(label="Number", max_length=10, width="5", missing="Enter its number")
    title = LongTextField(label="What will be done?", rows=3, max_length=1000, missing="Say what will be done")
    owner_post = TextField(label="Who owns it?", hint="A post, not a person’s name.", missing="Enter the owner’s post")
    objective = SelectField(label="Towards which objective?", required=False, placeholder="None in particular")

    def __init__(self, *args: Any, objectives: Iterable[Objective], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].offer([(str(one.pk), f"{one.number} {one.title}") for one in objectives])


class FileForm(GovukForm):
    file = FileField(
        label="Which file?",
        hint="A file of a strategy or of the boards, as Kinfold writes it. You see what would change before it does.",
        accepts=(".toml",),
        most_megabytes=2,
        missing="Choose a file",
    )


class ReadInForm(GovukForm):
    text = HiddenField(required=True)
