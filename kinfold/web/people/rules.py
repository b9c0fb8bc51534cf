"""What must be true of a person, whoever records it."""

from datetime import date

from django.core.exceptions import ValidationError

from kinfold.web.people.models import Person

OLDEST_YEARS = 120


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
    """A child adopted and known again keeps two unlinked rows; nobody is merged into themselves or in a ring."""
    if duplicate.pk == into.pk:
        raise ValidationError("These are already the same person.")
    if into.recorded_in_error_at:
        raise ValidationError("The record to keep is marked as recorded in error.")
    if into.merged_into_id or duplicate.merged_into_id or duplicate.merged_from.exists():
        raise ValidationError("One of these has already been merged. Undo that first.")
