"""Missing episodes, as lines of a child's chronology."""

from datetime import date, datetime, time

from kinfold.web.access.models import User
from kinfold.web.beyond_home.models import MissingEpisode
from kinfold.web.casework.chronology import Entry
from kinfold.web.core.clock import LONDON
from kinfold.web.core.words import moment
from kinfold.web.people.models import Person


def entries(*, child: Person, viewer: User, since: date) -> list[Entry]:
    start = datetime.combine(since, time(), LONDON)
    rows = MissingEpisode.objects.visible_to(viewer).filter(child=child, went_missing_at__gte=start)
    return [
        Entry(
            row.went_missing_at,
            "Missing" if row.kind != "A" else "Away from placement without permission",
            text=f"Back {moment(row.returned_at)}" if row.returned_at else "Not yet back",
            kind="Missing",
            tone="orange",
            important=True,
        )
        for row in rows
    ]
