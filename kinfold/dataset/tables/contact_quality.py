"""Tables of how well the front door works for those who use it: contacts graded, and complaints."""

from kinfold.dataset.declarations import Field, NotInFuture, Table

CONTACT_QUALITY = Table(
    name="contact_quality",
    file="kf_contact_quality",
    title="Quality of contacts",
    row_means="A contact that the hub graded for what it told.",
    fields=(
        Field("event_id", "id", "The contact event", key=True, references="contact_events.event_id"),
        Field("graded_on", "date", "Day it was graded"),
        Field("grade", "code", "Whether it told enough", code_list="contact_grade"),
        Field("agency_id", "id", "Agency that made contact", references="agencies.agency_id", required=False),
        Field("sector", "code", "What kind of agency it was then", code_list="agency_kind", required=False),
    ),
    rules=(NotInFuture("graded_on"),),
)

COMPLAINTS = Table(
    name="complaints",
    file="kf_complaints",
    title="Complaints",
    row_means="A complaint that an agency made about children's services.",
    fields=(
        Field("complaint_id", "id", "Key of the complaint", key=True),
        Field("received_on", "date", "Day it came"),
        Field("from_sector", "code", "What kind of agency complained", code_list="agency_kind"),
        Field("about", "code", "What it was about", code_list="complaint_about"),
    ),
    rules=(NotInFuture("received_on"),),
)

TABLES = (
    CONTACT_QUALITY,
    COMPLAINTS,
)
