"""What is asked about a family, about mistakes and about who may see a record; wording and validation only."""

from datetime import date
from typing import Any
from uuid import UUID

from kinfold.practice import code_lists
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
    TextField,
)
from kinfold.web.core.ids import new_id
from kinfold.web.people.models import OtherName

CHILD, UNBORN, ADULT = "child", "unborn", "adult"


class AddPersonForm(GovukForm):
    who = ChoiceField(
        label="Who is it?",
        missing="Say whether it is a child, a child not yet born or an adult",
        choices=[
            Choice(CHILD, "A child", reveals=["born_on"]),
            Choice(UNBORN, "A child not yet born", reveals=["expected_on"]),
            Choice(ADULT, "An adult", reveals=["adult_born_on"]),
        ],
    )
    born_on = DateField(label="Date of birth", must_be="today_or_past", missing="Enter the child’s date of birth")
    expected_on = DateField(label="When is the baby due?", hint="The best estimate will do",
                            missing="Enter when the baby is due")  # fmt: skip
    adult_born_on = DateField(label="Date of birth", hint="If it is known", must_be="past", required=False)
    forename = TextField(
        label="First name", hint="May be empty for a child not yet born", required=False, max_length=255
    )
    surname = TextField(label="Family name", required=False, max_length=255)
    known_as = TextField(label="Name they like to be called", required=False, max_length=255)
    sex = SelectField(label="Sex", required=False)
    key = HiddenField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["sex"].choices = list(code_lists.labels("sex").items())
        self.fields["key"].initial = str(new_id())

    def clean_key(self) -> UUID:
        """The row's key was made when the page was opened, so that the same page sent twice is one person."""
        try:
            return UUID(self.cleaned_data["key"])
        except ValueError:
            return new_id()

    def facts(self) -> dict[str, Any]:
        facts = {name: self.cleaned_data[name] for name in ("forename", "surname", "known_as", "sex")}
        unborn = self.cleaned_data["who"] == UNBORN
        born: date | None = self.cleaned_data["born_on"] or self.cleaned_data["adult_born_on"]
        return {**facts, "unborn": unborn, "born_on": born, "expected_on": self.cleaned_data["expected_on"]}


class FamilyNameForm(GovukForm):
    name = TextField(
        label="What is the family called here?",
        hint="For example, Brookes or Okonkwo-Hart",
        missing="Enter a name for the family",
        max_length=255,
    )
    version = HiddenField(required=False)


class LeaveForm(GovukForm):
    on = DateField(label="When did they stop being part of this family?", must_be="today_or_past",
                   hint="What was recorded until then stays in the family’s file", missing="Enter the day")  # fmt: skip


OVER, MISTAKE = "over", "mistake"


class EndForm(GovukForm):
    why = ChoiceField(
        label="What happened?",
        missing="Say whether it is over or was never so",
        choices=[
            Choice(OVER, "It was so, and is over", reveals=["on"]),
            Choice(MISTAKE, "It was recorded by mistake", "It was never so, and will not be shown as having been"),
        ],
    )
    on = DateField(label="Since when is it over?", must_be="today_or_past", missing="Enter the day")


class OtherNameForm(GovukForm):
    name = TextField(label="The other name, in full", missing="Enter the name", max_length=300)
    kind = ChoiceField(label="What kind of name is it?", choices=OtherName.Kind.choices,
                       missing="Say what kind of name it is")  # fmt: skip
    used_from = DateField(label="Since when?", hint="If it is known", must_be="today_or_past", required=False)
    used_until = DateField(label="Until when?", hint="If it is known, and over", must_be="today_or_past",
                           required=False)  # fmt: skip


class MistakeForm(GovukForm):
    reason = LongTextField(label="What was the mistake?", missing="Say what the mistake was", rows=3, max_length=1000)


class WhyForm(GovukForm):
    reason = LongTextField(label="Why?", missing="Say why", rows=3, max_length=1000)


class RestrictForm(GovukForm):
    reason = LongTextField(
        label="Why must fewer people see this?",
        missing="Say why, so that others can review it",
        rows=3,
        max_length=1000,
    )
    seen_by = ChoicesField(
        label="Who may still see it?",
        hint="You will see it yourself. Everybody else will not find it, nor see that it exists.",
        required=False,
    )

    def __init__(self, *args: Any, named: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["seen_by"].choices = named
        if not named:
            del self.fields["seen_by"]
