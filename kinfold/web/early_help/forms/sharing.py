"""Who may see a plan: one question for each person, professional and agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kinfold.web.access.models import Agency, User
from kinfold.web.core.forms import Choice, ChoiceField, GovukForm, HiddenField, TextField
from kinfold.web.core.versions import read_version
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import ShareWith


@dataclass(frozen=True)
class Asked:
    """Somebody about whom is decided, and what was decided before."""

    who: Person | User | Agency
    label: str
    hint: str
    before: ShareWith | None

    @property
    def key(self) -> str:
        return f"{type(self.who).__name__.lower()}-{self.who.pk}"


class SharingForm(GovukForm):
    """Who is left at “not decided” sees nothing on paper and is not decided about."""

    says_optional = False

    def __init__(self, *args: Any, asked: Iterable[Asked], **kwargs: Any) -> None:
        self.asked = list(asked)
        fields: dict[str, Any] = {}
        for one in self.asked:
            fields[one.key] = ChoiceField(
                label=one.label, hint=one.hint, required=False,
                choices=[Choice("yes", "Yes, share"), Choice("no", "No, do not share", reveals=(f"{one.key}-why",)),
                         *([] if one.before else [Choice("later", "Not decided yet")])],
            )  # fmt: skip
            fields[f"{one.key}-why"] = TextField(
                label="Why not?", max_length=500, missing=f"Say why the plan is not shared with {one.label}"
            )
            fields[f"{one.key}-version"] = HiddenField(initial=str(one.before.version) if one.before else "")
        initial = {
            name: value
            for one in self.asked
            for name, value in (
                (one.key, "later" if one.before is None else "yes" if one.before.may_share else "no"),
                (f"{one.key}-why", one.before.reason if one.before else ""),
            )
        }
        super().__init__(*args, initial=initial, also=fields, **kwargs)

    def decisions(self) -> list[tuple[Asked, bool, str, int | None]]:
        """Whom it is about, may they see it, why not, and the version that was read."""
        found = []
        for one in self.asked:
            answer = self.cleaned_data[one.key]
            if answer in ("yes", "no"):
                typed = self.cleaned_data[f"{one.key}-version"]
                version = read_version(typed)
                found.append((one, answer == "yes", self.cleaned_data[f"{one.key}-why"], version))
        return found
