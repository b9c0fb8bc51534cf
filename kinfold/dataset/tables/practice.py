"""Tables of the law and local practice in force, population, the calendar, and what was due when."""

from kinfold.dataset.declarations import Field, InOrder, Table

POPULATION = Table(
    name="population",
    file="kf_population",
    title="Population",
    row_means="How many people of an age live in an area.",
    fields=(
        Field("area", "text", "Portsmouth, or a ward's name", key=True, sensitivity="public"),
        Field("age_from", "integer", "Youngest age counted", key=True, sensitivity="public"),
        Field("age_to", "integer", "Oldest age counted", key=True, sensitivity="public"),
        Field("year", "integer", "Year of the estimate", key=True, sensitivity="public"),
        Field("population", "integer", "People", sensitivity="public", between=(0, 100_000_000)),
        Field("source", "text", "Where the figure is from", sensitivity="public"),
    ),
)

PRACTICE = Table(
    name="practice",
    file="kf_practice",
    title="Practice in force",
    row_means="A timescale or local setting and the days it was in force.",
    fields=(
        Field("key", "text", "What it settles", key=True, sensitivity="public"),
        Field("value", "text", "Its value, as text", sensitivity="public"),
        Field("valid_from", "date", "First day in force", key=True, sensitivity="public"),
        Field("valid_to", "date", "Day it ceased to be in force", sensitivity="public", required=False),
        Field("source", "text", "Law, guidance or local decision", sensitivity="public"),
        Field("local", "yes_no", "Whether the partnership may change it", sensitivity="public"),
    ),
    rules=(InOrder("valid_from", "valid_to"),),
)

CALENDAR = Table(
    name="calendar",
    file="kf_calendar",
    title="Calendar",
    row_means="A day, and whether it is a working day in England.",
    fields=(
        Field("day", "date", "The day", key=True, sensitivity="public"),
        Field("working_day", "yes_no", "Whether it is a working day", sensitivity="public"),
    ),
)

DEADLINES = Table(
    name="deadlines",
    file="kf_deadlines",
    title="Deadlines",
    row_means="Something that was due by a rule, and when it was met.",
    fields=(
        Field("deadline_id", "id", "Key of the deadline", key=True),
        Field("rule", "text", "Key of the timescale"),
        Field("about", "text", "Table of the record it is about"),
        Field("about_id", "id", "Key of that record"),
        Field("person_id", "id", "The child", references="people.person_id", sensitivity="personal", required=False),
        Field("started_at", "instant", "Instant the clock started"),
        Field("started_on", "date", "Local day the clock started"),
        Field("due_at", "instant", "Instant it was due"),
        Field("due_on", "date", "Local day it was due"),
        Field("met_at", "instant", "Instant it was met", required=False),
        Field("met_on", "date", "Local day it was met", required=False),
        Field("withdrawn", "yes_no", "Whether it no longer applied"),
    ),
    rules=(
        InOrder("started_at", "due_at"),
        InOrder("started_at", "met_at"),
    ),
)

TABLES = (
    POPULATION,
    PRACTICE,
    CALENDAR,
    DEADLINES,
)
