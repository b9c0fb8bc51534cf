"""A call, written down on one page while the telephone is still at the ear: one child, and what must not be lost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from kinfold.practice import code_lists
from kinfold.web.access.models import Agency
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    EmailField,
    GovukForm,
    LongTextField,
    PostcodeField,
    SelectField,
    TelephoneField,
    TextField,
    YesNoField,
)
from kinfold.web.mash import sources
from kinfold.web.mash.rules import PUBLIC_SOURCES
from kinfold.web.mash.telling import Caller, Teller, Telling, ToldChild


class CallForm(GovukForm):
    says_optional = False

    kind = ChoiceField(
        label="Who is ringing?",
        choices=[
            Choice("professional", "Somebody through their work", reveals=["agency"]),
            Choice("public", "A member of the public, or somebody in the family", reveals=["relation"]),
            Choice("anonymous", "Somebody who does not want to give their name", hint="We keep nothing about them."),
        ],
        missing="Choose who is ringing",
    )
    agency = SelectField(label="Which agency?", missing="Choose the agency")
    relation = ChoiceField(label="Who are they to the child?", missing="Choose who they are to the child")
    name = TextField(label="Their name", required=False, max_length=200)
    telephone = TelephoneField(label="Their telephone number", required=False)
    email = EmailField(label="Their e-mail address", hint="They are asked there to put it in writing", required=False)
    forename = TextField(label="Child’s first name", hint="Or what they know, like “boy, about 6”", max_length=255,
                         missing="Write the child’s first name, or what they know")  # fmt: skip
    surname = TextField(label="Child’s last name", required=False, max_length=255)
    born_on = DateField(label="Child’s date of birth", must_be="today_or_past", required=False)
    age = TextField(label="Or about how old?", required=False, width="5", max_length=40)
    address = TextField(label="Where the child lives", required=False, max_length=500)
    postcode = PostcodeField(max_length=15)
    worries = ChoicesField(label="What is the worry?", choices=list(code_lists.labels("worry").items()),
                           missing="Choose what the worry is")  # fmt: skip
    immediate_danger = YesNoField(label="Is the child in danger now?", missing="Say whether the child is in danger now")
    what_happened = LongTextField(label="What they say", hint="In their words", rows=6, max_length=20_000,
                                  missing="Write down what they say")  # fmt: skip
    parents_told = ChoiceField(
        label="Do the parents know about this call?",
        choices=[
            Choice("yes", "Yes"),
            Choice("no", "No", reveals=["at_risk", "not_told_reason", "agreed_by"]),
            Choice("not_known", "The caller does not know"),
        ],
        missing="Say whether the parents know",
    )
    at_risk = YesNoField(label="Would telling them put somebody at risk?", required=False)
    not_told_reason = LongTextField(label="Why they are not told", rows=2, max_length=2000, required=False)
    agreed_by = TextField(label="Who agreed that they are not told", hint="By name and post", required=False,
                          max_length=200)  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, now: datetime, **options: Any) -> None:
        super().__init__(data, now=now, **options)
        self.rings_at = now
        self.agencies = {str(agency.pk): agency for agency in Agency.objects.all()}
        self.fields["agency"].offer([(key, agency.name) for key, agency in self.agencies.items()])
        labels = code_lists.labels("referral_source")
        self.fields["relation"].offer([(code, labels[code]) for code in PUBLIC_SOURCES])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("parents_told") == "no":
            if not cleaned.get("not_told_reason"):
                self.add_error("not_told_reason", ValidationError("Say why the parents are not told"))
            if cleaned.get("at_risk") is None:
                self.add_error("at_risk", ValidationError("Say whether telling them would put somebody at risk"))
            elif cleaned["at_risk"] and not cleaned.get("agreed_by"):
                self.add_error("agreed_by", ValidationError("Say who agreed that the parents are not told"))
        return cleaned

    @property
    def telling(self) -> Telling:
        said = self.cleaned_data
        child = ToldChild(
            forename=said["forename"], surname=said["surname"], born_on=said["born_on"], age=said["age"], sex="U",
            address=said["address"], postcode=said["postcode"], worries=tuple(said["worries"]),
        )  # fmt: skip
        quiet = said["parents_told"] == "no"
        return Telling(
            purpose="safeguarding",
            children=(child,),
            what_happened=said["what_happened"],
            teller=Teller(name=said["name"], telephone=said["telephone"], email=said["email"]),
            immediate_danger=bool(said["immediate_danger"]),
            parents_informed=said["parents_told"],
            telling_puts_at_risk=said["at_risk"] if quiet else None,
            not_told_reason=said["not_told_reason"] if quiet else "",
            not_told_agreed_by=said["agreed_by"] if quiet else "",
        )

    @property
    def caller(self) -> Caller:
        kind, agency = self.cleaned_data["kind"], self.agencies.get(self.cleaned_data.get("agency") or "")
        source = {
            "professional": sources.BY_AGENCY.get(agency.kind, sources.NOT_KNOWN) if agency else sources.NOT_KNOWN,
            "public": self.cleaned_data.get("relation") or "1D",
            "anonymous": sources.ANONYMOUS,
        }[kind]
        return Caller(kind, "telephone", self.rings_at, source, agency if kind == "professional" else None)
