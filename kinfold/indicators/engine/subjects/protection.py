"""Child protection: enquiries, strategy discussions, plans and the conferences that review them."""

from kinfold.indicators.engine.facts import Earlier, Elapsed, Lookup
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import CHILD
from kinfold.indicators.engine.subjects.social_care import status
from kinfold.indicators.engine.words import _

SUBJECTS = (
    Subject(
        table="section_47_enquiries",
        units={"enquiries": "enquiry_id", "children": "person_id"},
        facts=(Lookup("enquiry_details", "enquiry_id", ("concern", "joint", "ward")), *CHILD),
    ),
    Subject(
        table="strategy_discussions",
        units={"discussions": "discussion_id", "children": "person_id"},
        facts=(*CHILD, Elapsed("working_days_taken", "worried_on", "working_days", until="held_on")),
    ),
    Subject(
        table="protection_plans",
        units={"plans": "plan_id", "children": "person_id"},
        facts=(
            status("plan_id"),
            Lookup("protection_plan_details", "plan_id", ("domestic_abuse",)),
            *CHILD,
            # “Second or subsequent” is of this council’s plans, and not of children who only stay here.
            Earlier(
                "protection_plans",
                "started_on",
                (("ended_on", "last_plan_ended_on"),),
                among=_.other_authority.fill_null("N") != "Y",
            ),
            Elapsed("months_since_last_plan", "last_plan_ended_on", "months", until="started_on"),
        ),
        open_between=("started_on", "ended_on"),
    ),
    Subject(
        table="protection_reviews",
        units={"reviews": "review_id", "children": "person_id"},
        facts=CHILD,
    ),
)
