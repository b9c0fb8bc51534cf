"""The table of what children say of the help they get."""

from kinfold.dataset.declarations import Field, Table

VOICE_OF_CHILD = Table(
    name="voice_of_child",
    file="ssd_voice_of_child",
    title="Voice of the child",
    row_means="A child's answers about the work done with them.",
    fields=(
        Field("voice_id", "id", "Key of the row", column="voch_table_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The child",
            column="voch_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census",),
            longest=48,
        ),
        Field(
            "worries_explained",
            "yes_no",
            "Whether the worries were explained to them",
            column="voch_explained_worries",
            sensitivity="special",
            required=False,
        ),
        Field(
            "story_helped",
            "yes_no",
            "Whether the story written for them helped them understand",
            column="voch_story_help_understand",
            sensitivity="special",
            required=False,
        ),
        Field(
            "agrees_with_worker",
            "yes_no",
            "Whether they agree with their worker",
            column="voch_agree_worker",
            sensitivity="special",
            required=False,
        ),
        Field(
            "plan_keeps_safe",
            "yes_no",
            "Whether the plan keeps them safe",
            column="voch_plan_safe",
            sensitivity="special",
            required=False,
        ),
        Field(
            "tablet_helped",
            "yes_no",
            "Whether the tablet helped to explain",
            column="voch_tablet_help_explain",
            sensitivity="special",
            required=False,
        ),
    ),
)

TABLES = (VOICE_OF_CHILD,)
