"""The pages about what happened and what the family knows."""

from typing import Any

from kinfold.practice.code_lists import code_list, labels
from kinfold.web.core.forms import Choice, ChoiceField, LongTextField, TextField, YesNoField
from kinfold.web.core.rules import broken
from kinfold.web.mash import rules
from kinfold.web.mash.forms.contact.page import PageForm


class DangerForm(PageForm):
    danger = YesNoField(
        label="Is anyone in danger right now?",
        yes=Choice("yes", "Yes", hint="Call 999 first. Then finish this form: what you type is saved."),
        missing="Select yes if anyone is in danger right now",
    )


class PurposeForm(PageForm):
    purpose = ChoiceField(
        label="Why are you contacting us?",
        choices=[
            Choice(
                "safeguarding",
                "I think a child is being harmed, or may be harmed",
                hint="You do not need anybody's agreement to tell us.",
            ),
            Choice(
                "support", "A family would like some help", hint="They know that you are asking us, and they agree."
            ),
        ],
        missing="Select why you are contacting us",
    )


class WhatHappenedForm(PageForm):
    what_happened = LongTextField(
        label="What happened?",
        hint="What you saw or heard, when, where and who was there. Say what you know and what you think.",
        max_length=10_000,
        rows=9,
        missing="Say what happened, what you saw, or what you were told",
    )


class StrengthsForm(PageForm):
    strengths = LongTextField(
        label="What is going well for the family?",
        hint="People who help, things the child enjoys, what the parents do well",
        max_length=4000,
        rows=5,
        required=False,
    )


class AssessmentForm(PageForm):
    done = ChoiceField(
        label="Has an Early Help Assessment been done?",
        hint="It may also be called a Family Support Conversation.",
        choices=[
            Choice("yes", "Yes"),
            Choice("no", "No", reveals=["why_not", "why_not_words"]),
            Choice("not_known", "I do not know"),
        ],
        missing="Select whether an Early Help Assessment has been done",
    )
    why_not = ChoiceField(label="Why not?", missing="Select why it has not been done")
    why_not_words = TextField(label="Is there anything to add?", max_length=500, required=False)

    def set_up(self) -> None:
        self.fields["why_not"].offer([(code.code, code.label) for code in code_list("eha_not_done_reason", self.today)])


class ParentsForm(PageForm):
    informed = ChoiceField(
        label="Have you told the parents or carers?",
        missing="Select whether you have told the parents or carers",
    )
    consent = ChoiceField(
        label="Do they agree?",
        hint="If a child may be at risk, send this form even if they do not agree.",
        choices=[
            ("agreed", "Yes, they agree"),
            ("refused", "No, they do not agree"),
            ("not_asked", "I have not asked them"),
        ],
        missing="Select whether they agree",
    )
    at_risk = YesNoField(
        label="Would telling them put someone at risk?",
        yes=Choice("yes", "Yes", reveals=["agreed_by"]),
        missing="Select yes if telling them would put someone at risk",
    )
    agreed_by = TextField(
        label="Who agreed not to tell them yet?",
        hint="Name and post, for example your headteacher",
        missing="Enter who agreed not to tell them yet",
    )
    reason = ChoiceField(label="Why have they not been told?", missing="Select why they have not been told")
    reason_words = TextField(label="Is there anything to add?", max_length=500, required=False)

    def set_up(self) -> None:
        caller = self.scene.answers.for_caller
        told = [
            Choice("yes", "Yes", reveals=["consent"]),
            Choice("no", "No", reveals=["at_risk", "reason", "reason_words"]),
        ]
        self.fields["informed"].offer([*told, Choice("not_known", "Not known")] if caller else told)
        if caller:
            self.fields["informed"].label = "Have the parents or carers been told?"
        reasons = code_list("parents_not_told_reason", self.today)
        self.fields["reason"].offer([(code.code, code.label) for code in reasons])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and self._asks_for_support() and cleaned.get("consent") != "agreed":
            self.add_error("informed", broken(rules.mc4_support_is_agreed))
        return cleaned

    def _asks_for_support(self) -> bool:
        purpose = self.scene.answers.typed("purpose")
        return purpose is not None and purpose.get("purpose") == "support"


def reason_in_words(list_name: str, code: str, further: str = "") -> str:
    """A chosen reason and what was added to it, as one sentence after the other."""
    return ". ".join(filter(None, (labels(list_name).get(code, ""), further)))
