"""Asking an agency: which one, whom there, what and why."""

from collections.abc import Iterable
from typing import Any

from kinfold.practice import code_lists
from kinfold.web.access.models import Agency, User
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    EmailField,
    GovukForm,
    HiddenField,
    LongTextField,
    SelectField,
    TelephoneField,
    TextField,
)
from kinfold.web.sharing.models import AgencyRequest
from kinfold.web.sharing.recipients import Recipient

SOMEBODY_ELSE = "somebody_else"


class WhichAgencyForm(GovukForm):
    agency = SelectField(label="Which agency do you want to ask?", missing="Choose an agency")

    def __init__(self, *args: Any, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].offer([(str(each.pk), each.name) for each in agencies])


class AskAgencyForm(GovukForm):
    says_optional = False  # one question or another must be asked, and the action says so

    whom = ChoiceField(label="Whom do you ask?", missing="Choose whom you ask")
    name = TextField(label="Name", missing="Enter their name", width="20")
    post = TextField(label="Post", required=False, width="20")
    email = EmailField(label="Email address", missing="Enter their email address", width="20", max_length=254)
    telephone = TelephoneField(label="Telephone number", missing="Enter their telephone number")
    questions = ChoicesField(
        label="What do you ask?", required=False,
        hint="Ask for what you need for this decision, and no more. They see these questions and no others.",
    )  # fmt: skip
    own_question = TextField(
        label="A question in your own words", required=False, max_length=500,
        hint="Do not say where the family lives, or where the child goes to school.",
    )  # fmt: skip
    why = LongTextField(
        label="Why do you ask?", missing="Say why you ask", max_length=2000, rows=4,
        hint="What you are worried about, in a few words. They read this, and the family may ask to.",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[User], before: Iterable[AgencyRequest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.before = {str(each.pk): each for each in before}
        self.fields["whom"].offer(
            [
                *(Choice(key, each.name, hint=each.post) for key, each in self.people.items()),
                *(
                    Choice(key, each.to_name, hint=", ".join(filter(None, (each.to_post, "by email and a code"))))
                    for key, each in self.before.items()
                ),
                Choice(
                    SOMEBODY_ELSE,
                    "Somebody without an account",
                    hint="They get a link by email. You tell them a code by telephone.",
                    reveals=("name", "post", "email", "telephone"),
                ),
            ]
        )
        self.fields["questions"].offer(list(code_lists.labels("agency_question").items()))

    def recipient(self, agency: Agency) -> Recipient:
        chosen, said = self.cleaned_data["whom"], self.cleaned_data
        if chosen in self.people:
            return Recipient(agency, user=self.people[chosen])
        if chosen in self.before:
            last = self.before[chosen]
            return Recipient(
                agency, name=last.to_name, post=last.to_post, email=last.to_email, telephone=last.to_telephone
            )
        return Recipient(agency, name=said["name"], post=said["post"], email=said["email"], telephone=said["telephone"])


class TakeBackForm(GovukForm):
    because = LongTextField(
        label="Why is the reply not needed any more?", missing="Say why the reply is not needed any more", rows=3,
        max_length=1000, hint="They read this.",
    )  # fmt: skip
    version = HiddenField(required=False)
