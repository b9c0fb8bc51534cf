"""What to mind with each of several people: said of them, or of the home where they live."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kinfold.web.access.models import User
from kinfold.web.people.models import Address, Caution


def cautions_of(viewer: User, people: Collection[UUID]) -> dict[UUID, list[Caution]]:
    """Person id ▶ what holds now, as far as the viewer may see it: one query, and one more where it is of a home.

    What was said of a second record of somebody counts; what was said of a home counts for whoever lives there now,
    whoever lived there when it was said."""
    homes = Address.objects.visible_to(viewer).filter(person__in=people, ended_on__isnull=True)
    same_home = homes.filter(line_1=OuterRef("address__line_1"), postcode=OuterRef("address__postcode"))
    found = list(
        Caution.objects.visible_to(viewer)
        .in_force()
        .filter(
            Q(address__isnull=True) & (Q(person__in=people) | Q(person__merged_into__in=people))
            | Q(Exists(same_home), address__isnull=False)
        )
        .select_related("address", "person")
        .order_by("recorded_at", "pk")
    )
    living = list(homes) if any(caution.address_id for caution in found) else []
    held: dict[UUID, list[Caution]] = {}
    for caution in found:
        if caution.address is None:
            said_of = [key for key in (caution.person_id, caution.person.merged_into_id) if key in people]
        else:
            place = (caution.address.line_1, caution.address.postcode)
            said_of = [home.person_id for home in living if (home.line_1, home.postcode) == place]
        for person_id in dict.fromkeys(filter(None, said_of)):
            held.setdefault(person_id, []).append(caution)
    return held
