"""Looking for a family, and recording that one agreed to help."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.web.core.forms import ChoiceField, ChoicesField, DateField, GovukForm, LongTextField, YesNoField
from kinfold.web.people.models import Person
from kinfold.web.sharing.rules import GIVEN_HOW


class _Answered(GovukForm):
    """Who gave the family's answer, how and when. People are offered by name and looked up by it again."""

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].offer([(key, person.name) for key, person in self.people.items()])

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class AgreementForm(_Answered):
    field_order = ("person", "agreed", "given_how", "given_on", "note")
    person = ChoiceField(label="Who did you ask?", missing="Choose who gave the answer")
    agreed = YesNoField(label="Did they agree?", missing="Choose yes if they agreed, or no if they did not",
                        hint="Help is their choice. They can change their mind at any time.")  # fmt: skip
    given_how = ChoiceField(
        label="How did they tell you?", choices=GIVEN_HOW.items(), missing="Choose how they told you"
    )
    given_on = DateField(label="When?", must_be="today_or_past", missing="Enter the day they told you")
    note = LongTextField(label="Anything they want us to remember", required=False, max_length=2000, rows=3)


class StartSupportForm(_Answered):
    field_order = ("children", "person", "agreed", "given_how", "given_on", "note")
    children = ChoicesField(label="Which children is the help for?", missing="Choose at least one child")
    person = ChoiceField(label="Who agreed to family support?", missing="Choose who agreed")
    agreed = YesNoField(label="Do they agree to start?", missing="Choose yes if they agree to start",
                        hint="Family support begins only when the family says yes.")  # fmt: skip
    given_how = AgreementForm.base_fields["given_how"]
    given_on = AgreementForm.base_fields["given_on"]
    note = AgreementForm.base_fields["note"]

    def __init__(self, *args: Any, children: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered_children = {str(child.pk): child for child in children}
        self.fields["children"].offer([(key, child.name) for key, child in self.offered_children.items()])

    def clean_children(self) -> list[Person]:
        return [self.offered_children[key] for key in self.cleaned_data["children"]]

    def clean_agreed(self) -> bool:
        if not self.cleaned_data["agreed"]:
            raise ValidationError("Family support starts when the family says yes. Talk with them again another day.")
        return True
