"""An entry of the directory: wording and validation."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from kinfold.practice import code_lists
from kinfold.web.access.models import Team
from kinfold.web.core.forms import (
    ChoiceField,
    ChoicesField,
    EmailField,
    GovukForm,
    HiddenField,
    LongTextField,
    PostcodeField,
    SelectField,
    TelephoneField,
    TextField,
    WholeNumberField,
    YesNoField,
)
from kinfold.web.directory import opening
from kinfold.web.directory.models import Service
from kinfold.web.directory.models.services import OLDEST


class ServiceForm(GovukForm):
    version = HiddenField()
    name = TextField(label="Name of the service", max_length=200, missing="Enter the name of the service")
    organisation = TextField(label="Which organisation runs it?", max_length=200,
                             missing="Enter the organisation that runs the service")  # fmt: skip
    description = LongTextField(label="What does it do?", max_length=2000, rows=4,
                                hint="Families read this. Say it as you would say it to them.",
                                missing="Say what the service does, in words that families use")  # fmt: skip
    state = ChoiceField(label="Can families use it now?", choices=Service.State.choices,
                        missing="Choose whether families can use it now")  # fmt: skip
    alert = TextField(label="Anything to know at present", required=False, max_length=500,
                      hint="Such as a waiting list, or a move to another building.")  # fmt: skip
    needs = ChoicesField(label="What does it help with?", missing="Choose at least one thing that it helps with")
    minimum_age = WholeNumberField(label="Youngest age", required=False, min_value=0, max_value=OLDEST,
                                   hint="Of the child, in years. Leave both out where it is for any age.")  # fmt: skip
    maximum_age = WholeNumberField(label="Oldest age", required=False, min_value=0, max_value=OLDEST)
    eligibility = LongTextField(label="Who can use it?", required=False, max_length=1000, rows=3,
                                hint="Such as: families in Portsmouth, or only after a referral.")  # fmt: skip
    cost = ChoiceField(label="What does it cost?", missing="Choose what it costs")
    cost_note = TextField(label="More about the cost", required=False, max_length=500)
    wards = ChoicesField(label="Which wards is it for?", required=False, hint="Leave all out for the whole city.")
    place = TextField(label="Where is it?", required=False, max_length=300,
                      hint="Never the address of a refuge or another place that must stay secret.")  # fmt: skip
    postcode = PostcodeField(max_length=15)
    opening = LongTextField(label="When is it open?", required=False, max_length=1000, rows=4,
                            hint="One line a time, like: Monday to Friday 9am to 5pm.")  # fmt: skip
    opening_note = TextField(label="More about when it is open", required=False, max_length=500,
                             hint="Such as: in term time only.")  # fmt: skip
    accessibility = LongTextField(label="Getting in, and languages", required=False, max_length=1000, rows=3,
                                  hint="Such as: step-free, a hearing loop, staff who speak Bengali.")  # fmt: skip
    takes_referrals = YesNoField(label="Do families come by referral?",
                                 missing="Choose whether families come by referral",
                                 hint="No, if they go there by themselves.")  # fmt: skip
    places = WholeNumberField(label="How many families can be there at once?", required=False, min_value=0,
                              max_value=9999, hint="Leave out where it is not limited.")  # fmt: skip
    team = SelectField(label="Which team in Kinfold runs it?", required=False, placeholder="None",
                       hint="They see the record of a family that is referred, from then until it ends.")  # fmt: skip
    telephone = TelephoneField(label="Telephone", required=False, hint="One that families may ring.")
    email = EmailField(label="Email address", required=False)
    website = TextField(label="Website", required=False, max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, code_list in (("needs", "family_need"), ("cost", "service_cost"), ("wards", "ward")):
            self.fields[name].offer([(each.code, each.label) for each in code_lists.code_list(code_list, self.today)])
        self.teams = {str(team.pk): team for team in Team.objects.select_related("agency").order_by("name")}
        self.fields["team"].offer((key, f"{team}, {team.agency}") for key, team in self.teams.items())

    def clean_takes_referrals(self) -> bool:
        return bool(self.cleaned_data["takes_referrals"])

    def clean_team(self) -> Team | None:
        return self.teams.get(str(self.cleaned_data["team"]))

    def clean_opening(self) -> list[dict[str, str]]:
        try:
            return opening.kept(opening.read(self.cleaned_data["opening"]))
        except ValueError as wrong:
            raise ValidationError(str(wrong)) from None

    def clean_website(self) -> str:
        """An address of the web and nothing else: a browser would run what begins with “javascript:”."""
        typed = str(self.cleaned_data["website"])
        if not typed:
            return ""
        address = typed if "://" in typed else f"https://{typed}"
        try:
            read = urlsplit(address)
            usable = read.scheme in ("http", "https") and "." in (read.hostname or "") and " " not in address
        except ValueError:
            usable = False
        if not usable:
            raise ValidationError("Enter the address of a website, like www.example.org")
        return address

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        youngest, oldest = said.get("minimum_age"), said.get("maximum_age")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("maximum_age", "The oldest age must not be below the youngest")
        return said
