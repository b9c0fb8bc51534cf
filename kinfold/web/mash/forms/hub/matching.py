"""Recording a child whom nobody knows yet, filled in from what the referrer said."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kinfold.practice.code_lists import code_list
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    DateField,
    GovukForm,
    HiddenField,
    PostcodeField,
    SelectField,
    TextField,
    YesNoField,
)
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Family

NEW_FAMILY = "new"
FACTS = (
    "forename", "surname", "sex", "born_on", "expected_on", "unborn", "first_language", "interpreter_needed",
    "communication_needs",
)  # fmt: skip


class NewPersonForm(GovukForm):
    forename = TextField(label="First name", required=False, width="20", max_length=255)
    surname = TextField(label="Last name", required=False, width="20", max_length=255)
    unborn = YesNoField(
        label="Is the child born yet?",
        yes=Choice("yes", "Not yet: this is an unborn baby", reveals=["expected_on"]),
        no=Choice("no", "Yes", reveals=["born_on"]),
        missing="Say whether the child is born",
    )
    born_on = DateField(label="Date of birth", must_be="today_or_past",
                        hint="If nobody knows it, your best guess will do. It can be put right later.",
                        missing="Enter the date of birth, or your best guess")  # fmt: skip
    expected_on = DateField(label="When is the baby due?", missing="Enter the date the baby is due")
    sex = ChoiceField(label="Sex", required=False)
    first_language = SelectField(label="First language", required=False, placeholder="Not known")
    interpreter_needed = YesNoField(label="Is an interpreter needed?", required=False)
    communication_needs = TextField(label="How they communicate", required=False, max_length=500)
    line_1 = TextField(label="Address", required=False)
    postcode = PostcodeField()
    ward = SelectField(label="Ward", required=False, placeholder="Not known")
    family = ChoiceField(label="Which family?", missing="Choose a family, or a new one")
    version = HiddenField(required=False)

    def __init__(self, *args: Any, families: Iterable[Family] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pairs = {name: [(code.code, code.label) for code in code_list(name)] for name in ("sex", "language", "ward")}
        self.fields["sex"].offer(pairs["sex"])
        self.fields["first_language"].offer(pairs["language"])
        self.fields["ward"].offer(pairs["ward"])
        known = [Choice(str(family.pk), f"{family}", hint="A sibling in this contact") for family in families]
        self.fields["family"].offer([*known, Choice(NEW_FAMILY, "A new family")])

    @property
    def facts(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in FACTS}
        return told | {"unborn": bool(told["unborn"]), "interpreter_needed": bool(told["interpreter_needed"])}

    @property
    def address(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("line_1", "postcode", "ward")}


def as_described(child: ContactChild, today: date) -> Mapping[str, Any]:
    """What the form begins with: the child as the referrer described them.

    Whoever has no date of birth counts as grown up everywhere, so an age that was only told becomes a guess at one.
    """
    return {
        "forename": child.described_forename,
        "surname": child.described_surname,
        "unborn": bool(child.described_expected_on and not child.described_born_on),
        "born_on": child.described_born_on or best_guess(child.described_age, today),
        "expected_on": child.described_expected_on,
        "sex": child.described_sex,
        "first_language": child.first_language,
        "interpreter_needed": child.interpreter_needed,
        "communication_needs": child.communication_needs[:500],
        "line_1": child.described_address.replace("\n", ", ")[:200],
        "postcode": child.described_postcode,
        "family": NEW_FAMILY,
        "version": child.version,
    }


def best_guess(age: str, today: date) -> date | None:
    """A birthday for “about 7” or “18 months”: the first of a month, half a year before the last birthday it can be."""
    said = re.search(r"\d{1,2}", age)
    if said is None:
        return None
    if re.search("week|day", age):
        return today.replace(day=1)
    months = int(said[0]) if "month" in age else 12 * int(said[0]) + 6
    since_year_0 = 12 * today.year + today.month - 1 - months
    return date(since_year_0 // 12, since_year_0 % 12 + 1, 1)
