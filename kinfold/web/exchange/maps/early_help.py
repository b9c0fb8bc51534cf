"""Agreements, conversations, plans, goals, commitments, reviews and scores."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps.stays import EDITABLE, ROW, because

AGREEMENTS = TableMap(
    "agreements",
    "sharing.Agreement",
    {
        "agreement_id": "id",
        "episode_id": "about_id",
        "person_id": "person",
        "purpose": "purpose",
        "agreed": "agreed",
        "given_how": "given_how",
        "given_on": "given_on",
        "recorded_by_id": "recorded_by",
    },
    constants={"about_kind": "casework.episode"},
    rows="m.about_kind = 'casework.episode'",
)
CONVERSATIONS = TableMap(
    "conversations",
    "early_help.Conversation",
    {
        "conversation_id": "id",
        "episode_id": "episode",
        "person_id": "person",
        "held_on": "held_on",
        "completed_on": "completed_on",
        "tier": "tier",
        "counts_as_assessment": "counts_as_assessment",
        "agency_id": "agency",
        "ward": "ward",
    },
)
PLANS = TableMap(
    "family_support_plans",
    "early_help.Plan",
    {
        "plan_id": "id",
        "episode_id": "episode",
        "submitted_on": "submitted_on",
        "tier": "tier",
        "agency_id": "agency",
        "ward": "ward",
        "closed_on": "closed_on",
        "outcome": "outcome",
    },
)
PLAN_CHILDREN = TableMap(
    "plan_children", "early_help.PlanChild", {"plan_child_id": "id", "plan_id": "plan", "person_id": "person"}
)
GOALS = TableMap(
    "plan_goals",
    "early_help.Goal",
    {"goal_id": "id", "plan_id": "plan", "title": "title", "started_on": "started_on", "reached_on": "reached_on"},
)
COMMITMENTS = TableMap(
    "commitments",
    "commitments.Commitment",
    {
        "commitment_id": "id",
        "plan_id": "about_id",
        "goal_id": "goal_id",
        "promised_by": "promised_by",
        "text": "text",
        "due_on": "due_on",
        "done_on": "done_on",
    },
    derived={"promiser_id": "coalesce(m.promiser_person_id, m.promiser_user_id)"},
    constants={"about_kind": "early_help.plan"},
    rows="m.about_kind = 'early_help.plan' AND m.dropped_at IS NULL",
)
REVIEWS = TableMap(
    "reviews",
    "meetings.Meeting",
    {"review_id": "id", "plan_id": "about_id", "due_on": "due_on", "held_on": "held_on", "outcome": "outcome"},
    constants={"about_kind": "early_help.plan", "kind": "plan_review"},
    rows="m.about_kind = 'early_help.plan' AND m.kind = 'plan_review' AND m.cancelled_at IS NULL",
)
SCORES = TableMap(
    "scores",
    "questionnaires.Answer",
    {"score_id": "id", "person_id": "person", "voice": "voice", "domain": "question", "score": "score"},
    derived={
        "conversation_id": "CASE WHEN m.about_kind = 'early_help.conversation' THEN m.about_id END",
        "review_id": "CASE WHEN m.about_kind = 'meetings.meeting' THEN m.about_id END",
    },
    rows="m.score IS NOT NULL",
)


def _of(table: str, key: str, owners: str) -> dict[str, str]:
    """The record of the family whose plan, conversation or review the row is about."""
    return {"record": f"(SELECT held.record_id FROM {owners} held WHERE held.{key} = {table}.{key})"}


_WORDS = "what people said in words stays in the case system"
_WHO = "who pressed the button stays in the case system"

CONSULTATIONS = TableMap(
    "consultations",
    "early_help.Consultation",
    {
        "consultation_id": "id",
        "held_on": "held_on",
        "kind": "kind",
        "referral_intended": "referral_intended",
        "referral_made": "referral_made",
        "agency_id": "agency",
    },
    rows="m.kind <> 'link_co_ordinator'",
)

LOADS = (
    ModelLoad(
        "early_help.Consultation",
        (CONSULTATIONS,),
        computed={"record": "consultations.consultation_id"},
        stays={
            **EDITABLE,
            **because(_WORDS, "post", "topic", "question", "decided"),
            **because(_WHO, "recorded_by", "recorded_at"),
        },
    ),
    ModelLoad(
        "sharing.Agreement",
        (AGREEMENTS,),
        computed=_of("agreements", "episode_id", "episode_records"),
        stays={**ROW, "note": _WORDS},
    ),
    ModelLoad(
        "early_help.Conversation",
        (CONVERSATIONS,),
        computed=_of("conversations", "episode_id", "episode_records"),
        stays={**EDITABLE, "completed_by": _WHO},
    ),
    ModelLoad(
        "early_help.Plan",
        (PLANS,),
        computed=_of("family_support_plans", "episode_id", "episode_records"),
        stays={**EDITABLE, "title": _WORDS, "what_needs_to_change": _WORDS, "submitted_by": _WHO},
    ),
    ModelLoad(
        "early_help.PlanChild", (PLAN_CHILDREN,), computed=_of("plan_children", "plan_id", "plan_records"), stays=ROW
    ),
    ModelLoad(
        "early_help.Goal",
        (GOALS,),
        computed=_of("plan_goals", "plan_id", "plan_records"),
        stays={**EDITABLE, "position": "order on the screen"},
    ),
    ModelLoad(
        "commitments.Commitment",
        (COMMITMENTS,),
        computed={
            **_of("commitments", "plan_id", "plan_records"),
            "promiser_person": "CASE WHEN commitments.promised_by = 'family' THEN commitments.promiser_id END",
            "promiser_user": "CASE WHEN commitments.promised_by = 'service' THEN commitments.promiser_id END",
        },
        stays={
            **EDITABLE,
            "done_at": "the dataset has the day",
            "done_by": _WHO,
            "dropped_at": "dropped promises are not extracted",
            "dropped_reason": _WORDS,
        },
    ),
    ModelLoad(
        "meetings.Meeting",
        (REVIEWS,),
        computed=_of("reviews", "plan_id", "plan_records"),
        stays={
            **EDITABLE,
            **because("whom a team asked to come, when and where stays with it", "meets_on", "meets_at", "place"),
            "notes": _WORDS,
            "cancelled_at": "cancelled reviews are not extracted",
            "recorded_by": _WHO,
        },
    ),
    ModelLoad(
        "meetings.Attendance",
        (),
        stays={
            **ROW,
            **because(_WHO, "id", "record", "meeting", "person", "user", "agency", "post", "invited", "attended"),
        },
    ),
    ModelLoad(
        "questionnaires.Answer",
        (SCORES,),
        computed={
            "about_kind": "CASE WHEN scores.review_id IS NULL THEN 'early_help.conversation' "
            "ELSE 'meetings.meeting' END",
            "about_id": "coalesce(scores.review_id, scores.conversation_id)",
            "record": "(SELECT held.record_id FROM scored_records held WHERE held.about_id = "
            "coalesce(scores.review_id, scores.conversation_id))",
        },
        stays={**ROW, "response": _WORDS, "text": _WORDS, "choice": _WORDS},
    ),
    ModelLoad(
        "questionnaires.Response",
        (),
        stays={
            **EDITABLE,
            **because(
                _WORDS,
                "id",
                "record",
                "form_key",
                "form_version",
                "about_kind",
                "about_id",
                "started_by",
                "completed_at",
                "completed_by",
            ),
        },
    ),
)
