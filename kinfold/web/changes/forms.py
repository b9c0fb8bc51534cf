"""A file of changes and whose it is; and what to do with a line that waits."""

from collections.abc import Iterable
from typing import Any

from kinfold.web.core.forms import Choice, ChoiceField, FileField, GovukForm, LongTextField, SelectField
from kinfold.web.core.words import day
from kinfold.web.people.models import Person

LEAVE_OUT = "leave_out"


class FileForm(GovukForm):
    agency = SelectField(label="Who sent it?", missing="Choose who sent it")
    file = FileField(
        label="The file",
        hint="A .csv file, up to 10MB, with a line for each change.",
        accepts=(".csv",),
        most_megabytes=10,
        missing="Choose the file",
    )

    def __init__(self, *args: Any, agencies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["agency"].choices = [("", "Choose an agency"), *agencies]


class DecideForm(GovukForm):
    """Who it may be, and whether Kinfold has something newer, is handed in by the view."""

    says_optional = False

    what = ChoiceField(label="What do you want to do?", missing="Choose what to do")
    reason = LongTextField(
        label="Why is it not taken in?", hint="For example: the school confirmed that it meant another child.", rows=3,
        max_length=1000, missing="Say why it is not taken in",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[Person], older: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        hint = "What Kinfold has from a later day stays. What it has from the same day ends." if older else ""
        self.fields["what"].offer(
            [
                *(Choice(str(one.pk), f"Take it in for {one.name}, born {day(one.born_on)}", hint) for one in people),
                Choice(LEAVE_OUT, "Leave it out", reveals=["reason"]),
            ]
        )
