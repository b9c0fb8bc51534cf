"""What is asked about a person, a question at a time or a few together; wording and validation only."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.practice import code_lists, identifiers
from kinfold.web.core import words
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    PostcodeField,
    SelectField,
    TextField,
    YesNoField,
)
from kinfold.web.people.models import Person, Setting

NEW = "new"


def listed(name: str) -> list[tuple[str, str]]:
    return list(code_lists.labels(name).items())


class PersonForm(GovukForm):
    forename = TextField(label="First name", required=False, max_length=255)
    surname = TextField(label="Family name", required=False, max_length=255)
    known_as = TextField(label="Name they like to be called", required=False, max_length=255)
    unborn = YesNoField(label="Is this a child not yet born?", required=False)
    born_on = DateField(label="Date of birth", required=False, must_be="today_or_past")
    expected_on = DateField(label="Date the baby is due", hint="For a child not yet born", required=False)
    sex = SelectField(label="Sex", required=False)
    ethnicity = SelectField(label="Ethnicity", hint="As the person or a parent describes it", required=False)
    first_language = SelectField(label="First language", required=False)
    interpreter_needed = YesNoField(label="Is an interpreter needed?", required=False)
    communication_needs = LongTextField(
        label="How they communicate",
        hint="For example: signs, pictures, short sentences, needs time",
        required=False,
        rows=3,
    )
    send_status = SelectField(label="Special educational needs", required=False)
    version = HiddenField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, code_list in (("sex", "sex"), ("ethnicity", "ethnicity"), ("first_language", "language"),
                                ("send_status", "send_status")):  # fmt: skip
            self.fields[name].choices = listed(code_list)

    def facts(self) -> dict[str, Any]:
        """The answers as the action takes them: an unanswered yes or no is a no."""
        facts = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        facts["unborn"] = bool(facts["unborn"])
        facts["interpreter_needed"] = bool(facts["interpreter_needed"])
        if facts["unborn"]:
            facts["born_on"] = None
        return facts

    def shown(self, name: str, value: Any) -> str:
        """A fact as people read it: a code's words, a date, yes or no."""
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, date):
            return words.day(value)
        return dict(getattr(self.fields[name], "choices", ())).get(value, value) or ""


class AddressForm(GovukForm):
    line_1 = TextField(label="Building and street", missing="Enter the building and street")
    line_2 = TextField(label="Second line", required=False)
    town = TextField(label="Town or city", required=False, width="20")
    postcode = PostcodeField()
    ward = SelectField(label="Ward", hint="For a home in the city", required=False)
    since = DateField(label="Living there since", must_be="today_or_past", missing="Enter when they moved in")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ward"].choices = listed("ward")


class ConfidentialForm(GovukForm):
    reason = LongTextField(
        label="Why must the address be kept secret?", missing="Say why, so that others know how careful to be", rows=3
    )
    seen_by = ChoicesField(
        label="Who needs to see it?", hint="You will see it yourself. Nobody else will.", required=False
    )

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["seen_by"].choices = colleagues
        if not colleagues:
            del self.fields["seen_by"]


class NumberForm(GovukForm):
    kind = ChoiceField(label="Which number?", missing="Choose which number it is")
    value = TextField(label="Number", missing="Enter the number", width="20", max_length=40)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = listed("identifier_type")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") and cleaned.get("value"):
            value = cleaned["value"].replace(" ", "").upper()
            if problem := identifiers.problem_with(cleaned["kind"], value):
                self.add_error("value", ValidationError(problem))
        return cleaned


class RelationshipForm(GovukForm):
    related = ChoiceField(label="Who is it?", missing="Choose the person, or somebody not yet recorded")
    forename = TextField(label="Their first name", required=True, missing="Enter their first name", max_length=255)
    surname = TextField(label="Their family name", required=True, missing="Enter their family name", max_length=255)
    kind = SelectField(label="What are they to the child?", missing="Choose what they are to the child")
    parental_responsibility = YesNoField(
        label="Do they hold parental responsibility?",
        hint="The right in law to decide for the child. Mothers have it; others may.",
        missing="Say whether they hold parental responsibility",
    )

    def __init__(self, *args: Any, family: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["related"].offer(
            [
                *(Choice(str(person.pk), person.name) for person in family),
                Choice(NEW, "Somebody not yet recorded", reveals=("forename", "surname")),
            ]
        )
        self.fields["kind"].choices = listed("relationship_kind")

    def somebody_new(self) -> dict[str, Any] | None:
        """The name of whoever is to be recorded; nothing where they are on file."""
        if self.cleaned_data["related"] != NEW:
            return None
        return {"forename": self.cleaned_data["forename"], "surname": self.cleaned_data["surname"]}


class SchoolForm(GovukForm):
    setting = SelectField(label="School, nursery, college or surgery", missing="Choose the setting")
    since = DateField(label="Since", must_be="today_or_past", missing="Enter when they started")

    def __init__(self, *args: Any, settings: list[Setting], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["setting"].choices = [(str(each.pk), each.name) for each in settings]


class DisabilityForm(GovukForm):
    codes = ChoicesField(
        label="Disabilities", missing="Choose at least one, or that there is none", none_of_these="NONE"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["codes"].choices = listed("disability")
