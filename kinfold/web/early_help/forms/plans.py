"""Writing a plan: for whom, what needs to change, goals, actions, who may see it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.commitments.selectors import CommitmentShown
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
    YesNoField,
)
from kinfold.web.early_help.models import Goal
from kinfold.web.early_help.selectors.people import Colleague
from kinfold.web.people.models import Person

MOST_WORDS = 10_000


class NewPlanForm(GovukForm):
    children = ChoicesField(label="Which children is the plan for?", missing="Choose at least one child")
    whose = ChoiceField(
        label="Whose plan is it?",
        choices=[
            Choice("family", "One plan for the whole family", reveals=("what_needs_to_change",)),
            Choice("parent", "A separate plan with one parent", reveals=("parent", "own_words", "colleagues"),
                   hint="For parents who live apart, or where it is safer. Only the people you name can open it."),
        ],
        missing="Choose whose plan it is",
    )  # fmt: skip
    parent = ChoiceField(label="Which parent?", missing="Choose the parent")
    colleagues = ChoicesField(label="Which colleagues may open it, besides you?", required=False)
    what_needs_to_change = LongTextField(
        label="What needs to change?", required=False, max_length=MOST_WORDS, rows=6,
        hint="In the family’s own words. You can change this until the plan ends.",
    )  # fmt: skip
    own_words = LongTextField(
        label="What does this parent say needs to change?", required=False, max_length=MOST_WORDS, rows=6,
        hint="Only what they and the children say. Leave out what the other parent told you.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, children: Iterable[Person], adults: Iterable[Person], colleagues: Iterable[Colleague],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.offered_children = {str(child.pk): child for child in children}
        self.adults = {str(adult.pk): adult for adult in adults}
        self.offered_colleagues = {str(one.user.pk): one for one in colleagues}
        self.fields["children"].offer([(key, child.name) for key, child in self.offered_children.items()])
        self.fields["parent"].offer([(key, adult.name) for key, adult in self.adults.items()])
        self.fields["colleagues"].offer([(key, one.label) for key, one in self.offered_colleagues.items()])

    def chosen_children(self) -> list[Person]:
        return [self.offered_children[key] for key in self.cleaned_data["children"]]

    def chosen_parent(self) -> Person | None:
        return self.adults.get(self.cleaned_data["parent"]) if self.cleaned_data["whose"] == "parent" else None

    def words(self) -> str:
        """The last conversation's words are offered for the family's plan alone: they may be the other parent's."""
        return str(self.cleaned_data["own_words" if self.cleaned_data["whose"] == "parent" else "what_needs_to_change"])

    def chosen_colleagues(self) -> tuple[User, ...]:
        return tuple(self.offered_colleagues[key].user for key in self.cleaned_data["colleagues"] or ())


class PlanWordsForm(GovukForm):
    version = HiddenField()
    title = TextField(label="What do you want to call the plan?", max_length=200, missing="Enter a name for the plan")
    what_needs_to_change = LongTextField(
        label="What needs to change?", required=False, max_length=MOST_WORDS, rows=8, hint="In the family’s own words."
    )


class GoalForm(GovukForm):
    title = LongTextField(
        label="What do you want to be different?", max_length=MOST_WORDS, rows=3, missing="Say what the goal is",
        hint="In the family’s own words. For example: “Mornings without shouting.”",
    )  # fmt: skip


class ChangeGoalForm(GoalForm):
    version = HiddenField()
    reached = YesNoField(
        label="Has the family reached it?", missing="Choose yes or no",
        yes=Choice("yes", "Yes", reveals=("reached_on",)), no=Choice("no", "Not yet"),
    )  # fmt: skip
    reached_on = DateField(label="When?", must_be="today_or_past", missing="Enter the day it was reached")


