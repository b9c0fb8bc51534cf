"""A board's seats, terms, meetings, decisions and reports."""

from collections.abc import Iterable
from typing import Any

from kinfold.web.access.models import Team, User
from kinfold.web.core.forms import (
    ChoicesField,
    DateField,
    GovukForm,
    LongTextField,
    SelectField,
    TextField,
    VersionField,
    WholeNumberField,
)
from kinfold.web.partnership.models import BoardMember, StrategyAction

NOBODY = "Nobody who uses Kinfold"


class SupportForm(GovukForm):
    team = SelectField(label="Which team looks after it?", missing="Choose a team")

    def __init__(self, *args: Any, teams: Iterable[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].offer([(str(team.pk), team.name) for team in teams])


class TermsForm(GovukForm):
    purpose = LongTextField(label="What does it do?", rows=3, max_length=2000, required=False)
    chair_post = TextField(label="Who chairs it?", hint="A post, not a person’s name.", required=False)
    terms = LongTextField(label="Terms of reference", rows=10, max_length=20000, required=False)
    quorum = WholeNumberField(
        label="How many members make a quorum?",
        hint="Advisers do not count. Leave it empty where the board has set none.",
        min_value=1,
        max_value=1000,
        required=False,
    )
    version = VersionField()


class SeatForm(GovukForm):
    post = TextField(label="Which post takes a seat?", missing="Enter the post")
    seat = SelectField(label="Which seat?", choices=BoardMember.Seat.choices, missing="Choose the seat")
    agency = TextField(label="Agency", required=False)
    user = SelectField(
        label="Who fills it?",
        hint="They are let into the board’s papers.",
        required=False,
        placeholder=NOBODY,
    )

    def __init__(self, *args: Any, users: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].offer(_named(users))


class FillForm(GovukForm):
    user = SelectField(label="Who fills the seat?", hint="They are let into the board’s papers.", required=False,
                       placeholder="Nobody: the post leaves the board")  # fmt: skip

    def __init__(self, *args: Any, users: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].offer(_named(users))


class MeetingForm(GovukForm):
    due_on = DateField(label="On which day does the board meet?", must_be="today_or_future", missing="Enter the day")


class HoldForm(GovukForm):
    held_on = DateField(label="On which day did it meet?", must_be="today_or_past", missing="Enter the day")
    came = ChoicesField(label="Who came?", missing="Choose who came")
    notes = LongTextField(label="Notes", hint="Name no child or family.", rows=5, max_length=10000, required=False)
    version = VersionField()

    def __init__(self, *args: Any, members: Iterable[BoardMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"].offer(
            [(str(one.pk), f"{one.post}{f' ({one.user.name})' if one.user else ''}") for one in members]
        )


class DecisionForm(GovukForm):
    text = LongTextField(label="What was decided?", hint="Name no child or family.", rows=3, max_length=2000,
                         missing="Say what was decided")  # fmt: skip
    action = SelectField(label="Which action of the strategy does it concern?", required=False, placeholder="None")
    to_do = LongTextField(label="What is to be done about it?", hint="Leave it empty where nothing is.", rows=2,
                          max_length=1000, required=False)  # fmt: skip
    who = SelectField(label="Who will do it?", required=False, placeholder=NOBODY)
    due_on = DateField(label="By which day?", required=False)

    def __init__(self, *args: Any, users: Iterable[User], actions: Iterable[StrategyAction], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].offer(_named(users))
        self.fields["action"].offer([(str(one.pk), f"{one.number} {one.action}") for one in actions])


class DoneForm(GovukForm):
    done_on = DateField(label="On which day was it done?", must_be="today_or_past", missing="Enter the day")
    version = VersionField()


def _named(users: Iterable[User]) -> list[tuple[str, str]]:
    return [(str(user.pk), f"{user.name}, {user.post}".rstrip(", ")) for user in users]
