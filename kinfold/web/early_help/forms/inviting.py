"""Asking the team around a family to come together."""

from collections.abc import Iterable
from typing import Any

from kinfold.web.access.models import User
from kinfold.web.core.forms import ChoicesField, DateField, GovukForm, HiddenField, TextField, TimeField
from kinfold.web.early_help.selectors.people import Colleague
from kinfold.web.people.models import Person


class InviteForm(GovukForm):
    meets_on = DateField(label="Which day do you meet?", must_be="today_or_future", missing="Enter the day you meet")
    meets_at = TimeField(label="At what time?", hint="Like 3:30pm.", missing="Enter the time")
    place = TextField(label="Where?", hint="A school, a family hub, by video. Never the family’s own address.",
                      required=False)  # fmt: skip
    invited = ChoicesField(label="Whom do you invite?", required=False)
    others = TextField(label="Who else?", required=False,
                       hint="Whoever is not in Kinfold: ring or write to them yourself. Separate names with commas.",
                       )  # fmt: skip
    version = HiddenField(required=False)

    def __init__(self, *args: Any, people: Iterable[Person], colleagues: Iterable[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        family, helpers = list(people), list(colleagues)
        self._by_key: dict[str, Person | User] = {str(one.pk): one for one in family}
        self._by_key |= {str(one.user.pk): one.user for one in helpers}
        self.fields["invited"].offer([
            *((str(one.pk), one.name) for one in family), *((str(one.user.pk), one.label) for one in helpers),
        ])  # fmt: skip

    def who(self) -> list[Person | User | str]:
        others = [name for said in self.cleaned_data["others"].split(",") if (name := said.strip())]
        return [*(self._by_key[key] for key in self.cleaned_data["invited"] or ()), *others]
