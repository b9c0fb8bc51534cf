"""What agencies sent many at once: the newest files, and the fate of each line of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission
from kinfold.web.mash.models import DeliveredLine, Delivery

NEWEST = 50
MOST_FAILED = 200


def deliveries(viewer: User) -> list[Delivery]:
    """The newest, each with ``failed`` and ``known_before``, the numbers of such lines."""
    require(viewer, Permission.CONTACT_DELIVER)
    rows = Delivery.objects.visible_to(viewer).defer("content").select_related("agency", "sent_by")
    counted = rows.annotate(
        failed=Count("lines", filter=Q(lines__contact__isnull=True, lines__received_before="")),
        known_before=Count("lines", filter=~Q(lines__received_before="")),
    )
    return list(counted[:NEWEST])


def delivery_of(viewer: User, delivery_id: UUID) -> Delivery:
    found = Delivery.objects.visible_to(viewer).defer("content").select_related("agency", "sent_by")
    if not viewer.may(Permission.CONTACT_BOARD):  # only the hub follows what other agencies sent
        found = found.filter(agency=viewer.agency)
    one = found.filter(pk=delivery_id).first()
    if one is None:
        raise NotVisible("There is nothing here that you may see.")
    return one


@dataclass(frozen=True)
class Fate:
    """What became of the lines of a delivery; ``failed`` is cut where there are very many."""

    failed: list[DeliveredLine]
    failed_in_all: int
    failed_and_kept: int  # the others came later, or failed long ago: what they said is not kept any more
    known_before: list[DeliveredLine]
    waiting: int  # children of it whom nobody has said who they are


def fate_of(viewer: User, delivery: Delivery) -> Fate:
    lines = DeliveredLine.objects.visible_to(viewer).filter(delivery=delivery)
    failed = lines.filter(contact__isnull=True, received_before="")
    unmatched = Q(contact__children__person__isnull=True, contact__children__decided_at__isnull=True)
    return Fate(
        failed=list(failed[:MOST_FAILED]),
        failed_in_all=failed.count(),
        failed_and_kept=failed.exclude(said={}).count(),
        known_before=list(lines.exclude(received_before="")[:MOST_FAILED]),
        waiting=lines.filter(unmatched).aggregate(n=Count("contact__children", distinct=True))["n"],
    )


def every_line(viewer: User, delivery: Delivery) -> list[tuple[DeliveredLine, str]]:
    """For the agency's system: all of them, each with the reference of its contact, if it became one."""
    lines = DeliveredLine.objects.visible_to(viewer).filter(delivery=delivery)
    references = dict(lines.filter(contact__isnull=False).values_list("pk", F("contact__reference")))
    return [(line, references.get(line.pk, "")) for line in lines]


def failed_lines(viewer: User, delivery: Delivery) -> list[DeliveredLine]:
    """Those whose words are still kept."""
    lines = DeliveredLine.objects.visible_to(viewer).filter(delivery=delivery)
    return list(lines.filter(contact__isnull=True, received_before="").exclude(said={}))


def agencies() -> Iterable[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Agency.objects.values_list("pk", "name")]
