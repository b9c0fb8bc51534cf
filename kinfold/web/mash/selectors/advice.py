"""What the hub advised: the latest, and how often each agency asked."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncMonth

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.core.clock import LONDON
from kinfold.web.mash.models import Advice, Contact

LATEST = 50


@dataclass(frozen=True)
class Month:
    first_day: date
    asked: int
    contacts: int

    @property
    def in_words(self) -> str:
        return f"{self.first_day:%B %Y}"


@dataclass(frozen=True)
class Asking:
    agency: str
    asked: int
    contacts: int  # of these, those that became a contact
    minutes: int


def latest_advice(viewer: User) -> list[tuple[Advice, Contact | None]]:
    """With the contact that it became, where the viewer may see it."""
    require(viewer, Permission.ADVICE_GIVE)
    rows = list(Advice.objects.visible_to(viewer).select_related("agency", "given_by")[:LATEST])
    contacts = Contact.objects.visible_to(viewer).in_bulk([row.contact_id for row in rows if row.contact_id])
    return [(row, contacts.get(row.contact_id)) for row in rows]


def advice_by_month(viewer: User, since: datetime) -> list[Month]:
    """The newest first; months in which nobody asked are left out."""
    require(viewer, Permission.ADVICE_GIVE)
    counted = (
        Advice.objects.visible_to(viewer)
        .filter(given_at__gte=since)
        .annotate(month=TruncMonth("given_at", tzinfo=LONDON))
        .order_by()
        .values("month")
        .annotate(times=Count("pk"), led=Count("pk", filter=Q(draft_key__isnull=False)))
    )
    return [Month(row["month"].date(), row["times"], row["led"]) for row in counted.order_by("-month")]


def advice_by_agency(viewer: User, since: datetime) -> list[Asking]:
    """Those who asked most first."""
    require(viewer, Permission.ADVICE_GIVE)
    counted = (
        Advice.objects.visible_to(viewer)
        .filter(given_at__gte=since)
        .order_by()
        .values(name=F("agency__name"))
        .annotate(times=Count("pk"), led=Count("pk", filter=Q(draft_key__isnull=False)), spent=Sum("minutes"))
    )
    found = [Asking(row["name"], row["times"], row["led"], row["spent"] or 0) for row in counted]
    return sorted(found, key=lambda one: (-one.asked, one.agency))
