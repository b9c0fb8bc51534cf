"""Saying where a line of a strategy stands, and what shows it."""

from kinfold.web.core.forms import ChoiceField, DateField, GovukForm, LongTextField, TextField, VersionField
from kinfold.web.partnership.models import Standing


class UpdateForm(GovukForm):
    status = ChoiceField(label="Where does it stand?", choices=Standing.choices, missing="Choose where it stands")
    note = LongTextField(
        label="What has been done, and what comes next?",
        hint="The board reads this in its report. Name no child or family.",
        max_length=2000,
        missing="Say what has been done, or what stands in the way",
    )
    owner_post = TextField(label="Who owns it?", hint="A post, not a person’s name.", missing="Enter the owner’s post")
    as_at = DateField(label="As at which day?", must_be="today_or_past", missing="Enter the day")
    version = VersionField()


class EvidenceForm(GovukForm):
    title = TextField(label="What shows it?", max_length=300, missing="Say what shows it")
    kept_at = TextField(
        label="Where is it kept?",
        hint="An address on the web, or the words that find it. Name no child or family.",
        max_length=500,
        required=False,
    )
