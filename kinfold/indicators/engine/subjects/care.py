"""Children looked after and young people who have left care."""

from kinfold.indicators.engine.facts import Elapsed, InTheYear, Latest, Lookup, OpenThen
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import CHILD
from kinfold.indicators.engine.subjects.social_care import status
from kinfold.indicators.engine.words import _

# A holiday or a stay in hospital is not a move.
_FOR_A_WHILE = ("T0", "T1", "T2", "T3", "T4")

SUBJECTS = (
    Subject(
        table="looked_after_episodes",
        units={"episodes": "episode_id", "children": "person_id"},
        facts=(
            status("episode_id"),
            *CHILD,
            Lookup("placements", "placement_id", (("started_on", "placement_started_on"), "distance_miles")),
            Lookup("placement_details", "placement_id", ("ofsted_grade",)),
            Elapsed("months_old", "born_on", "months"),
            Elapsed("days_in_care", "entered_care_on", "days"),
            Elapsed("months_in_care", "entered_care_on", "months"),
            Elapsed("months_in_placement", "placement_started_on", "months"),
            InTheYear(
                "placements",
                ("started_on", "ended_on"),
                "placements_in_year",
                holds=~_.kind.fill_null("").isin(*_FOR_A_WHILE),
            ),
            Latest("looked_after_visits", "visited_on", (("visited_on", "last_visited_on"),)),
            Elapsed("days_since_visit", "last_visited_on", "days"),
            OpenThen("education_plans", "has_education_plan", ("started_on", "ended_on")),
        ),
        open_between=("started_on", "ceased_on"),
    ),
    Subject(table="looked_after_reviews", units={"reviews": "review_id"}),
    Subject(
        table="health_checks",
        units={"health assessments": "health_check_id", "children": "person_id"},
        facts=(
            Lookup("health_check_details", "health_check_id", (("kind", "kind_of_check"), "due_on")),
            *CHILD,
            Elapsed("days_late", "due_on", "days", until="checked_on"),
        ),
    ),
    Subject(
        table="care_leaver_birthdays",
        units={"birthdays": "birthday_id", "young people": "person_id"},
        facts=CHILD,
    ),
)
