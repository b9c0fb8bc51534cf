"""The table of reviews from which the partnership learns; it names no child."""

from kinfold.dataset.declarations import Field, InOrder, Table

LEARNING_REVIEWS = Table(
    name="learning_reviews",
    file="kf_learning_reviews",
    title="Learning reviews",
    row_means="A review of what happened, held so that practice gets better.",
    fields=(
        Field("review_id", "id", "Key of the review", key=True),
        Field("kind", "code", "What kind of review", code_list="learning_review_kind", sensitivity="special"),
        Field("started_on", "date", "Day it began, or was held", sensitivity="special"),
        Field("published_on", "date", "Day it was published", required=False),
    ),
    rules=(InOrder("started_on", "published_on"),),
)

TABLES = (LEARNING_REVIEWS,)
