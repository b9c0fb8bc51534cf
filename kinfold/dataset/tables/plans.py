"""Tables of Family Support Plans: their children, goals, actions, reviews and scores."""

from kinfold.dataset.declarations import Field, InOrder, OneOf, Table

FAMILY_SUPPORT_PLANS = Table(
    name="family_support_plans",
    file="kf_family_support_plans",
    title="Family Support Plans",
    row_means="A Family Support Plan of a family.",
    fields=(
        Field("plan_id", "id", "Key of the plan", key=True),
        Field("episode_id", "id", "The episode", references="episodes.episode_id"),
        Field(
            "submitted_on", "date", "Day it was submitted; empty while a draft", sensitivity="personal", required=False
        ),
        Field("tier", "integer", "Tier of need then", sensitivity="special", between=(1, 4)),
        Field("agency_id", "id", "Agency that leads", references="agencies.agency_id", required=False),
        Field(
            "ward", "code", "Ward where the family lived then", code_list="ward", sensitivity="personal", required=False
        ),
        Field("closed_on", "date", "Day it was closed", sensitivity="personal", required=False),
        Field("outcome", "code", "What came of it", code_list="plan_outcome", sensitivity="special", required=False),
    ),
    rules=(InOrder("submitted_on", "closed_on"),),
)

PLAN_CHILDREN = Table(
    name="plan_children",
    file="kf_plan_children",
    title="Children of a plan",
    row_means="A child a Family Support Plan is for.",
    fields=(
        Field("plan_child_id", "id", "Key of the row", key=True),
        Field("plan_id", "id", "The plan", references="family_support_plans.plan_id"),
        Field("person_id", "id", "The child", references="people.person_id", sensitivity="personal"),
    ),
)

PLAN_GOALS = Table(
    name="plan_goals",
    file="kf_plan_goals",
    title="Goals",
    row_means="A goal of a Family Support Plan.",
    fields=(
        Field("goal_id", "id", "Key of the goal", key=True),
        Field("plan_id", "id", "The plan", references="family_support_plans.plan_id"),
        Field("title", "text", "The goal, in the family's words", sensitivity="special"),
        Field("started_on", "date", "Day it was set", sensitivity="personal"),
        Field("reached_on", "date", "Day it was reached", sensitivity="personal", required=False),
    ),
    rules=(InOrder("started_on", "reached_on"),),
)

COMMITMENTS = Table(
    name="commitments",
    file="kf_commitments",
    title="Actions",
    row_means="What somebody said they would do under a plan: the family as well as a service.",
    fields=(
        Field("commitment_id", "id", "Key of the row", key=True),
        Field("plan_id", "id", "The plan", references="family_support_plans.plan_id"),
        Field("goal_id", "id", "The goal it serves", references="plan_goals.goal_id", required=False),
        Field("promised_by", "code", "The family or a service", code_list="promised_by"),
        Field("promiser_id", "id", "The person or professional who promised", sensitivity="personal", required=False),
        Field("text", "text", "What they will do", sensitivity="special"),
        Field("due_on", "date", "Day it is due", required=False),
        Field("done_on", "date", "Day it was done", required=False),
    ),
)

REVIEWS = Table(
    name="reviews",
    file="kf_reviews",
    title="Reviews",
    row_means="A review of a Family Support Plan.",
    fields=(
        Field("review_id", "id", "Key of the review", key=True),
        Field("plan_id", "id", "The plan", references="family_support_plans.plan_id"),
        Field("due_on", "date", "Day it was due"),
        Field("held_on", "date", "Day it was held", required=False),
        Field("outcome", "code", "What was decided", code_list="review_outcome", sensitivity="special", required=False),
    ),
)

SCORES = Table(
    name="scores",
    file="kf_scores",
    title="Scores",
    row_means="How somebody scored one part of life, from 0 (could not be worse) to 10, in a conversation or review.",
    fields=(
        Field("score_id", "id", "Key of the row", key=True),
        Field(
            "conversation_id",
            "id",
            "The conversation it was given in",
            references="conversations.conversation_id",
            required=False,
        ),
        Field("review_id", "id", "The review it was given in", references="reviews.review_id", required=False),
        Field(
            "person_id",
            "id",
            "Who gave it, or whom it is about where a professional gave it",
            references="people.person_id",
            sensitivity="personal",
            required=False,
        ),
        Field("voice", "code", "Whose voice it is", code_list="voice"),
        Field("domain", "code", "Part of life", code_list="score_domain"),
        Field("score", "integer", "0 to 10", sensitivity="special", between=(0, 10)),
    ),
    rules=(OneOf(("conversation_id", "review_id")),),
)

TABLES = (
    FAMILY_SUPPORT_PLANS,
    PLAN_CHILDREN,
    PLAN_GOALS,
    COMMITMENTS,
    REVIEWS,
    SCORES,
)
