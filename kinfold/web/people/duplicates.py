"""Before anybody is recorded: who on file may be the same person, and why whoever goes on says that they are not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Field

from kinfold.web.access.models import User
from kinfold.web.core.forms import GovukForm, LongTextField
from kinfold.web.people.selectors import Candidate, likely_same

NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Checked:
    """The form to show or to act on, and who was found like the person it describes."""

    form: Any
    alike: list[Candidate]
    may_go_on: bool

    @property
    def not_known(self) -> str:
        return str(self.form.cleaned_data.get(NOT_KNOWN, ""))


def checked(
    viewer: User, build: Callable[..., GovukForm], facts_of: Callable[[Any], Mapping[str, Any] | None]
) -> Checked:
    """Builds and judges the form; where somebody on file is like them, it asks one question more.

    ``build`` takes the people found, and the further question as ``also``; ``facts_of`` gives the name and the birthday
    that a good form describes, or nothing where it records nobody new.
    """
    form = build([])
    if not form.is_valid():
        return Checked(form, [], may_go_on=False)
    facts = facts_of(form)
    if facts is None:
        return Checked(form, [], may_go_on=True)
    name = " ".join(str(facts.get(part) or "") for part in ("forename", "surname")).strip()
    alike = likely_same(
        viewer=viewer, name=name, born_on=facts.get("born_on"), postcode=str(facts.get("postcode") or "")
    )
    if not alike:
        return Checked(form, [], may_go_on=True)
    form = build(alike, also={NOT_KNOWN: _why()})
    return Checked(form, alike, may_go_on=form.is_valid())


def _why() -> Field:
    return LongTextField(
        label="If it is none of them, how do you know?",
        missing="People like this are on file. Choose one of them, or say how you know that it is somebody else",
        hint="For example: their mother says they have never lived here before",
        rows=2,
        max_length=1000,
    )
