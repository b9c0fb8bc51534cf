"""Searching for a person, one person's two records, passing work on, and giving a family the list of who looked."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import Field

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework.actions.passing_on import Work
from kinfold.web.core import words
from kinfold.web.core.forms import (
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    LongTextField,
    SelectField,
    TextField,
)
from kinfold.web.record.selectors.audit_paper import Looked
from kinfold.web.record.selectors.colleagues import Held
from kinfold.web.record.selectors.merging import Added


class SearchForm(GovukForm):
    name = TextField(label="Name", hint="First name, family name or both. It need not be spelt right.",
                     missing="Enter a name", width="20")  # fmt: skip
    born_on = DateField(label="Date of birth", required=False, must_be="today_or_past")
    postcode = TextField(label="Postcode", required=False, width="10", max_length=10)
    number = TextField(label="NHS number or UPN", required=False, width="20", max_length=20)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.get(name) for name in ("born_on", "postcode", "number")):
            raise ValidationError(
                "Give a name and one thing more: a date of birth, a postcode or a number. "
                "This keeps people from being looked up out of curiosity."
            )
        return cleaned


class PassOnForm(GovukForm):
    """One colleague for everything, or another for a thing and what goes with it, or nobody for now."""

    says_optional = False
    STAYS = "stays"

    to_all = SelectField(label="Who takes over everything?", required=False, placeholder="Nobody takes over everything",
                         hint="You can choose somebody else for each family below.")  # fmt: skip

    def __init__(self, *args: Any, held: Sequence[Held], able: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, also={one.key: self._asks(one) for one in held}, **kwargs)
        self.held, self.able = held, {str(user.pk): user for user in able}
        people = [(key, f"{user.name}, {user.post}" if user.post else user.name) for key, user in self.able.items()]
        self.fields["to_all"].offer([("", self.fields["to_all"].placeholder), *people])
        for one in held:
            offered = [("", self.fields[one.key].placeholder), *people, (self.STAYS, "Leave it for now")]
            self.fields[one.key].offer(offered)

    @staticmethod
    def _asks(one: Held) -> SelectField:
        follows = "Whoever takes over the family" if one.goes_with else "As chosen for everything"
        return SelectField(label=f"{one.who}: {one.what}" if one.who else one.what, required=False, placeholder=follows)

    @property
    def chosen_apart(self) -> bool:
        """Whether something does not follow its family: then the page shows these from the first."""
        return any(one.goes_with and self[one.key].value() for one in self.held)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.chosen():
            self.add_error("to_all", "Choose who takes over, for everything or for at least one thing")
        return cleaned

    def chosen(self) -> list[tuple[Held, User]]:
        found: list[tuple[Held, User]] = []
        for one in self.held:
            answer = self._answer(one.key) or self._answer(one.goes_with) or self._answer("to_all")
            if answer and answer != self.STAYS:
                found.append((one, self.able[answer]))
        return found

    def _answer(self, name: str | None) -> str:
        return str(self.cleaned_data.get(name) or "") if name else ""

    def passed(self) -> list[tuple[Work, User]]:
        return [(row, to) for one, to in self.chosen() for row in one.rows]


class GiveAuditForm(GovukForm):
    asked_by = TextField(label="Who asked for it?", hint="The name of the person who gets the paper.", max_length=200,
                         missing="Enter who asked for it")  # fmt: skip
    left_out = ChoicesField(label="Does the law let anybody be left out?", required=False,
                            hint="Only where naming them could put somebody at risk, spoil an enquiry into a crime, "
                            "or tell one person about another.")  # fmt: skip
    why = LongTextField(label="Why are they left out?", required=False, max_length=2000, rows=3,
                        hint="Needed if you leave anybody out. It is kept here, and is not on the paper.")  # fmt: skip

    def __init__(self, *args: Any, rows: Sequence[Looked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["left_out"].offer([(row.key, f"{row.who}, {row.agency}. {row.why}") for row in rows])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("left_out") and not cleaned.get("why"):
            self.add_error("why", "Say why they are left out, and which law lets you")
        return cleaned


class MergeForm(GovukForm):
    reason = LongTextField(label="How do you know that they are one person?", rows=3, max_length=1000,
                           missing="Say how you know that they are one person",
                           hint="For example: same NHS number, and their mother said so on the phone")  # fmt: skip


class KeepApartForm(GovukForm):
    reason = LongTextField(label="Why must they never be taken for one?", rows=3, max_length=1000,
                           missing="Say why they must be kept apart")  # fmt: skip
    seen_by = ChoicesField(
        label="Who else needs to know?", required=False,
        hint="Everybody else will find that the two cannot be joined, and not why",
    )  # fmt: skip

    def __init__(self, *args: Any, named: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["seen_by"].choices = named
        if not named:
            del self.fields["seen_by"]


class AwayForm(GovukForm):
    says_optional = False

    cover = SelectField(label="Who stands in?", missing="Choose who stands in", placeholder="Choose somebody")
    first_day = DateField(label="First day away", missing="Enter the first day away")
    last_day = DateField(label="Last day away", missing="Enter the last day away")

    def __init__(self, *args: Any, able: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.able = {str(user.pk): user for user in able}
        people = [(key, f"{user.name}, {user.post}" if user.post else user.name) for key, user in self.able.items()]
        self.fields["cover"].offer([("", self.fields["cover"].placeholder), *people])

    @property
    def chosen(self) -> User:
        return self.able[self.cleaned_data["cover"]]


class ConflictForm(GovukForm):
    how = ChoiceField(label="How is the family known?", missing="Choose how the family is known",
                      choices=list(code_lists.labels("conflict_of_interest").items()))  # fmt: skip
    of_whom = TextField(label="Which colleague knows them?", required=False, max_length=254,
                        hint="Their work email address. Leave empty if it is you.")  # fmt: skip

    def __init__(self, *args: Any, of_others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of_others:
            del self.fields["of_whom"]
        self.colleague: User | None = None

    def clean_of_whom(self) -> str:
        typed = str(self.cleaned_data["of_whom"]).strip()
        if typed:
            self.colleague = User.objects.filter(email__iexact=typed, is_active=True, system=False).first()
            if self.colleague is None:
                raise ValidationError("Nobody has an account with this address. Check how it is spelt.")
        return typed


class WhyForm(GovukForm):
    reason = LongTextField(label="Why?", missing="Say why", rows=3, max_length=1000)


class PlaceForm(GovukForm):
    """Each thing that was added while two were joined: it stays where it was put, or is the other person's."""

    says_optional = False
    OTHER = "other"

    def __init__(
        self, *args: Any, added: Sequence[Added], names: tuple[str, str], asks_why: bool, **kwargs: Any
    ) -> None:
        why = LongTextField(label="How do you know that they are two people?", rows=3, max_length=1000,
                            missing="Say how you know that they are two people")  # fmt: skip
        kept, other = names
        asked: dict[str, Field] = {
            one.key: ChoiceField(
                label=one.words, hint=f"Added on {words.day(one.added_on)}", required=False, initial="",
                choices=[("", f"Stays with {kept}"), (self.OTHER, f"Belongs to {other}")],
            )
            for one in added
        }  # fmt: skip
        super().__init__(*args, also=({"reason": why} if asks_why else {}) | asked, **kwargs)
        self.added = added

    @property
    def belongs_to_the_other(self) -> list[Model]:
        return [one.row for one in self.added if self.cleaned_data.get(one.key) == self.OTHER]
