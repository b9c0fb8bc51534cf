"""The pages about one child: who they are, home, school, how to talk with them, and the worry."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.practice import identifiers
from kinfold.practice.code_lists import code_list
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    LongTextField,
    PostcodeField,
    SelectField,
    TextField,
    YesNoField,
)
from kinfold.web.mash.forms.contact.page import PageForm

OLDEST = 25  # the age to which special educational needs and leaving care may bring somebody here
LATE_BABY, LONGEST_PREGNANCY = timedelta(days=30), timedelta(days=300)
ENGLISH = "en"


class ChildForm(PageForm):
    forename = TextField(
        label="First name",
        hint="If you do not know it, write what you know, like “boy, about 6” or “baby Larch”",
        missing="Enter the child's first name, or what you know, like “boy, about 6”",
    )
    surname = TextField(label="Last name", required=False)
    born = ChoiceField(
        label="How old is the child?",
        choices=[
            Choice("date", "I know the date of birth", reveals=["born_on"]),
            Choice("age", "I only know about how old they are", reveals=["age"]),
            Choice("unborn", "They are not born yet", reveals=["expected_on"]),
        ],
        missing="Say how old the child is, as well as you can",
    )
    born_on = DateField(
        label="Date of birth",
        must_be="today_or_past",
        hint="For example, 27 3 2017",
        missing="Enter the date of birth, or choose “I only know about how old they are”",
    )
    age = TextField(label="About how old?", max_length=40, width="10", hint="For example, 7, or 18 months")
    expected_on = DateField(label="When is the baby due?", missing="Enter the date, or about when the baby is due")
    sex = ChoiceField(
        label="Sex", choices=[("F", "Girl"), ("M", "Boy"), ("U", "Not known")], missing="Select girl, boy or not known"
    )

    def clean_born_on(self) -> date | None:
        born_on: date | None = self.cleaned_data["born_on"]
        if born_on and self.today and born_on < self.today.replace(year=self.today.year - OLDEST, day=1):
            raise ValidationError(f"Check the year: this person would be {self.today.year - born_on.year} years old")
        return born_on

    def clean_expected_on(self) -> date | None:
        due: date | None = self.cleaned_data["expected_on"]
        if due and self.today and not -LATE_BABY <= due - self.today <= LONGEST_PREGNANCY:
            raise ValidationError("The day a baby is due must be within the next ten months")
        return due


class HomeForm(PageForm):
    same = ChoiceField(label="Where does the child live, and who with?", missing="Say where the child lives")
    address = LongTextField(label="Address", max_length=500, rows=3, required=False)
    postcode = PostcodeField()
    parents = LongTextField(
        label="Parents and carers",
        hint="Names, who they are to the child, and telephone numbers if you have them. Others at home too.",
        max_length=2000,
        rows=4,
        required=False,
    )

    def set_up(self) -> None:
        earlier = self.scene.earlier_children
        if not earlier:
            del self.fields["same"]
            return
        answers = self.scene.answers
        self.fields["same"].label = f"Where does {self.scene.first_name} live, and who with?"
        self.fields["same"].offer(
            [
                *(Choice(key, f"The same home and family as {answers.first_name_of(key)}") for key in earlier),
                Choice("different", "Somewhere else, or with others", reveals=["address", "postcode", "parents"]),
            ]
        )


class SchoolForm(PageForm):
    school = TextField(label="School, nursery or college", required=False, hint="Leave empty if they go to none")
    upn = TextField(
        label="Unique pupil number (UPN)", required=False, width="20", hint="If you know it, like H801200001001"
    )
    nhs_number = TextField(label="NHS number", required=False, width="20", hint="If you know it, like 943 476 5919")

    def first_answers(self) -> dict[str, Any]:
        agency = self.scene.by.agency
        own_school = agency.name if agency and agency.kind == "school" and not self.scene.answers.for_caller else ""
        return {"school": own_school}

    def clean_upn(self) -> str:
        return self._identifier("upn")

    def clean_nhs_number(self) -> str:
        return self._identifier("nhs_number")

    def _identifier(self, kind: str) -> str:
        typed = str(self.cleaned_data[kind])
        if not typed:
            return ""
        try:
            return identifiers.identifier(kind, typed)
        except identifiers.ImpossibleIdentifier as problem:
            raise ValidationError(f"{problem}. If you are not sure, leave it empty") from problem


class TalkingForm(PageForm):
    first_language = SelectField(label="First language", required=False, placeholder="Not known")
    interpreter_needed = YesNoField(label="Do they or their family need an interpreter?", required=False)
    communication_needs = TextField(
        label="How do they communicate?",
        hint="For example, with signs, pictures or a device, or needs extra time",
        max_length=500,
        required=False,
    )
    disability_or_send = TextField(
        label="Disability or special educational needs", hint="Leave empty if none", max_length=500, required=False
    )

    def set_up(self) -> None:
        languages = code_list("language", self.today)
        self.fields["first_language"].offer([(code.code, code.label) for code in languages])

    def first_answers(self) -> dict[str, Any]:
        """A brother or sister most often speaks the same language."""
        for key in reversed(self.scene.earlier_children):
            if typed := self.scene.answers.typed("talking", key):
                return {name: typed.get(name, "") for name in ("first_language", "interpreter_needed")}
        return {}


class WorriesForm(PageForm):
    worries = ChoicesField(
        label="What are you worried about?",
        hint="Select all that apply. You can say more on a later page.",
        missing="Select at least one worry",
    )
    own_words = LongTextField(
        label="What has the child said?",
        hint="In the child's own words, as they said them",
        max_length=4000,
        rows=4,
        required=False,
    )

    def set_up(self) -> None:
        name = self.scene.first_name
        self.fields["worries"].offer([(code.code, code.label) for code in code_list("worry", self.today)])
        self.fields["own_words"].label = f"What has {name} said?"
