"""Children's social care: referrals, assessments, and plans for children in need."""

from kinfold.indicators.engine.facts import AnyOf, Earlier, Elapsed, Lookup, OpenThen
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import CHILD
from kinfold.indicators.engine.words import _

# What the strategy reports together: sexual abuse, sexual exploitation and harmful sexual behaviour.
SEXUAL_HARM = ("sexual_abuse", "sexual_exploitation", "harmful_sexual_behaviour")


def status(key: str) -> Lookup:
    """The ward and tier that were stored when the status began."""
    return Lookup("statuses", key, ("tier", "ward"))


SUBJECTS = (
    Subject(
        table="referrals",
        units={"referrals": "referral_id", "children": "person_id"},
        facts=(
            Lookup("referral_details", "referral_id", ("contact_id", "ward")),
            *CHILD,
            Earlier("referrals", "received_on", (("received_on", "referred_before_on"),)),
            Elapsed("months_since_referral", "referred_before_on", "months", until="received_on"),
            AnyOf("assessments", "referral_id", "assessed", holds=_.started_on.notnull()),
            AnyOf("contact_worries", "contact_id", "sexual_harm", holds=_.worry.isin(*SEXUAL_HARM)),
        ),
        open_between=("received_on", "closed_on"),
    ),
    Subject(
        table="assessments",
        units={"assessments": "assessment_id", "children": "person_id"},
        facts=(
            Lookup("referral_details", "referral_id", ("ward",)),
            *CHILD,
            Elapsed("working_days_taken", "started_on", "working_days", until="authorised_on"),
        ),
    ),
    Subject(
        table="child_in_need_plans",
        units={"plans": "plan_id", "children": "person_id"},
        facts=(
            status("plan_id"),
            *CHILD,
            OpenThen(
                "involvements",
                "has_social_worker",
                ("started_on", "ended_on"),
                holds=(_.role == "allocated_social_worker") & _.professional_id.notnull(),
            ),
        ),
        open_between=("started_on", "ended_on"),
    ),
)
