"""Tables of special educational needs and of education, health and care (EHC) plans."""

from kinfold.dataset.declarations import Field, InOrder, NotInFuture, Table

SEND = Table(
    name="send",
    file="ssd_send",
    title="Special educational needs records",
    row_means="A child known to the special educational needs service.",
    fields=(
        Field("send_id", "id", "Key of the record", column="send_table_id", key=True, feeds=("RIIA",), longest=48),
        Field(
            "upn",
            "text",
            "Unique pupil number",
            column="send_upn",
            sensitivity="personal",
            feeds=("RIIA", "SEN2"),
            required=False,
            longest=48,
        ),
        Field(
            "unique_learner_number",
            "text",
            "Unique learner number",
            column="send_uln",
            sensitivity="personal",
            feeds=("RIIA", "SEN2"),
            required=False,
            longest=48,
        ),
        Field(
            "upn_unknown_reason",
            "code",
            "Why there is no unique pupil number",
            column="send_upn_unknown",
            code_list="sen2_upn_unknown",
            feeds=("RIIA", "SEN2"),
            required=False,
        ),
        Field(
            "person_id",
            "id",
            "The child",
            column="send_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("RIIA", "CIN census"),
            longest=48,
        ),
    ),
)

EHCP_REQUESTS = Table(
    name="ehcp_requests",
    file="ssd_ehcp_requests",
    title="EHC requests",
    row_means="A request to assess a child for an EHC plan.",
    fields=(
        Field(
            "request_id",
            "id",
            "Key of the request",
            column="ehcr_ehcp_request_id",
            key=True,
            feeds=("RIIA",),
            longest=48,
        ),
        Field(
            "send_id", "id", "The child's record", column="ehcr_send_table_id", references="send.send_id", longest=48
        ),
        Field(
            "received_on",
            "datetime_local",
            "Day it was received, when the time of 20 weeks begins",
            column="ehcr_ehcp_req_date",
            sensitivity="personal",
            feeds=("SEN2", "RIIA"),
        ),
        Field(
            "outcome_on",
            "datetime_local",
            "Day the requester was told what was decided",
            column="ehcr_ehcp_req_outcome_date",
            sensitivity="personal",
            feeds=("SEN2", "RIIA"),
            required=False,
        ),
        Field(
            "outcome",
            "code",
            "Whether to assess",
            column="ehcr_ehcp_req_outcome",
            code_list="ehcp_request_outcome",
            sensitivity="special",
            feeds=("SEN2", "RIIA"),
            required=False,
        ),
    ),
    rules=(
        NotInFuture("received_on"),
        InOrder("received_on", "outcome_on"),
    ),
)

EHCP_ASSESSMENTS = Table(
    name="ehcp_assessments",
    file="ssd_ehcp_assessment",
    title="EHC assessments",
    row_means="An assessment of a child's education, health and care needs.",
    fields=(
        Field(
            "assessment_id",
            "id",
            "Key of the assessment",
            column="ehca_ehcp_assessment_id",
            key=True,
            feeds=("RIIA",),
            longest=48,
        ),
        Field(
            "request_id",
            "id",
            "Request it answers",
            column="ehca_ehcp_request_id",
            references="ehcp_requests.request_id",
            longest=48,
        ),
        Field(
            "outcome_on",
            "datetime_local",
            "Day the plan was issued, or its refusal notified",
            column="ehca_ehcp_assessment_outcome_date",
            sensitivity="personal",
            feeds=("SEN2", "RIIA"),
            required=False,
        ),
        Field(
            "outcome",
            "code",
            "Whether a plan is issued",
            column="ehca_ehcp_assessment_outcome",
            code_list="ehcp_assessment_outcome",
            sensitivity="special",
            feeds=("SEN2", "RIIA"),
            required=False,
        ),
        Field(
            "exception",
            "yes_no",
            "Whether an exception to the 20 weeks applies",
            column="ehca_ehcp_assessment_exceptions",
            feeds=("SEN2", "RIIA"),
            required=False,
        ),
    ),
    rules=(NotInFuture("outcome_on"),),
)

EHCP_NAMED_PLANS = Table(
    name="ehcp_named_plans",
    file="ssd_ehcp_named_plan",
    title="EHC plans",
    row_means="An EHC plan while it stands.",
    fields=(
        Field("named_plan_id", "id", "Key of the plan", column="ehcn_named_plan_id", key=True, longest=48),
        Field(
            "assessment_id",
            "id",
            "Assessment that led to it",
            column="ehcn_ehcp_asmt_id",
            references="ehcp_assessments.assessment_id",
            longest=48,
        ),
        Field(
            "started_on",
            "datetime_local",
            "Day of the current plan",
            column="ehcn_named_plan_start_date",
            sensitivity="personal",
            feeds=("SEN2",),
        ),
        Field(
            "ceased_on",
            "datetime_local",
            "Day it ended or went to another authority",
            column="ehcn_named_plan_ceased_date",
            sensitivity="personal",
            feeds=("SEN2",),
            required=False,
        ),
        Field(
            "ceased_reason",
            "code",
            "Why it ended",
            column="ehcn_named_plan_ceased_reason",
            code_list="ehcp_ceased_reason",
            sensitivity="special",
            feeds=("SEN2",),
            required=False,
        ),
    ),
    rules=(
        NotInFuture("started_on"),
        InOrder("started_on", "ceased_on"),
    ),
)

EHCP_ACTIVE_PLANS = Table(
    name="ehcp_active_plans",
    file="ssd_ehcp_active_plans",
    title="EHC plans in force",
    row_means="An EHC plan that is in force, and when it was last reviewed.",
    fields=(
        Field("active_plan_id", "id", "Key of the row", column="ehcp_active_ehcp_id", key=True, longest=48),
        Field(
            "request_id",
            "id",
            "Request that led to it",
            column="ehcp_ehcp_request_id",
            references="ehcp_requests.request_id",
            longest=48,
        ),
        Field(
            "last_reviewed_on",
            "datetime_local",
            "Day of the decision after its latest annual review",
            column="ehcp_active_ehcp_last_review_date",
            sensitivity="personal",
            feeds=("SEN2",),
            required=False,
        ),
    ),
    rules=(NotInFuture("last_reviewed_on"),),
)

SEN_NEEDS = Table(
    name="sen_needs",
    file="ssd_sen_need",
    title="Special educational needs",
    row_means="One need that an EHC plan in force meets.",
    fields=(
        Field("need_id", "id", "Key of the row", column="senn_table_id", key=True, longest=48),
        Field(
            "active_plan_id",
            "id",
            "The plan",
            column="senn_active_ehcp_id",
            references="ehcp_active_plans.active_plan_id",
            longest=48,
        ),
        Field(
            "need",
            "code",
            "The need",
            column="senn_active_ehcp_need_type",
            code_list="sen_need_type",
            sensitivity="special",
            feeds=("SEN2",),
            required=False,
        ),
        Field(
            "rank",
            "integer",
            "1 for the main need, 2 for the next",
            column="senn_active_ehcp_need_rank",
            sensitivity="special",
            feeds=("SEN2",),
            required=False,
            between=(1, 2),
        ),
    ),
)

TABLES = (
    SEND,
    EHCP_REQUESTS,
    EHCP_ASSESSMENTS,
    EHCP_NAMED_PLANS,
    EHCP_ACTIVE_PLANS,
    SEN_NEEDS,
)
