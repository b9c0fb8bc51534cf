"""Tables of early help: episodes of help, the statuses within them and Family Support Conversations."""

from kinfold.dataset.declarations import DatedElsewhere, Field, InOrder, NotInFuture, Table

EARLY_HELP_EPISODES = Table(
    name="early_help_episodes",
    file="ssd_early_help_episodes",
    title="Early help episodes",
    row_means="A child's time in Family Support (Tier 2) or in Early Help and Prevention (Tier 3).",
    fields=(
        Field("episode_id", "id", "Key of the row", column="earl_episode_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The child",
            column="earl_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "CIN census"),
            longest=48,
        ),
        Field(
            "started_on",
            "datetime_local",
            "Day the help began",
            column="earl_episode_start_date",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "RIIA"),
        ),
        Field(
            "ended_on",
            "datetime_local",
            "Day the help ended",
            column="earl_episode_end_date",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "RIIA"),
            required=False,
        ),
        Field(
            "reason",
            "text",
            "Why help was given, broadly; no national list",
            column="earl_episode_reason",
            sensitivity="special",
            feeds=("ADCS Safeguarding Pressures", "RIIA"),
            required=False,
            longest=100,
        ),
        Field(
            "end_reason",
            "text",
            "Why it ended; no national list",
            column="earl_episode_end_reason",
            sensitivity="special",
            feeds=("ADCS Safeguarding Pressures", "RIIA"),
            required=False,
            longest=100,
        ),
        Field(
            "organisation",
            "text",
            "Agency that leads the help",
            column="earl_episode_organisation",
            feeds=("Ofsted Annex A", "RIIA"),
            required=False,
            longest=100,
        ),
        Field(
            "worker_id",
            "id",
            "Lead professional",
            column="earl_episode_worker_id",
            references="professionals.professional_id",
            feeds=("RIIA",),
            required=False,
            longest=100,
        ),
    ),
    rules=(
        NotInFuture("started_on"),
        InOrder("started_on", "ended_on"),
    ),
)

EPISODES = Table(
    name="episodes",
    file="kf_episodes",
    title="Episodes of help",
    row_means="A family's time with help, from first agreement to closure.",
    fields=(
        Field("episode_id", "id", "Key of the episode", key=True),
        Field(
            "family_id",
            "id",
            "The family, as family members name it",
            references="family_members.family_id",
            sensitivity="personal",
        ),
        Field("opened_on", "date", "Day it opened", sensitivity="personal"),
        Field("closed_on", "date", "Day it closed", sensitivity="personal", required=False),
        Field("outcome", "code", "What came of it", code_list="episode_outcome", sensitivity="special", required=False),
        Field(
            "contact_event_id",
            "id",
            "Contact event that led to it",
            references="contact_events.event_id",
            required=False,
        ),
    ),
    rules=(InOrder("opened_on", "closed_on"),),
)

STATUSES = Table(
    name="statuses",
    file="kf_statuses",
    title="Statuses",
    row_means="What kind of help a child had within an episode; the standard's row with the same key holds its dates.",
    fields=(
        Field(
            "status_id",
            "id",
            "Key of the early help, child in need, protection or looked after row that dates it",
            key=True,
        ),
        Field("episode_id", "id", "The episode", references="episodes.episode_id"),
        Field("person_id", "id", "The child", references="people.person_id", sensitivity="personal"),
        Field("kind", "code", "Kind of help", code_list="status_kind", sensitivity="special"),
        Field("tier", "integer", "Tier of need", sensitivity="special", between=(1, 4)),
        Field("agency_id", "id", "Agency that leads", references="agencies.agency_id", required=False),
        Field(
            "ward",
            "code",
            "Ward where the child lived when it began",
            code_list="ward",
            sensitivity="personal",
            required=False,
        ),
    ),
    rules=(
        DatedElsewhere(
            key="status_id",
            kind="kind",
            kept_in=(
                ("family_support", "early_help_episodes.episode_id"),
                ("early_help", "early_help_episodes.episode_id"),
                ("child_in_need", "child_in_need_plans.plan_id"),
                ("child_protection", "protection_plans.plan_id"),
                ("looked_after", "looked_after_episodes.episode_id"),
            ),
        ),
    ),
)

AGREEMENTS = Table(
    name="agreements",
    file="kf_agreements",
    title="Agreements to help",
    row_means="What somebody in a family answered when asked to take part in help; a change of mind is a further row.",
    fields=(
        Field("agreement_id", "id", "Key of the answer", key=True),
        Field("episode_id", "id", "The episode", references="episodes.episode_id"),
        Field("person_id", "id", "Who answered", references="people.person_id", sensitivity="personal"),
        Field("purpose", "code", "Help they were asked to take part in", code_list="status_kind"),
        Field("agreed", "yes_no", "Whether they agreed", sensitivity="special"),
        Field("given_how", "code", "How they told it", code_list="agreement_given_how"),
        Field("given_on", "date", "Day they told it", sensitivity="personal"),
        Field("recorded_by_id", "id", "Who wrote it down", references="professionals.professional_id"),
    ),
    rules=(NotInFuture("given_on"),),
)

CONVERSATIONS = Table(
    name="conversations",
    file="kf_conversations",
    title="Family Support Conversations",
    row_means="A Family Support Conversation with a family.",
    fields=(
        Field("conversation_id", "id", "Key of the conversation", key=True),
        Field("episode_id", "id", "The episode", references="episodes.episode_id"),
        Field(
            "person_id",
            "id",
            "The child it was about, where about one",
            references="people.person_id",
            sensitivity="personal",
            required=False,
        ),
        Field("held_on", "date", "Day it was held", sensitivity="personal"),
        Field("completed_on", "date", "Day it was written up and agreed", sensitivity="personal", required=False),
        Field("tier", "integer", "Tier of need then", sensitivity="special", between=(1, 4)),
        Field(
            "counts_as_assessment",
            "yes_no",
            "Whether it counts as an Early Help Assessment, by the setting in force then",
        ),
        Field("agency_id", "id", "Agency that held it", references="agencies.agency_id", required=False),
        Field(
            "ward", "code", "Ward where the family lived then", code_list="ward", sensitivity="personal", required=False
        ),
    ),
    rules=(InOrder("held_on", "completed_on"),),
)

TABLES = (
    EARLY_HELP_EPISODES,
    EPISODES,
    STATUSES,
    AGREEMENTS,
    CONVERSATIONS,
)
