"""Tables of times a child was missing, and what was known and done when the child came back."""

from kinfold.dataset.declarations import Field, InOrder, NotInFuture, OneAtATime, Table

MISSING_EPISODES = Table(
    name="missing_episodes",
    file="ssd_missing",
    title="Missing episodes",
    row_means="A time a child was missing, or away without authorisation.",
    fields=(
        Field("episode_id", "id", "Key of the row", column="miss_table_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The child",
            column="miss_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("Ofsted Annex A",),
            longest=48,
        ),
        Field(
            "started_at",
            "datetime_local",
            "When the child went missing",
            column="miss_missing_episode_start_date",
            sensitivity="special",
            feeds=("SSDA903", "Ofsted Annex A"),
        ),
        Field(
            "kind",
            "code",
            "Missing, or away without authorisation",
            column="miss_missing_episode_type",
            code_list="missing_type",
            sensitivity="special",
            feeds=("SSDA903", "Ofsted Annex A"),
            required=False,
        ),
        Field(
            "ended_at",
            "datetime_local",
            "When the child came back",
            column="miss_missing_episode_end_date",
            sensitivity="special",
            feeds=("SSDA903", "Ofsted Annex A"),
            required=False,
        ),
        Field(
            "interview_offered",
            "code",
            "Whether a return home interview was offered",
            column="miss_missing_rhi_offered",
            code_list="yes_no_not_applicable",
            sensitivity="special",
            feeds=("Ofsted Annex A",),
            required=False,
        ),
        Field(
            "interview_accepted",
            "code",
            "Whether the child took it up",
            column="miss_missing_rhi_accepted",
            code_list="yes_no_not_applicable",
            sensitivity="special",
            feeds=("Ofsted Annex A",),
            required=False,
        ),
    ),
    rules=(
        NotInFuture("started_at"),
        InOrder("started_at", "ended_at"),
        OneAtATime(by="person_id", started="started_at", ended="ended_at"),
    ),
)

MISSING_DETAILS = Table(
    name="missing_details",
    file="kf_missing_details",
    title="Missing episode details",
    row_means="What the standard's row of a missing episode lacks: the child's help and home then, the interview.",
    fields=(
        Field("episode_id", "id", "The missing episode", key=True, references="missing_episodes.episode_id"),
        Field(
            "open_to",
            "code",
            "Who was helping the child when it came back; empty while it is missing",
            code_list="open_to_at_return",
            sensitivity="special",
            required=False,
        ),
        Field(
            "ward",
            "code",
            "Ward where the child lived when it came back, or when it went while it is missing",
            code_list="ward",
            sensitivity="personal",
            required=False,
        ),
        Field(
            "interview_held_at",
            "instant",
            "Instant of the return home interview",
            sensitivity="special",
            required=False,
        ),
        Field(
            "interview_held_on", "date", "Local day of the return home interview", sensitivity="special", required=False
        ),
        Field("recorded_in_error", "yes_no", "Whether the episode should never have been recorded"),
    ),
)

TABLES = (
    MISSING_EPISODES,
    MISSING_DETAILS,
)
