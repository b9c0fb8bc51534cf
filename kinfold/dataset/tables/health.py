"""Tables of looked after children's health."""

from kinfold.dataset.declarations import Field, NotInFuture, OneOf, Table

HEALTH_CHECKS = Table(
    name="health_checks",
    file="ssd_cla_health",
    title="Health checks",
    row_means="A health assessment or dental check of a looked after child.",
    fields=(
        Field("health_check_id", "id", "Key of the check", column="clah_health_check_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The child",
            column="clah_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census", "Ofsted Annex A"),
            longest=48,
        ),
        Field(
            "kind",
            "text",
            "What was checked, in the words of whoever recorded it",
            column="clah_health_check_type",
            sensitivity="special",
            feeds=("SSDA903", "Ofsted Annex A"),
            required=False,
            longest=500,
        ),
        Field(
            "checked_on",
            "datetime_local",
            "Day it was done",
            column="clah_health_check_date",
            sensitivity="personal",
            feeds=("SSDA903", "Ofsted Annex A"),
            required=False,
        ),
        Field(
            "status",
            "code",
            "How it stands",
            column="clah_health_check_status",
            code_list="health_check_status",
            sensitivity="personal",
            feeds=("SSDA903", "Ofsted Annex A"),
            required=False,
        ),
    ),
)

HEALTH_CHECK_DETAILS = Table(
    name="health_check_details",
    file="kf_health_check_details",
    title="Health check details",
    row_means="What the standard's row of a health check does not say.",
    fields=(
        Field("health_check_id", "id", "The check", key=True, references="health_checks.health_check_id"),
        Field("kind", "code", "What was checked", code_list="health_check_kind", sensitivity="special"),
        Field("due_on", "date", "Day it was due", sensitivity="personal"),
        Field(
            "quality",
            "code",
            "How good a health assessment was found to be; empty where it was not graded",
            code_list="audit_grade",
            required=False,
        ),
    ),
)

IMMUNISATIONS = Table(
    name="immunisations",
    file="ssd_cla_immunisations",
    title="Immunisations",
    row_means="Whether a looked after child's immunisations are up to date: the latest that is known.",
    fields=(
        Field(
            "person_id",
            "id",
            "The child",
            column="clai_person_id",
            key=True,
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census",),
            longest=48,
        ),
        Field(
            "up_to_date",
            "yes_no",
            "Whether they are up to date",
            column="clai_immunisations_status",
            sensitivity="special",
            feeds=("SSDA903",),
            required=False,
        ),
        Field(
            "known_on",
            "datetime_local",
            "Day for which that is known",
            column="clai_immunisations_status_date",
            sensitivity="personal",
            required=False,
        ),
    ),
    rules=(NotInFuture("known_on"),),
)

SUBSTANCE_MISUSE = Table(
    name="substance_misuse",
    file="ssd_cla_substance_misuse",
    title="Substance misuse",
    row_means="A time a looked after child was found to misuse a substance.",
    fields=(
        Field("substance_misuse_id", "id", "Key of the row", column="clas_substance_misuse_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The child",
            column="clas_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census",),
            longest=48,
        ),
        Field(
            "noted_on",
            "datetime_local",
            "Day it was noted",
            column="clas_substance_misuse_date",
            sensitivity="special",
            feeds=("SSDA903",),
        ),
        Field(
            "substance",
            "text",
            "The substance",
            column="clas_substance_misused",
            sensitivity="special",
            feeds=("SSDA903",),
            required=False,
            longest=100,
        ),
        Field(
            "helped",
            "yes_no",
            "Whether the child had help with it",
            column="clas_intervention_received",
            sensitivity="special",
            feeds=("SSDA903",),
            required=False,
        ),
    ),
    rules=(NotInFuture("noted_on"),),
)

SDQ_SCORES = Table(
    name="sdq_scores",
    file="ssd_sdq_scores",
    title="Strengths and difficulties scores",
    row_means="A strengths and difficulties questionnaire about a looked after child, or why there is none.",
    fields=(
        Field("sdq_id", "id", "Key of the row", column="csdq_table_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The child",
            column="csdq_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census",),
            longest=48,
        ),
        Field(
            "completed_on",
            "datetime_local",
            "Day it was completed",
            column="csdq_sdq_completed_date",
            sensitivity="personal",
            feeds=("DfE CSC API",),
            required=False,
        ),
        Field(
            "no_score_reason",
            "code",
            "Why there is no score",
            column="csdq_sdq_reason",
            code_list="sdq_reason",
            sensitivity="special",
            feeds=("SSDA903",),
            required=False,
        ),
        Field(
            "score",
            "integer",
            "The carer's score: 17 or more is a cause for concern",
            column="csdq_sdq_score",
            sensitivity="special",
            feeds=("SSDA903", "DfE CSC API"),
            required=False,
            between=(0, 40),
        ),
    ),
    rules=(
        NotInFuture("completed_on"),
        OneOf(("no_score_reason", "score")),
    ),
)

TABLES = (
    HEALTH_CHECKS,
    HEALTH_CHECK_DETAILS,
    IMMUNISATIONS,
    SUBSTANCE_MISUSE,
    SDQ_SCORES,
)
