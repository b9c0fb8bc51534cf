"""Children who go missing, and children at risk of being exploited."""

from kinfold.indicators.engine.facts import Earlier, Elapsed, Lookup, OpenThen
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import CHILD
from kinfold.indicators.engine.words import _

SUBJECTS = (
    Subject(
        table="missing_episodes",
        units={"episodes": "episode_id", "children": "person_id"},
        facts=(
            Lookup("missing_details", "episode_id", ("open_to", "ward", "interview_held_on", "recorded_in_error")),
            *CHILD,
            Earlier("missing_episodes", "started_at", (("started_at", "two_before_began"),), steps=2),
            Earlier("missing_episodes", "started_at", (("started_at", "three_before_began"),), steps=3),
            Elapsed("days_since_two_before", "two_before_began", "days", until="started_at"),
            Elapsed("days_since_three_before", "three_before_began", "days", until="started_at"),
            Elapsed("hours_away", "started_at", "hours", until="ended_at"),
            Elapsed("days_since_return", "ended_at", "days", until="known_to"),
            OpenThen("looked_after_episodes", "looked_after", ("started_on", "ceased_on")),
        ),
        only=_.recorded_in_error.fill_null("N") != "Y",
    ),
    Subject(
        table="exploitation_levels",
        units={"levels": "level_id", "children": "person_id"},
        facts=(
            *CHILD,
            Elapsed("months_at_level", "started_on", "months"),
            OpenThen(
                "exploitation_levels",
                "at_risk_of_criminal",
                ("started_on", "ended_on"),
                holds=(_.kind == "criminal") & (_.level != "none"),
            ),
        ),
        open_between=("started_on", "ended_on"),
    ),
    Subject(
        table="cohort_members",
        units={"places in the cohort": "member_id", "children": "person_id"},
        facts=CHILD,
    ),
)
