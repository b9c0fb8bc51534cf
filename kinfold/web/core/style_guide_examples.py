"""The imaginary people and figures on the style guide: ordinary names, hostile names, and every state."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

NOW = datetime(2026, 5, 6, 13, 20, tzinfo=UTC)
TODAY = date(2026, 5, 6)
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 286
NAMES = ("Amélie O’Shaughnessy-Nwachukwu", "محمد عبد الله الرشيد", "Zoë 🌈", "=SUM(A1:A9)", "<b>Bo</b>")
ENTRIES = [
    {
        "at": NOW - timedelta(hours=3),
        "title": "Contact from Spinnaker Primary",
        "kind": "Amber",
        "tone": "orange",
        "text": "Maya came in without a coat again and said she had slept next door.\n\n“I didn’t want to go home.”",
        "by": "Designated Safeguarding Lead, Spinnaker Primary",
        "important": True,
        "href": "#contact",
    },
    {
        "at": date(2026, 4, 28),
        "title": "Review of the plan",
        "by": "Lead professional, Early Help North",
        "kind": "Review",
    },
    {
        "at": date(2026, 2, 3),
        "title": "An entry you may not open",
        "hidden_reason": "Health has not shared this with your agency.",
    },
    {"at": date(2026, 1, 14), "title": "Open to Early Help since this day", "kind": "Tier 3", "tone": "teal"},
]
BOARD = [
    {
        "name": "Maya Okafor-Lindqvist",
        "born_on": date(2019, 2, 3),
        "rating": None,
        "due_at": NOW + timedelta(hours=23),
        "source": "School",
    },
    {
        "name": "Tobi Okafor-Lindqvist",
        "born_on": date(2025, 12, 2),
        "rating": "red",
        "due_at": NOW - timedelta(hours=3),
        "source": "Police",
    },
    {
        "name": "محمد عبد الله",
        "born_on": date(2015, 1, 9),
        "rating": "amber",
        "due_at": NOW + timedelta(hours=2),
        "source": "Health visitor",
    },
    {
        "name": "Zoë 🌈 " + "Featherstonehaugh" * 12,
        "born_on": date(2011, 1, 9),
        "rating": "green",
        "due_at": NOW + timedelta(days=2),
        "source": "Family",
    },
]
TREND = [
    {"period": "April to June 2024", "value": 4812},
    {"period": "July to September 2024", "value": 5104},
    {"period": "October to December 2024", "value": None},
    {"period": "January to March 2025", "value": 5402},
    {"period": "April to June 2025", "value": 5688},
]
SCORES = [
    {
        "name": "Maya",
        "points": [
            {"on": date(2026, 1, 14), "score": 3},
            {"on": date(2026, 3, 2), "score": 5},
            {"on": date(2026, 4, 28), "score": 7},
        ],
    },
    {
        "name": "Mum",
        "points": [
            {"on": date(2026, 1, 14), "score": 4},
            {"on": date(2026, 3, 2), "score": 4},
            {"on": date(2026, 4, 28), "score": 7},
        ],
    },
    {"name": "Teacher", "points": [{"on": date(2026, 1, 14), "score": 2}, {"on": date(2026, 4, 28), "score": 6}]},
]
FAMILY_PROMISES = [
    {
        "text": "Get to school by ten to nine, four days out of five",
        "who": "Mum and Maya",
        "due_on": date(2026, 5, 29),
        "href": "#promise",
    },
    {
        "text": "Ring the housing office about the damp",
        "who": "Mum",
        "due_on": date(2026, 4, 30),
        "done_on": date(2026, 4, 22),
    },
]
SERVICE_PROMISES = [
    {
        "text": "Find Maya a place at breakfast club",
        "who": "Spinnaker Primary",
        "due_on": date(2026, 4, 24),
        "href": "#promise",
    },
    {"text": "Visit every other Tuesday after school", "who": "Early Help North"},
]
