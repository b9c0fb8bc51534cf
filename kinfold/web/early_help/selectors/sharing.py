"""About whom to decide whether they may see a plan: the family, the professionals involved, their agencies."""

from datetime import date

from kinfold.web.access.models import Agency, User
from kinfold.web.early_help.forms.sharing import Asked
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.selectors.people import colleagues, family_people
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import ShareWith
from kinfold.web.sharing.selectors import who_may_see


def asked_about(viewer: User, plan: Plan, today: date) -> list[Asked]:
    """Everybody once, and whoever was decided about before even if they are no longer involved."""
    family = family_people(viewer, plan.episode.family, today)
    decided = {_key(_who(row)): row for row in who_may_see(viewer, plan)}
    involved = [one for one in colleagues(viewer, family.children, today) if one.user.pk != viewer.pk]
    agencies = {one.user.agency_id: one.user.agency for one in involved if one.user.agency}
    agencies.pop(viewer.agency_id, None)
    found: dict[object, Asked] = {}

    def ask(who: Person | User | Agency, label: str, hint: str) -> None:
        found.setdefault(_key(who), Asked(who, label, hint, decided.get(_key(who))))

    for adult in family.adults:
        ask(adult, adult.name, "In the family")
    for child in family.children:
        ask(child, child.name, "In the family")
    for one in involved:
        ask(
            one.user,
            one.user.name,
            ", ".join(filter(None, [one.part, one.user.agency.name if one.user.agency else ""])),
        )
    for agency in agencies.values():
        ask(agency, agency.name, "Everybody who works there")
    for row in decided.values():
        who = _who(row)
        if who.pk != viewer.pk:
            ask(who, str(who.name), "Decided before")
    return list(found.values())


def _who(row: ShareWith) -> Person | User | Agency:
    who = row.person or row.user or row.agency
    assert who is not None  # a constraint of the table
    return who


def _key(who: Person | User | Agency) -> object:
    return (type(who).__name__, who.pk)
