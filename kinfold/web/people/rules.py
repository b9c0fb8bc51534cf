"""What must be true of a person, whoever records it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from kinfold.web.access.models import Record
from kinfold.web.people.models import Caution, Person

OLDEST_YEARS = 120
WIDTH = (Record.Level.SEALED, Record.Level.RESTRICTED, Record.Level.OPEN)
"""From what the fewest may see to what the most may."""


def check_person(person: Person, today: date) -> None:
    """Raises ValidationError, by field, in words for the person who typed it."""
    problems: dict[str, str] = {}
    if person.born_on and person.born_on > today:
        problems["born_on"] = "Date of birth must be today or in the past. For a child not yet born, give the due date."
    if person.born_on and person.born_on.year < today.year - OLDEST_YEARS:
        problems["born_on"] = "Check the year of birth: it is more than 120 years ago."
    if person.died_on and person.died_on > today:
        problems["died_on"] = "Date of death must be today or in the past."
    if person.unborn and not person.expected_on:
        problems["expected_on"] = "Enter the date the baby is due, or the best estimate."
    if not person.unborn and not (person.forename or person.surname):
        problems["forename"] = "Enter at least a first name or a family name."
    if problems:
        raise ValidationError(problems)


def check_merge(duplicate: Person, into: Person) -> None:
    """What two records must be to become one person; ValidationError says what stands in the way and how to mend it.

    Nothing moves when they do, so what is written keeps its readers. What is written from then on is written in the
    record that is kept, and that must be no wider than either.
    """
    if duplicate.pk == into.pk:
        raise ValidationError("These are already the same person.")
    if into.recorded_in_error_at:
        raise ValidationError("The record to keep is marked as recorded in error.")
    if into.merged_into_id or duplicate.merged_into_id or duplicate.merged_from.exists():
        raise ValidationError("One of these has already been joined with another. Undo that first.")
    if WIDTH.index(duplicate.record.level) < WIDTH.index(into.record.level):
        raise ValidationError("Keep the record that fewer people may see: join them the other way round.")
    if duplicate.has_confidential_address != into.has_confidential_address:
        raise ValidationError("One of them has a confidential address. Make the other’s confidential first.")


def check_apart(apart: bool) -> None:
    """One sentence for every reason why two are kept apart, so that it gives none of them away."""
    if apart:
        raise ValidationError("These are recorded as two different people, and cannot be joined.")


def check_not_joined(one: Person, other: Person) -> None:
    if one.pk == other.pk:
        raise ValidationError("This is one person.")
    if one.pk == other.merged_into_id or other.pk == one.merged_into_id:
        raise ValidationError("These two are joined. Undo that first.")


def known_to_be_new(reason: str) -> dict[str, str]:
    """What the audit keeps where somebody like them was on file; nothing where nobody was."""
    return {"reason": reason.strip()} if reason.strip() else {}


def ca1_says_why(reason: str) -> bool:
    """Say why, in words that the family could read."""
    return bool(reason.strip())


def ca2_is_new(same: QuerySet[Caution]) -> bool:
    """This is recorded already. Open it from the person’s page, and say there whether it is still so."""
    return not same.exists()


def ca3_is_in_force(caution: Caution) -> bool:
    """Somebody has looked at this meanwhile. Open the person’s page to see what is said now."""
    return caution.ended_at is None


def li1_was_expected(person: Person) -> bool:
    """This child is born already. Change their details if the day is wrong."""
    return person.unborn


def li2_has_lived(person: Person) -> bool:
    """This child is not born yet."""
    return not person.unborn


def li3_not_in_the_future(on: date, today: date) -> bool:
    """The day they moved must be today or in the past."""
    return on <= today


def li4_says_where_to(to: str) -> bool:
    """Enter the council, or “not known”."""
    return bool(to.strip())


def li5_says_what_was_passed_on(passed_on: str) -> bool:
    """Say what was passed on, or why nothing was."""
    return bool(passed_on.strip())
