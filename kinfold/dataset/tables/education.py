"""Tables of schooling that needs watching: low attendance, managed moves, Personal Education Plans."""

from kinfold.dataset.declarations import Field, InOrder, OneAtATime, Table

LOW_ATTENDANCE = Table(
    name="low_attendance",
    file="kf_low_attendance",
    title="Low attendance",
    row_means="A pupil who missed a tenth or more of a term's possible sessions at a school, as the school returns it.",
    fields=(
        Field("absence_id", "id", "Key of the row", key=True),
        Field("person_id", "id", "The pupil", references="people.person_id", sensitivity="personal"),
        Field("setting_id", "id", "The school", references="settings.setting_id", sensitivity="personal"),
        Field("term_ended_on", "date", "Last day of the term", sensitivity="personal"),
        Field(
            "sessions_possible",
            "integer",
            "Sessions the pupil could have attended",
            sensitivity="personal",
            between=(1, 400),
        ),
        Field("sessions_attended", "integer", "Sessions the pupil attended", sensitivity="personal", between=(0, 400)),
        Field(
            "lead_professional",
            "code",
            "Who led on attendance at the end of the term",
            code_list="absence_lead",
            sensitivity="special",
        ),
    ),
)

MANAGED_MOVES = Table(
    name="managed_moves",
    file="kf_managed_moves",
    title="Managed moves",
    row_means="A pupil's move to another school, agreed in place of an exclusion.",
    fields=(
        Field("move_id", "id", "Key of the row", key=True),
        Field("person_id", "id", "The pupil", references="people.person_id", sensitivity="personal"),
        Field("agreed_on", "date", "Day it was agreed", sensitivity="personal"),
        Field("panel", "code", "The panel that agreed it", code_list="managed_move_panel"),
        Field(
            "ended_well",
            "yes_no",
            "Whether the pupil stayed; empty while it is being tried",
            sensitivity="special",
            required=False,
        ),
    ),
)

EDUCATION_PLANS = Table(
    name="education_plans",
    file="kf_education_plans",
    title="Personal Education Plans",
    row_means="A looked after child's Personal Education Plan, from when to when it was the plan in place.",
    fields=(
        Field("plan_id", "id", "Key of the plan", key=True),
        Field("person_id", "id", "The child", references="people.person_id", sensitivity="personal"),
        Field("started_on", "date", "Day it came into place", sensitivity="special"),
        Field(
            "ended_on",
            "date",
            "Day another took its place, or care or schooling ended",
            sensitivity="special",
            required=False,
        ),
    ),
    rules=(InOrder("started_on", "ended_on"), OneAtATime(by="person_id", started="started_on", ended="ended_on")),
)

TABLES = (
    LOW_ATTENDANCE,
    MANAGED_MOVES,
    EDUCATION_PLANS,
)
