"""Episodes, referrals, dated statuses, who is involved, and missing episodes."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps.people import of_person
from kinfold.web.exchange.maps.stays import CORRECTABLE, EDITABLE, ROW, because

EPISODES = TableMap(
    "episodes",
    "casework.Episode",
    {
        "episode_id": "id",
        "family_id": "family",
        "opened_on": "opened_on",
        "closed_on": "closed_on",
        "outcome": "outcome",
        "contact_event_id": "contact_id",
    },
)
REFERRALS = TableMap(
    "referrals",
    "casework.Referral",
    {
        "referral_id": "id",
        "person_id": "person",
        "received_on": "received_on",
        "primary_need": "primary_need",
        "source_code": "source_code",
        "source_description": "source_words",
        "outcome": "outcome_flags",
        "no_further_action": "no_further_action",
        "closed_reason": "close_reason",
        "closed_on": "closed_on",
        "team_id": "team",
        "worker_id": "worker",
    },
)
_TRUE = "m.recorded_in_error_at IS NULL"

EARLY_HELP_EPISODES = TableMap(
    "early_help_episodes",
    "casework.Status",
    {
        "episode_id": "id",
        "person_id": "person",
        "started_on": "started_on",
        "ended_on": "ended_on",
        "reason": "start_reason",
        "end_reason": "end_reason",
        "organisation": "agency_words",
        "worker_id": "worker",
    },
    rows=f"m.kind IN ('family_support', 'early_help') AND {_TRUE}",
)
CHILD_IN_NEED_PLANS = TableMap(
    "child_in_need_plans",
    "casework.Status",
    {
        "plan_id": "id",
        "referral_id": "referral",
        "person_id": "person",
        "started_on": "started_on",
        "ended_on": "ended_on",
        "team_id": "team",
        "worker_id": "worker",
    },
    rows=f"m.kind = 'child_in_need' AND {_TRUE}",
)
PROTECTION_PLANS = TableMap(
    "protection_plans",
    "casework.Status",
    {
        "plan_id": "id",
        "referral_id": "referral",
        "conference_id": "conference_id",
        "person_id": "person",
        "started_on": "started_on",
        "ended_on": "ended_on",
        "initial_category": "category_at_start",
        "other_authority": "from_other_authority",
        "latest_category": "category_latest",
    },
    rows=f"m.kind = 'child_protection' AND {_TRUE}",
)
LOOKED_AFTER_EPISODES = TableMap(
    "looked_after_episodes",
    "casework.Status",
    {
        "episode_id": "id",
        "person_id": "person",
        "started_on": "started_on",
        "start_reason": "start_reason",
        "primary_need": "primary_need",
        "ceased_on": "ended_on",
        "ceased_reason": "end_reason",
        "care_period_id": "period_of_care_id",
        "referral_id": "referral",
        "placement_id": "placement_id",
        "entered_care_on": "entered_care_on",
        "last_reviewing_officer_contact_on": "last_reviewing_officer_contact_on",
    },
    rows=f"m.kind = 'looked_after' AND {_TRUE}",
)
STATUSES = TableMap(
    "statuses",
    "casework.Status",
    {
        "status_id": "id",
        "episode_id": "episode",
        "person_id": "person",
        "kind": "kind",
        "tier": "tier",
        "agency_id": "agency",
        "ward": "ward",
    },
    rows=_TRUE,
    adds_to="*",
)
INVOLVEMENTS = TableMap(
    "involvements",
    "casework.Involvement",
    {
        "involvement_id": "id",
        "professional_id": "user",
        "role": "role",
        "team_id": "team",
        "started_on": "started_on",
        "ended_on": "ended_on",
        "change_reason": "change_reason",
        "person_id": "person",
        "referral_id": "referral",
    },
)
MISSING_EPISODES = TableMap(
    "missing_episodes",
    "beyond_home.MissingEpisode",
    {
        "episode_id": "id",
        "person_id": "child",
        "started_at": "went_missing_at",
        "kind": "kind",
        "ended_at": "returned_at",
        "interview_offered": "interview_offered",
        "interview_accepted": "interview_accepted",
    },
)

_STATUS_TABLES = (EARLY_HELP_EPISODES, CHILD_IN_NEED_PLANS, PROTECTION_PLANS, LOOKED_AFTER_EPISODES)

LOADS = (
    ModelLoad(
        "casework.Episode",
        (EPISODES,),
        computed={"record": "episodes.family_id"},
        stays={**EDITABLE, "closing_note": "what people said in words stays in the case system"},
    ),
    ModelLoad("casework.Referral", (REFERRALS,), computed=of_person("referrals"), stays=ROW),
    ModelLoad(
        "casework.Status",
        (*_STATUS_TABLES, STATUSES),
        computed=of_person("statuses"),
        stays={**ROW, **CORRECTABLE, "legal_basis": "the standard's legal status table carries it"},
    ),
    ModelLoad(
        "casework.Involvement",
        (INVOLVEMENTS,),
        computed={
            **of_person("involvements"),
            "episode": "(SELECT within.episode_id FROM status_periods within WHERE within.person_id = "
            "involvements.person_id AND within.started_on <= involvements.started_on AND "
            "(within.ended_on IS NULL OR within.ended_on > involvements.started_on) "
            "ORDER BY within.started_on DESC, within.episode_id LIMIT 1)",
        },
        stays={**ROW},
    ),
    ModelLoad("beyond_home.MissingEpisode", (MISSING_EPISODES,), computed=of_person("missing_episodes"), stays=ROW),
    ModelLoad(
        "casework.Handover",
        (),
        stays={
            **EDITABLE,
            **because(
                "the figures read what came of it: the statuses",
                "id",
                "record",
                "kind",
                "urgent",
                "to_status",
                "family",
                "episode",
                "contact_child_id",
                "from_team",
                "to_team",
                "to_user",
                "reason",
                "offered_at",
                "offered_by",
                "accepted_at",
                "refused_at",
                "answered_by",
                "refusal_reason",
                "withdrawn_at",
                "people",
            ),
        },
    ),
    ModelLoad(
        "casework.Conflict",
        (),
        stays={
            **ROW,
            **because(
                "whom a colleague knows themselves is theirs and their manager's",
                "id",
                "record",
                "user",
                "person",
                "how",
                "declared_at",
                "declared_by",
                "ended_at",
                "ended_by",
                "ended_reason",
            ),
        },
    ),
    ModelLoad(
        "casework.HandoverPerson",
        (),
        stays={**ROW, **because("the figures read what came of it", "id", "record", "handover", "person")},
    ),
)
