"""A restorative conversation or a circle, recorded lightly."""

from collections.abc import Iterable
from typing import Any

from kinfold.practice.code_lists import code_list
from kinfold.web.core.forms import ChoiceField, ChoicesField, DateField, GovukForm, LongTextField, TextField
from kinfold.web.early_help.rules import CIRCLES
from kinfold.web.early_help.selectors.people import Colleague
from kinfold.web.meetings.actions import Attending
from kinfold.web.people.models import Person


class CircleForm(GovukForm):
    kind = ChoiceField(label="What was it?", choices=CIRCLES.items(), missing="Choose what it was")
    held_on = DateField(label="When was it?", must_be="today_or_past", missing="Enter the day")
    people = ChoicesField(label="Who was there?", required=False)
    others = TextField(label="Who else?", hint="A neighbour, a friend, a teacher: separate them with commas.",
                       required=False)  # fmt: skip
    outcome = ChoiceField(label="How did it end?", missing="Choose how it ended")
    words = LongTextField(label="What came of it, in a few words?", hint="In their words where you can.", rows=3,
                          max_length=1000, missing="Say in a few words what came of it")  # fmt: skip
    again_on = DateField(label="When do they meet again?", must_be="today_or_future", required=False)

    def __init__(self, *args: Any, people: Iterable[Person], colleagues: Iterable[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._by_key = {f"p-{one.pk}": one for one in people} | {f"u-{one.user.pk}": one.user for one in colleagues}
        self.fields["people"].offer([
            *((f"p-{one.pk}", one.name) for one in people),
            *((f"u-{one.user.pk}", one.label) for one in colleagues),
        ])  # fmt: skip
        self.fields["outcome"].offer((code.code, code.label) for code in code_list("restorative_outcome", self.today))

    def who(self) -> list[Attending]:
        chosen = [self._by_key[key] for key in self.cleaned_data["people"] or ()]
        others = [name for said in self.cleaned_data["others"].split(",") if (name := said.strip())]
        return [Attending(one, attended=True) for one in [*chosen, *others]]
