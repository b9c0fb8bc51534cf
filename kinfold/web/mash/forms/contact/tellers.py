"""The pages about who is telling: one's own details, or how the hub heard of it."""

from typing import Any

from kinfold.practice.code_lists import code_list
from kinfold.web.access.models import Agency
from kinfold.web.core.forms import Choice, ChoiceField, EmailField, MomentField, SelectField, TelephoneField, TextField
from kinfold.web.mash.forms.contact.page import PageForm
from kinfold.web.mash.rules import PUBLIC_SOURCES
from kinfold.web.mash.sources import ANONYMOUS


class TellerForm(PageForm):
    name = TextField(label="Your name", missing="Enter your name")
    post = TextField(label="Your post", hint="For example, Designated Safeguarding Lead", missing="Enter your post")
    telephone = TelephoneField(
        label="Your telephone number",
        hint="The number on which we reach you soonest",
        missing="Enter a telephone number, so that we can ring you back",
    )
    email = EmailField(label="Your e-mail address", required=False)

    def set_up(self) -> None:
        if not self.scene.answers.for_caller:
            return
        for name, label in (
            ("name", "Their name"),
            ("post", "Their post, or who they are to the child"),
            ("telephone", "Their telephone number"),
            ("email", "Their e-mail address"),
        ):
            self.fields[name].label = label
            self.fields[name].required = False
            self.fields[name].help_text = ""

    def first_answers(self) -> dict[str, Any]:
        by = self.scene.by
        if self.scene.answers.for_caller:
            return {}
        return {"name": by.name, "post": by.post, "telephone": by.telephone, "email": by.email or ""}


class CallerForm(PageForm):
    kind = ChoiceField(
        label="Who is telling us?",
        choices=[
            Choice("professional", "Somebody through their work", reveals=["works_in", "agency"]),
            Choice("public", "A member of the public, or somebody in the family", reveals=["relation"]),
            Choice("anonymous", "Somebody who does not want to give their name", hint="We keep nothing about them."),
        ],
        missing="Select who is telling us",
    )
    works_in = SelectField(label="Where do they work?", missing="Select where they work")
    agency = SelectField(label="Which agency?", placeholder="Not in this list", required=False)
    relation = ChoiceField(label="Who are they to the child?", missing="Select who they are to the child")
    channel = ChoiceField(label="How did it come?", missing="Select how it came")
    received_at = MomentField(
        label="When did it come?",
        must_be="today_or_past",
        hint="The clock for a decision starts here",
        missing="Enter when it came",
    )

    def set_up(self) -> None:
        sources = code_list("referral_source", self.today)
        public = [(code.code, code.label) for code in sources if code.code in PUBLIC_SOURCES]
        work = [(code.code, code.label) for code in sources if code.code not in (*PUBLIC_SOURCES, ANONYMOUS)]
        self.fields["works_in"].offer(work)
        self.fields["relation"].offer(public)
        self.fields["channel"].offer(
            [(code.code, code.label) for code in code_list("channel", self.today) if code.code != "form"]
        )
        self.agencies = {str(agency.pk): agency for agency in Agency.objects.all()}
        self.fields["agency"].offer([(key, agency.name) for key, agency in self.agencies.items()])

    def first_answers(self) -> dict[str, Any]:
        return {"channel": "telephone", "received_at": self.scene.now}
