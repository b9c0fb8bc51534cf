"""Sessions, the register and volunteers: wording and validation."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from kinfold.web.access.models import User
from kinfold.web.core.forms import (
    ChoiceField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
    TextField,
    TickField,
    TimeField,
    WholeNumberField,
)
from kinfold.web.core.ids import new_id
from kinfold.web.core.words import name_and_age
from kinfold.web.groups.models import MOST_OTHERS, Attendance, Volunteer
from kinfold.web.people.models import Person

NO_NAMES = "No names or addresses: colleagues of other teams read it too. You may leave it out."
NOT_WHERE_THEY_LIVE = "Their address must stay secret."


class SessionForm(GovukForm):
    """A session that was held. Who can have led it, and who is on the register, is handed in by the view."""

    says_optional = False

    held_on = DateField(label="Which day was it?", must_be="today_or_past", missing="Enter the day")
    starts_at = TimeField(label="Start time", hint="For example, 9:30am", missing="Enter the start time")
    led_by = SelectField(label="Who of the team led it?", required=False, placeholder="Nobody of the team")
    volunteer = SelectField(label="Which volunteer led it, or led it with them?", required=False,
                            placeholder="No volunteer")  # fmt: skip
    others = WholeNumberField(label="How many others came?", min_value=0, max_value=MOST_OTHERS, initial=0,
                              hint="Children and grown-ups who are not on the register. Nobody writes down who.",
                              missing="Enter how many others came, or 0")  # fmt: skip
    done = LongTextField(label="What did you do?", hint=NO_NAMES, required=False, rows=3, max_length=500)
    version = HiddenField(required=False)

    def __init__(
        self, *args: Any, team: Iterable[User], volunteers: Iterable[Volunteer], register: Mapping[Person, str],
        **options: Any,
    ) -> None:  # fmt: skip
        self.people = {f"how_{person.pk}": person for person in register}
        super().__init__(*args, also={name: _came(one, register[one]) for name, one in self.people.items()}, **options)
        self.team = {str(one.pk): one for one in team}
        self.volunteers = {str(one.pk): one for one in volunteers}
        self.fields["led_by"].offer((key, one.name) for key, one in self.team.items())
        self.fields["volunteer"].offer((key, one.name) for key, one in self.volunteers.items())
        if not self.volunteers:
            del self.fields["volunteer"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if "led_by" in said and not said["led_by"] and not said.get("volunteer"):
            self.add_error("led_by", ValidationError("Say who led the session"))
        return said

    @property
    def leader(self) -> User | None:
        return self.team.get(self.cleaned_data["led_by"])

    @property
    def led_with(self) -> Volunteer | None:
        return self.volunteers.get(self.cleaned_data.get("volunteer", ""))

    @property
    def how(self) -> dict[Person, str]:
        return {person: self.cleaned_data[name] for name, person in self.people.items()}


def _came(person: Person, said: str) -> ChoiceField:
    return ChoiceField(label=person.name, choices=Attendance.How.choices, initial=said or None,
                       hint=NOT_WHERE_THEY_LIVE if person.has_confidential_address else "",
                       missing=f"Say whether {person.name} came")  # fmt: skip


class CallOffForm(GovukForm):
    says_optional = False

    held_on = DateField(label="Which day?", missing="Enter the day")
    starts_at = TimeField(label="Start time", hint="For example, 9:30am", missing="Enter the start time")
    because = TextField(label="Why is it cancelled?", hint="No names. Everybody who sees the group reads this.",
                        max_length=300, missing="Say why it is cancelled")  # fmt: skip
    version = HiddenField(required=False)


class FindForm(GovukForm):
    name = TextField(label="Name", hint="First name and family name", missing="Enter their name")
    born_on = DateField(label="Date of birth", hint="If you know it", must_be="past", required=False)


class AddForm(GovukForm):
    """Whom there is to choose from is handed in by the view."""

    person = ChoiceField(label="Is it one of these people?", missing="Choose who it is")
    on = DateField(label="Day they came first", must_be="today_or_past", missing="Enter the day they came first")
    knows = TickField(label="")

    def __init__(self, *args: Any, people: Iterable[Person], team: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].offer(
            (key, name_and_age(person.name, person.born_on, self.today)) if self.today else (key, person.name)
            for key, person in self.people.items()
        )
        self.fields[
            "knows"
        ].label = f"They know that they are on the register, and that {team} sees their record while they come"
        self.fields["knows"].error_messages["required"] = (
            "Somebody is put on a register only when they know of it. Otherwise just count them"
        )

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class VolunteerForm(GovukForm):
    """``team``: who can supervise them."""

    name = TextField(label="Name", max_length=200, missing="Enter the volunteer’s name")
    role = TextField(label="What do they do?", hint="For example, makes breakfast, or leads with a colleague",
                     max_length=200, missing="Say what the volunteer does")  # fmt: skip
    since = DateField(label="First day", missing="Enter their first day")
    until = DateField(label="Last day", hint="Only if they have stopped, or if you know when they will",
                      required=False)  # fmt: skip
    check_seen_on = DateField(label="Day you saw their DBS check", must_be="today_or_past", required=False,
                              hint="Leave it out if nobody has seen it. Do not keep a copy.")  # fmt: skip
    supervised_by = SelectField(label="Who supervises them?", missing="Choose who supervises them")
    training = LongTextField(label="Training they have had", hint="One line each, with the year", required=False,
                             rows=3, max_length=1000)  # fmt: skip
    version = HiddenField(required=False)
    key = HiddenField(required=False)

    def __init__(self, *args: Any, team: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.team = {str(one.pk): one for one in team}
        self.fields["supervised_by"].offer((key, one.name) for key, one in self.team.items())
        self.fields["key"].initial = str(new_id())

    def clean_key(self) -> UUID:
        try:
            return UUID(self.cleaned_data["key"])
        except ValueError:
            return new_id()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", ValidationError("The last day must not be before the first"))
        return said

    def told(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = ("name", "role", "since", "until", "check_seen_on", "training")
        return {name: said[name] for name in names} | {"supervised_by": self.team[said["supervised_by"]]}
