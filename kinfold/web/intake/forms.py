"""Questions of returns and published files: wording and validation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.gathering import Box, boxes_of
from kinfold.indicators.gathering.boxes import asks
from kinfold.web.core.forms import (
    DateField,
    FileField,
    GovukForm,
    LongTextField,
    SelectField,
    TextField,
    TickField,
    VersionField,
)
from kinfold.web.intake.selectors.filling import Filled

OPEN_LICENCE = "Open Government Licence v3.0"


class FigureForm(GovukForm):
    """The boxes of one indicator. Any text is kept, so that what was typed wrongly can be seen and mended."""

    says_optional = False

    note = LongTextField(
        label="Note",
        hint="If a figure cannot be given, or is unusual, say why. The boards read it: name no child or family.",
        max_length=1000,
        rows=3,
        required=False,
    )
    version = VersionField()

    def __init__(self, data: Mapping[str, Any] | None, *, filled: Filled) -> None:
        self.filled = filled
        self.boxes = {f"box_{place}": box for place, box in enumerate(boxes_of(filled.one))}
        initial = {name: filled.typed.get(box.name, "") for name, box in self.boxes.items()}
        also = {name: _asked(filled, box) for name, box in self.boxes.items()}
        initial |= {"note": filled.note, "version": str(filled.version)}
        super().__init__(data, initial=initial, also=also)

    @property
    def typed(self) -> dict[str, str]:
        return {box.name: self.cleaned_data[name] for name, box in self.boxes.items()}

    @property
    def parts(self) -> list[tuple[str, list[Any]]]:
        """(breakdown, its boxes), the whole figure under an empty name first."""
        found: dict[str, list[Any]] = {}
        for name, box in self.boxes.items():
            found.setdefault(box.by, []).append(self[name])
        return list(found.items())

    def say_faults(self) -> None:
        names = {box: name for name, box in self.boxes.items()}
        for fault in self.filled.faults:
            self.add_error(names[fault.box], fault.words)

    @classmethod
    def as_saved(cls, filled: Filled) -> "FigureForm":
        """What is saved, with what must be mended said beside each box."""
        form = cls(None, filled=filled)
        if filled.faults:
            form = cls({name: str(form[name].value() or "") for name in form.fields}, filled=filled)
            form.is_valid()
            form.say_faults()
        return form


def _asked(filled: Filled, box: Box) -> TextField:
    what = asks(filled.one, box)
    label = (f"{box.group}: {what}" if filled.one.numerator else box.group) if box.by else what
    last = filled.last_time.get(box.name, "")
    return TextField(label=label, hint=f"Last time: {last}" if last else "", required=False, width="10")


class SendForm(GovukForm):
    sheet = FileField(
        label="The filled-in sheet",
        hint="The .xlsx file that you downloaded from the return.",
        most_megabytes=2,
        missing="Choose the sheet to send",
    )


class SignForm(GovukForm):
    checked = TickField(
        label="I have checked these figures, and my agency answers for them",
        missing="Check the figures, then tick that your agency answers for them",
    )
    version = VersionField()


class ReviseForm(GovukForm):
    reason = LongTextField(
        label="Why are the figures to be revised?",
        hint="Kept with the new figures, for everybody who reads them. Name no child or family.",
        max_length=1000,
        missing="Say why the figures are to be revised",
    )
    version = VersionField()


class PublishedForm(GovukForm):
    """Where published figures come from, and the file."""

    publisher = SelectField(
        label="Who published the figures?",
        choices=[(owner, owner) for owner in sorted({one.owner for one in GATHERED if one.collected == "published"})],
        missing="Choose who published the figures",
    )
    title = TextField(
        label="Name of the release", hint="As on its front page.", max_length=300, missing="Enter the release’s name"
    )
    published_on = DateField(label="Published on", must_be="today_or_past", missing="Enter the day it was published")
    licence = TextField(label="Licence", missing="Enter the licence that the figures are published under")
    address = TextField(label="Web address", hint="Begins with https://", max_length=500, required=False)
    file = FileField(
        label="The file",
        hint="A .csv file whose columns are those named on this page.",
        accepts=(".csv",),
        most_megabytes=5,
        missing="Choose the file",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"licence": OPEN_LICENCE})
        super().__init__(*args, today=today, **kwargs)

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if address and not address.startswith("https://"):
            self.add_error("address", "The web address must begin with https://")
        return address
