"""What to mind with each of several people: said of them, or of the home where they live."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kinfold.web.access.models import User
from kinfold.web.people.models import Address, Caution


def cautions_about(viewer: User, people: Collection[UUID], *, ended: bool = False) -> list[Caution]:
    """What holds now, as far as the viewer may see it, of these people, of second records of theirs and of homes where
    one of them lives now; with what has ended, where a page tells the history too."""
    homes = Address.objects.visible_to(viewer).filter(person__in=people, ended_on__isnull=True)
    same_home = homes.filter(line_1=OuterRef("address__line_1"), postcode=OuterRef("address__postcode"))
    rows = Caution.objects.visible_to(viewer).filter(
        Q(person__in=people) | Q(person__merged_into__in=people) | Q(Exists(same_home), address__isnull=False)
    )
    rows = rows.select_related("recorded_by", "ended_by", "renewed_by") if ended else rows.in_force()
    return list(rows.select_related("address", "person").order_by("recorded_at", "pk"))


def held_by(viewer: User, people: Collection[UUID], cautions: Iterable[Caution]) -> dict[UUID, list[Caution]]:
    """Person id ▶ what holds now. What was said of a home counts for whoever lives there now, whoever lived there when
    it was said; no query where nothing was said of a home."""
    in_force = [caution for caution in cautions if caution.ended_at is None]
    of_homes = any(caution.address_id for caution in in_force)
    homes = Address.objects.visible_to(viewer).filter(person__in=people, ended_on__isnull=True)
    living = list(homes) if of_homes else []
    held: dict[UUID, list[Caution]] = {}
    for caution in in_force:
        if caution.address_id is None:
            said_of = [key for key in (caution.person_id, caution.person.merged_into_id) if key in people]
        else:
            place = (caution.address.line_1, caution.address.postcode) if caution.address else None
            said_of = [home.person_id for home in living if (home.line_1, home.postcode) == place]
        for person_id in dict.fromkeys(filter(None, said_of)):
            held.setdefault(person_id, []).append(caution)
    return held
