"""The lists of statistical neighbours that were loaded last."""

from collections import defaultdict
from datetime import date

from kinfold.indicators.comparison.benchmarks import NeighbourList, neighbours_on
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.insight.models import Neighbour, NeighbourFile
from kinfold.web.intake.selectors.figures import PORTSMOUTH


def lists(viewer: User) -> list[NeighbourList]:
    """Of the newest file, by area and then oldest first; two queries."""
    require(viewer, Permission.FIGURES_READ)
    newest = file(viewer)
    if newest is None:
        return []
    found: dict[tuple[str, date], list[Neighbour]] = defaultdict(list)
    for row in Neighbour.objects.filter(file=newest).order_by("area", "starts_on", "rank"):
        found[row.area, row.starts_on].append(row)
    return [
        NeighbourList(
            area, tuple(row.code for row in rows), {row.code: row.name for row in rows}, starts_on, rows[0].ends_on,
            rows[0].source,
        )
        for (area, starts_on), rows in found.items()
    ]  # fmt: skip


def ours_on(viewer: User, day: date) -> NeighbourList | None:
    """The city's own list in force on a day, which for a period is its last one."""
    return neighbours_on(lists(viewer), PORTSMOUTH, day)


def file(viewer: User) -> NeighbourFile | None:
    require(viewer, Permission.FIGURES_READ)
    return NeighbourFile.objects.defer("content").select_related("loaded_by").first()
