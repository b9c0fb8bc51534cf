"""Deadlines: what was due, and when it was met."""

from kinfold.web.exchange.mapping import TableMap

ABOUT = {
    "contacts": "mash.contactchild",
    "contact_events": "mash.contact",
    "reviews": "meetings.meeting",
    "family_support_plans": "early_help.plan",
    "conversations": "early_help.conversation",
    "episodes": "casework.episode",
    "handovers": "casework.handover",
}
"""What a deadline is about: the dataset's table ▶ the model that holds its rows."""

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
        "about": "CASE m.about_kind "
        + " ".join(f"WHEN '{label}' THEN '{table}'" for table, label in ABOUT.items())
        + " ELSE m.about_kind END",
        "started_on": "(m.started_at AT TIME ZONE 'Europe/London')::date",
        "due_on": "((m.due_at - interval '1 microsecond') AT TIME ZONE 'Europe/London')::date",
        "met_on": "(m.met_at AT TIME ZONE 'Europe/London')::date",
        "withdrawn": "CASE WHEN m.withdrawn_at IS NULL THEN 'N' ELSE 'Y' END",
    },
    # what agencies owe, and a board's reports, concern no child
    rows="m.about_kind NOT IN ('intake.return', 'partnership.duereport', 'insight.section')",
)
