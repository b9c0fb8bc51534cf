"""Those who work with children: what they learn, how their work is judged, and allegations against them."""

from kinfold.indicators.engine.facts import Lookup
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import AGENCY

SUBJECTS = (
    Subject(table="course_runs", units={"courses": "run_id"}, facts=(Lookup("courses", "course_id", ("kind",)),)),
    Subject(table="course_places", units={"attendees": "place_id"}),
    Subject(table="staff", units={"staff": "member_id"}, facts=(AGENCY,), open_between=("started_on", "ended_on")),
    Subject(
        table="development_support", units={"times support was given": "support_id", "organisations": "organisation"}
    ),
    Subject(table="compact_audits", units={"services asked": "return_id"}),
    Subject(table="allegations", units={"allegations": "allegation_id"}),
    Subject(table="audits", units={"audits": "audit_id"}, facts=(AGENCY,)),
    Subject(table="contact_quality", units={"contacts": "event_id"}, facts=(AGENCY,)),
    Subject(table="complaints", units={"complaints": "complaint_id"}),
    Subject(table="consultations", units={"consultations": "consultation_id"}, facts=(AGENCY,)),
    Subject(table="learning_reviews", units={"reviews": "review_id"}, open_between=("started_on", "published_on")),
)
