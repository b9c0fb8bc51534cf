"""Handing a family over, answering, naming a lead, telling the hub of harm, finishing a review."""

from collections.abc import Iterable
from typing import Any

from kinfold.web.access.models import Team, User
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
)
from kinfold.web.early_help.selectors.people import Colleague
from kinfold.web.people.models import Person

YES, NO = "Yes, we take them on", "No, we cannot"


class HandOverForm(GovukForm):
    team = SelectField(label="Which team?", missing="Choose the team")
    reason = LongTextField(
        label="Why?", max_length=10_000, rows=5, missing="Say why, so that the family need not tell it again",
        hint="What has changed, what helps, and what the family wants.",
    )  # fmt: skip

    def __init__(self, *args: Any, teams: Iterable[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        self.fields["team"].offer([(key, _team_label(team)) for key, team in self.teams.items()])

    def clean_team(self) -> Team:
        return self.teams[self.cleaned_data["team"]]


class AnswerForm(GovukForm):
    version = HiddenField()
    answer = ChoiceField(
        label="Can your team take this family on?",
        choices=[
            Choice("accept", YES, reveals=("lead",)),
            Choice("refuse", NO, reveals=("reason",)),
        ],
        missing="Choose yes or no",
    )
    lead = SelectField(label="Who will lead?", missing="Choose who will lead the family’s help",
                       hint="They are told straight away.")  # fmt: skip
    reason = LongTextField(
        label="Why not?", max_length=4000, rows=4, missing="Say why your team cannot take this family on",
        hint="Both teams’ managers read this today.",
    )  # fmt: skip

    def __init__(self, *args: Any, leads: Iterable[User], takes_lead: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leads = {str(user.pk): user for user in leads}
        self.fields["lead"].offer([(key, _lead_label(user)) for key, user in self.leads.items()])
        if not self.leads:
            del self.fields["lead"]
            accept = Choice("accept", YES, hint="You will lead this family’s help." if takes_lead else "")
            self.fields["answer"].offer([accept, Choice("refuse", NO, reveals=("reason",))])

    def chosen_lead(self) -> User | None:
        return self.leads.get(self.cleaned_data.get("lead") or "")


class LeadForm(GovukForm):
    lead = ChoiceField(label="Who leads this family’s help?", missing="Choose who leads")

    def __init__(self, *args: Any, leads: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leads = {str(user.pk): user for user in leads}
        self.fields["lead"].offer([(key, _lead_label(user)) for key, user in self.leads.items()])

    def chosen_lead(self) -> User:
        return self.leads[self.cleaned_data["lead"]]


class HarmForm(GovukForm):
    children = ChoicesField(label="Which children?", missing="Choose at least one child")
    reason = LongTextField(
        label="What are you worried about?", max_length=10_000, rows=6, missing="Say what you are worried about",
        hint="What you saw or heard, when, and what the child said. Keep their own words.",
    )  # fmt: skip

    def __init__(self, *args: Any, children: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered_children = {str(child.pk): child for child in children}
        self.fields["children"].offer([(key, child.name) for key, child in self.offered_children.items()])

    def chosen_children(self) -> list[Person]:
        return [self.offered_children[key] for key in self.cleaned_data["children"]]


class FinishReviewForm(GovukForm):
    version = HiddenField()
    held_on = DateField(label="When did you meet?", must_be="today_or_past", missing="Enter the day you met")
    came = ChoicesField(label="Who was there?", missing="Choose who was there")

    def __init__(self, *args: Any, people: Iterable[Person], colleagues: Iterable[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.colleagues = {str(one.user.pk): one for one in colleagues}
        self.fields["came"].offer(
            [(key, person.name) for key, person in self.people.items()]
            + [(key, one.label) for key, one in self.colleagues.items()]
        )

    def everybody(self) -> list[tuple[Person | User, bool]]:
        """Each person invited, and whether they came."""
        came = self.cleaned_data["came"]
        invited: list[tuple[str, Person | User]] = [
            *self.people.items(),
            *((key, one.user) for key, one in self.colleagues.items()),
        ]
        return [(who, key in came) for key, who in invited]


def _team_label(team: Team) -> str:
    return f"{team.name} ({team.agency.name})"


def _lead_label(user: User) -> str:
    return f"{user.name}, {user.post}" if user.post else user.name
