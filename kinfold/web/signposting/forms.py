"""Telling of a service, referring to it, and what became of it: wording and validation."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.practice import code_lists
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    TickField,
)
from kinfold.web.directory.models import Service
from kinfold.web.people.models import Person

TOLD, REFERRED = "told", "referred"
BEGAN, ENDED, WAITS = "began", "ended", "waits"


class TellForm(GovukForm):
    """Who there is to choose from, and whether the service takes referrals, is handed in by the view."""

    says_optional = False

    people = ChoicesField(label="Who is it for?", missing="Choose who it is for")
    way = ChoiceField(label="What did you do?", missing="Choose whether you told them of it or refer them")
    why = LongTextField(
        label="What do they hope for from it?", hint="In their words, if you can. The service may read this.", rows=4,
        max_length=1000,
    )  # fmt: skip
    agreed = TickField(label="They agreed to be referred, and know what the service is told", required=False)

    def __init__(self, *args: Any, people: Iterable[Person], service: Service, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {str(person.pk): person for person in people}
        self.fields["people"].offer((key, person.name) for key, person in self.offered.items())
        if len(self.offered) == 1:
            self.fields["people"].initial = list(self.offered)
        self.fields["why"].required = False
        choices = [Choice(TOLD, "I told them of it", hint="They go there by themselves if they like.")]
        if service.takes_referrals:
            choices.append(Choice(REFERRED, "I refer them", hint="It waits for a place, and you are asked about it.",
                                  reveals=["why", "agreed"]))  # fmt: skip
        self.fields["way"].offer(choices)
        if not service.takes_referrals:
            self.fields["way"].initial = TOLD
            del self.fields["why"], self.fields["agreed"]

    @property
    def chosen(self) -> list[Person]:
        return [self.offered[key] for key in self.cleaned_data["people"]]

    @property
    def refers(self) -> bool:
        return bool(self.cleaned_data["way"] == REFERRED)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("way") == REFERRED and not said.get("why"):
            self.add_error("why", ValidationError("Say what they hope for from it"))
        return said


class StandsForm(GovukForm):
    """How a referral stands now."""

    says_optional = False

    stands = ChoiceField(label="How does it stand?", missing="Choose how it stands")
    began_on = DateField(label="When did they begin?", must_be="today_or_past", missing="Enter the day they began")
    ended_on = DateField(label="When did it end?", must_be="today_or_past", missing="Enter the day it ended")
    outcome = ChoiceField(label="How did it end?", missing="Choose how it ended")
    words = LongTextField(label="What changed?", hint="As the family sees it, if you know.", rows=4, required=False,
                          max_length=2000)  # fmt: skip
    version = HiddenField(required=False)

    def __init__(self, *args: Any, waits: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        ended = Choice(ENDED, "It has ended" if not waits else "They will not go, or it has ended",
                       reveals=["ended_on", "outcome", "words"])  # fmt: skip
        began = Choice(BEGAN, "They have a place and have begun", reveals=["began_on"])
        self.fields["stands"].offer(
            [Choice(WAITS, "Still waiting", hint="You asked. There is no place yet."), began, ended]
            if waits
            else [ended]
        )
        if not waits:
            self.fields["stands"].initial = ENDED
            del self.fields["began_on"]
        self.fields["outcome"].offer(code_lists.labels("service_outcome").items())
