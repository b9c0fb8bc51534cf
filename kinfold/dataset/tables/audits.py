"""Tables of audits: case files that were graded, and the Compact Audit that services return."""

from kinfold.dataset.declarations import Field, InOrder, NotInFuture, Table

AUDITS = Table(
    name="audits",
    file="kf_audits",
    title="Audits",
    row_means="A piece of work that an auditor read and graded.",
    fields=(
        Field("audit_id", "id", "Key of the audit", key=True),
        Field("audited_on", "date", "Day of the audit"),
        Field("kind", "code", "What was read", code_list="audit_kind"),
        Field("grade", "code", "The grade", code_list="audit_grade"),
        Field(
            "person_id",
            "id",
            "The child it was about; empty where the audit does not say",
            references="people.person_id",
            sensitivity="personal",
            required=False,
        ),
        Field("agency_id", "id", "Agency whose work it was", references="agencies.agency_id"),
    ),
    rules=(NotInFuture("audited_on"),),
)

COMPACT_AUDITS = Table(
    name="compact_audits",
    file="kf_compact_audits",
    title="Compact Audit returns",
    row_means="A service that was asked how it safeguards children, and when it answered.",
    fields=(
        Field("return_id", "id", "Key of the row", key=True),
        Field("service", "text", "The service"),
        Field("asked_on", "date", "Day it was asked"),
        Field("due_on", "date", "Day its answer was due"),
        Field("returned_on", "date", "Day it answered", required=False),
    ),
    rules=(InOrder("asked_on", "due_on"), InOrder("asked_on", "returned_on")),
)

TABLES = (
    AUDITS,
    COMPACT_AUDITS,
)
