"""Deadlines: what was due, and when it was met."""

from kinfold.web.exchange.mapping import TableMap

DEADLINES = TableMap(
    "deadlines",
    "deadlines.Deadline",
    {
        "deadline_id": "id",
        "rule": "rule",
        "about_id": "about_id",
        "person_id": "person",
        "started_at": "started_at",
        "due_at": "due_at",
        "met_at": "met_at",
    },
    derived={
        "about": "m.about_kind",
        "started_on": "(m.started_at AT TIME ZONE 'Europe/London')::date",
        "due_on": "(m.due_at AT TIME ZONE 'Europe/London')::date",
        "met_on": "(m.met_at AT TIME ZONE 'Europe/London')::date",
        "withdrawn": "CASE WHEN m.withdrawn_at IS NULL THEN 'N' ELSE 'Y' END",
    },
)