class ActionForm(GovukForm):
    """``people`` are those of the family who may see the plan, ``colleagues`` the professionals who may."""

    text = LongTextField(label="What will be done?", max_length=MOST_WORDS, rows=3, missing="Say what will be done")
    promised_by = ChoiceField(
        label="Who will do it?",
        choices=[
            Choice("family", "You: somebody in the family", reveals=("person",)),
            Choice("service", "We: a professional", reveals=("colleague",)),
        ],
        missing="Choose who will do it",
    )
    person = SelectField(label="Who in the family?", required=False, placeholder="The family together")
    colleague = SelectField(label="Which professional?", missing="Choose the professional")
    due_on = DateField(label="By when?", required=False, hint="You can leave this empty.", must_be="today_or_future")
    goal = SelectField(label="Which goal does it help with?", required=False, placeholder="All of them")

    def __init__(
        self,
        *args: Any,
        people: Iterable[Person],
        colleagues: Iterable[Colleague],
        goals: Iterable[Goal],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.colleagues = {str(one.user.pk): one for one in colleagues}
        self.goals = {str(goal.pk): goal for goal in goals}
        self.fields["person"].offer([(key, person.name) for key, person in self.people.items()])
        self.fields["colleague"].offer([(key, one.label) for key, one in self.colleagues.items()])
        self.fields["goal"].offer([(key, _short(goal.title)) for key, goal in self.goals.items()])

    def promiser(self) -> Person | User | None:
        if self.cleaned_data["promised_by"] == "family":
            return self.people.get(self.cleaned_data["person"])
        return self.colleagues[self.cleaned_data["colleague"]].user

    def chosen_goal(self) -> Goal | None:
        return self.goals.get(self.cleaned_data["goal"])


class ChangeActionForm(GovukForm):
    version = HiddenField()
    happened = ChoiceField(
        label="What has happened?",
        choices=[
            Choice("done", "It is done", reveals=("done_on",)),
            Choice("change", "It needs to change", reveals=("text", "due_on")),
            Choice("drop", "It is no longer needed", reveals=("reason",)),
        ],
        missing="Choose what has happened",
    )
    done_on = DateField(label="When was it done?", must_be="today_or_past", missing="Enter the day it was done")
    text = LongTextField(label="What will be done?", max_length=MOST_WORDS, rows=3, missing="Say what will be done")
    due_on = DateField(label="By when?", required=False)
    reason = LongTextField(label="Why not?", max_length=2000, rows=3, missing="Say why it is no longer needed")


class OwnActionForm(GovukForm):
    version = HiddenField()
    done_on = DateField(label="When did you do it?", must_be="today_or_past", missing="Enter the day you did it")


class EndPlanForm(GovukForm):
    """What came of it, and what happens with each action that is still open."""

    version = HiddenField()

    def __init__(self, *args: Any, actions: Iterable[CommitmentShown], outcomes: str, **kwargs: Any) -> None:
        self.actions = list(actions)
        asked = {
            f"action-{item.commitment_id}": ChoiceField(
                label=_short(item.text), choices=[("done", "It is done"), ("not_needed", "It is no longer needed")],
                missing=f"Say what happens with “{_short(item.text)}”",
            )
            for item in self.actions
        }  # fmt: skip
        offered = list(code_lists.labels(outcomes).items())
        outcome = ChoiceField(label="How did it end?", choices=offered, missing="Choose how it ended")
        super().__init__(*args, also={"outcome": outcome, **asked}, **kwargs)
        self.order_fields(["version", "outcome", *asked])  # what else is asked comes after

    def dealt_with(self) -> dict[UUID, Any]:
        return {item.commitment_id: self.cleaned_data[f"action-{item.commitment_id}"] for item in self.actions}


class CloseHelpForm(EndPlanForm):
    note = LongTextField(
        label="What should the next person know?", required=False, max_length=MOST_WORDS, rows=4,
        hint="What helped, and what the family wants us to remember.",
    )  # fmt: skip
    ring_later = YesNoField(
        label="May you ring them in three months, to hear how things are?",
        hint="Ask them. You keep sight of the family’s file until you have rung.",
        missing="Choose whether they agreed to be rung in three months",
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def future_or_same(due_on: date | None, before: date | None, today: date) -> None:
    """A day that has passed may stay as it is, but a new one lies ahead."""
    if due_on is not None and due_on != before and due_on < today:
        raise ValidationError("The day must be today or in the future")
