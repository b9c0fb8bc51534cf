"""Saying what was decided of how an indicator is read: wording and validation."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.indicators.gathering.numbers import NotANumber, read_number
from kinfold.indicators.periods import Period
from kinfold.reports import period_in_full
from kinfold.web.core.forms import DateField, FileField, GovukForm, LongTextField, SelectField, TextField, VersionField


class NumberField(TextField):
    """A number of nought or more, with decimals where there are any."""

    def clean(self, value: Any) -> Decimal | None:
        try:
            return read_number(super().clean(value), whole=False)
        except NotANumber as problem:
            raise ValidationError(f"{self.label} {problem}", code="number") from problem


class RulingForm(GovukForm):
    starts_on = SelectField(label="From which quarter?", missing="Choose the quarter")
    words = LongTextField(label="Why?", rows=3, max_length=1000)
    decided_by = TextField(
        label="Who decided it?",
        hint="A board or a post, such as Early Help Board. Your own name is kept beside it.",
        missing="Enter who decided it",
    )
    decided_on = DateField(label="When was it decided?", must_be="today_or_past", missing="Enter the day")
    version = VersionField()

    def __init__(self, *args: Any, quarters: Iterable[Period], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["starts_on"].offer([(one.starts_on.isoformat(), period_in_full(one.key)) for one in quarters])
        self.fields["decided_on"].today = today

    def clean_starts_on(self) -> date:
        return date.fromisoformat(self.cleaned_data["starts_on"])


class BaselineForm(RulingForm):
    """A process that has changed for good, and is judged by itself from then on."""

    words = LongTextField(
        label="What has changed for good?",
        hint="It is printed under the chart. Say what was done, and why the old mean and limits tell nothing any more.",
        rows=3,
        max_length=1000,
        missing="Say what has changed for good",
    )


class DefinitionForm(RulingForm):
    words = LongTextField(
        label="How is it counted from then on?",
        hint="It is printed under the chart, after “Counted in another way”.",
        rows=3,
        max_length=1000,
        missing="Say how it is counted from then on",
    )


class TargetForm(RulingForm):
    field_order = ("value", "tolerance", "starts_on", "reach_by", "words", "decided_by", "decided_on", "version")

    value = NumberField(label="Target", width="10", missing="Enter the target")
    tolerance = NumberField(
        label="Tolerance",
        hint="A figure that misses the target by so much or less is said to be within its tolerance.",
        width="10",
        required=False,
    )
    reach_by = DateField(label="By which day is it to be reached?", hint="Leave it empty for none.", required=False)
    words = LongTextField(
        label="Where is it written?",
        hint="The document, or the paper that the board agreed.",
        rows=2,
        max_length=300,
        missing="Say where the target is written",
    )

    def __init__(self, *args: Any, unit: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["value"].help_text = f"{unit}."


class WithdrawForm(GovukForm):
    because = LongTextField(label="Why does it no longer hold?", rows=3, max_length=1000, missing="Say why")
    version = VersionField()


class NeighboursForm(GovukForm):
    file = FileField(
        label="Which file?",
        hint="A CSV file with a row for each area and neighbour.",
        accepts=(".csv",),
        most_megabytes=2,
        missing="Choose a file",
    )
