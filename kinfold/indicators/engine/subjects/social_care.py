"""Children's social care: referrals and the plans that follow."""

from kinfold.indicators.engine.facts import Lookup
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import CHILD


def status(key: str) -> Lookup:
    """The ward and tier that were stored when the status began."""
    return Lookup("statuses", key, ("tier", "ward"))


SUBJECTS = (
    Subject(
        table="child_in_need_plans",
        units={"plans": "plan_id", "children": "person_id"},
        facts=(status("plan_id"), CHILD),
        open_between=("started_on", "ended_on"),
    ),
    Subject(
        table="protection_plans",
        units={"plans": "plan_id", "children": "person_id"},
        facts=(status("plan_id"), CHILD),
        open_between=("started_on", "ended_on"),
    ),
    Subject(
        table="looked_after_episodes",
        units={"episodes": "episode_id", "children": "person_id"},
        facts=(status("episode_id"), CHILD),
        open_between=("started_on", "ceased_on"),
    ),
    Subject(
        table="referrals",
        units={"referrals": "referral_id", "children": "person_id"},
        facts=(CHILD,),
        open_between=("received_on", "closed_on"),
    ),
)
