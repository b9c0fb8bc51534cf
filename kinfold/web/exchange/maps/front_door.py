"""Contacts: the event once, and a row for each child it is about."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps.people import of_person
from kinfold.web.exchange.maps.stays import CORRECTABLE, EDITABLE, ROW, because

_COUNTED = "EXISTS (SELECT 1 FROM mash_contact said WHERE said.id = {contact} AND said.recorded_in_error_at IS NULL)"
_SAID = "(SELECT said.{field} FROM mash_contact said WHERE said.id = m.contact_id)"
_LOCAL_DAY = "(m.{field} AT TIME ZONE 'Europe/London')::date"
_FEEDBACK = "(SELECT told.sent_at FROM mash_feedback told WHERE told.contact_id = m.contact_id)"

CONTACT_EVENTS = TableMap(
    "contact_events",
    "mash.Contact",
    {
        "event_id": "id",
        "reference": "reference",
        "received_at": "received_at",
        "channel": "channel",
        "agency_id": "agency",
        "referrer_role": "referrer_post",
        "source_code": "source_code",
        "anonymous": "anonymous",
        "parents_informed": "parents_informed",
        "consent": "consent",
        "eha_done": "early_help_assessment_done",
        "out_of_hours": "out_of_hours",
    },
    derived={"received_on": _LOCAL_DAY.format(field="received_at")},
    rows="m.recorded_in_error_at IS NULL",
)
CONTACTS = TableMap(
    "contacts",
    "mash.ContactChild",
    {"contact_id": "id", "person_id": "person", "outcome": "outcome_flags"},
    derived={
        "received_on": f"{_SAID.format(field='received_at')} AT TIME ZONE 'Europe/London'",
        "source_code": _SAID.format(field="source_code"),
        "source_description": _SAID.format(field="source_words"),
    },
    rows=_COUNTED.format(contact="m.contact_id"),
)
CONTACT_CHILDREN = TableMap(
    "contact_children",
    "mash.ContactChild",
    {
        "contact_id": "id",
        "event_id": "contact",
        "tier": "tier",
        "decision": "decision",
        "decided_at": "decided_at",
        "ward": "ward",
        "open_to": "open_to",
    },
    derived={
        "rag": _SAID.format(field="rating"),
        "decided_on": _LOCAL_DAY.format(field="decided_at"),
        "feedback_sent_at": _FEEDBACK,
        "feedback_sent_on": f"({_FEEDBACK} AT TIME ZONE 'Europe/London')::date",
        "agency_id": _SAID.format(field="agency_id"),
    },
    rows=_COUNTED.format(contact="m.contact_id"),
    adds_to="contacts",
)
WORRIES = TableMap(
    "contact_worries",
    "mash.ChildWorry",
    {"worry_id": "id", "contact_id": "child", "worry": "worry"},
    rows="EXISTS (SELECT 1 FROM mash_contactchild heard JOIN mash_contact said ON said.id = heard.contact_id "
    "WHERE heard.id = m.child_id AND said.recorded_in_error_at IS NULL)",
)

GRADES = TableMap(
    "contact_quality",
    "mash.Grade",
    {"event_id": "contact", "graded_on": "graded_on", "grade": "grade"},
    derived={
        "agency_id": _SAID.format(field="agency_id"),
        "sector": "(SELECT made.kind FROM mash_contact said JOIN access_agency made ON made.id = said.agency_id "
        "WHERE said.id = m.contact_id)",
    },
    rows=_COUNTED.format(contact="m.contact_id"),
)

_OF_CONTACT = (
    "(SELECT any_value(held.record_id) FROM contacts about JOIN person_records held USING (person_id) "
    "WHERE about.contact_id = contact_worries.contact_id)"
)
_SENT_TOGETHER = "how an agency sent and graded it, what the hub thought and whom it told stay with the hub"
_TOLD = "what people said in words stays in the case system"

LOADS = (
    ModelLoad(
        "mash.Contact",
        (CONTACT_EVENTS,),
        computed={
            "record": "contact_events.event_id",
            "rating": "coalesce(first_children.rag, '')",
            "source_words": "coalesce(first_children.source_description, '')",
            "purpose": "'safeguarding'",
            "read_at": "contact_events.received_at",
            "from_public": "coalesce(contact_events.source_code IN ('1A', '1B', '1C', '1D'), false)",
        },
        joins="LEFT JOIN first_children ON first_children.event_id = contact_events.event_id",
        stays={
            **EDITABLE,
            **CORRECTABLE,
            **because(
                _TOLD,
                "what_happened",
                "strengths",
                "not_told_reason",
                "not_told_agreed_by",
                "early_help_assessment_why_not",
                "immediate_danger",
                "telling_puts_at_risk",
                "lawful_basis",
                "written_at",
                "written_words",
            ),
            **because(
                "who rang, and under which number of theirs, is the hub's to know",
                "their_reference",
                "their_household",
                "their_part",
                "their_lines",
                "referrer",
                "referrer_name",
                "referrer_telephone",
                "referrer_email",
                "read_by",
            ),
        },
    ),
    ModelLoad(
        "mash.ContactChild",
        (CONTACTS, CONTACT_CHILDREN),
        computed={
            **of_person("contacts"),
            "described_forename": "coalesce(described.forename, '')",
            "described_surname": "coalesce(described.surname, '')",
            "described_born_on": "CAST(described.born_on AS date)",
            "described_expected_on": "CAST(described.expected_on AS date)",
            "described_sex": "coalesce(described.sex, '')",
        },
        joins="LEFT JOIN people described ON described.person_id = contacts.person_id",
        stays={
            **EDITABLE,
            **because(
                _TOLD,
                "described_age",
                "described_address",
                "described_postcode",
                "described_school",
                "described_parents",
                "upn",
                "nhs_number",
                "first_language",
                "interpreter_needed",
                "communication_needs",
                "disability_or_send",
                "own_words",
                "rationale",
                "signposted_to",
                "other_authority",
            ),
            **because(
                "how the hub came to it stays with the hub",
                "matched_at",
                "matched_by",
                "decided_by",
                "needs_agreement",
                "agreed_at",
                "agreed_by",
                "returned_at",
                "returned_by",
                "returned_reason",
                "threshold_version",
                "indicators_of_need",
            ),
        },
    ),
    ModelLoad("mash.ChildWorry", (WORRIES,), computed={"record": _OF_CONTACT}, stays=ROW),
    ModelLoad(
        "mash.Feedback",
        (),
        computed={},
        stays={
            **EDITABLE,
            "id": "made at load, one a contact that was answered",
            "record": "the contact's",
            "contact": "its sending travels with each child",
            "words": _TOLD,
            "acknowledgement_only": _TOLD,
            "sent_at": "travels with each child as feedback_sent_at",
            "sent_by": "who sent it stays with the hub",
        },
    ),
    ModelLoad(
        "mash.Grade",
        (GRADES,),
        computed={"id": "contact_quality.event_id", "record": "contact_quality.event_id"},
        stays={
            **EDITABLE,
            **because(_TOLD, "words"),
            "lacks": "the dataset has the grade alone",
            "graded_by": "who graded it stays with the hub",
        },
    ),
    ModelLoad(
        "mash.Advice",
        (),
        stays={
            **ROW,
            **because(
                "it is about no child, and is counted where it is given",
                "id",
                "record",
                "agency",
                "post",
                "topic",
                "question",
                "advised",
                "minutes",
                "given_at",
                "given_by",
                "draft_key",
                "thrown_away_at",
                "contact",
            ),
        },
    ),
    *(
        ModelLoad(model, (), stays={**shared, **because(_SENT_TOGETHER, *names.split())})
        for model, shared, names in (
            (
                "mash.Delivery",
                ROW,
                "id record agency way name content sha256 sent_by sent_at taken_in_at stopped_at contacts children",
            ),
            (
                "mash.DeliveredLine",
                ROW,
                "id record delivery number their_reference their_household contact received_before faults said",
            ),
            (
                "mash.Stage",
                ROW,
                "id record child stage points_to tier rationale threshold_version indicators_of_need enough made_at "
                "made_by",
            ),
            ("mash.ShiftNote", ROW, "id record words written_at written_by standing"),
            ("mash.ShiftNoteRead", ROW, "id record note user read_at"),
            ("mash.PublicSending", ROW, "id record once contact sent_at came_from"),
            (
                "mash.Incident",
                EDITABLE,
                "id record contact number agency happened_on domestic_abuse risk conference_on conference_actions",
            ),
            (
                "mash.WordToSchool",
                ROW,
                "id record child told_name told_at told_by how lawful_basis not_told_because",
            ),
        )
    ),
    ModelLoad(
        "mash.Rating",
        (),
        stays={
            **ROW,
            **because(
                "the newest travels with each child",
                "id",
                "record",
                "contact",
                "rating",
                "rated_at",
                "rated_by",
                "reason",
            ),
        },
    ),
    ModelLoad(
        "mash.ContactDraft",
        (),
        stays={**EDITABLE, **because("not yet sent", "id", "record", "author", "answers", "saved_at", "contact")},
    ),
)
