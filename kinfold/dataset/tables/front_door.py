"""Tables of the front door: contacts about children, and what was decided."""

from kinfold.dataset.declarations import Field, InOrder, NotInFuture, Table

CONTACTS = Table(
    name="contacts",
    file="ssd_contacts",
    title="Contacts",
    row_means="A contact about one child: a contact about three siblings is three rows.",
    fields=(
        Field(
            "contact_id", "id", "Key of the row: a child and a contact", column="cont_contact_id", key=True, longest=48
        ),
        Field(
            "person_id",
            "id",
            "The child it is about; empty until the hub has confirmed who that is",
            column="cont_person_id",
            required=False,
            references="people.person_id",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "CIN census"),
            longest=48,
        ),
        Field(
            "received_on",
            "datetime_local",
            "When the authority received the contact",
            column="cont_contact_date",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "RIIA", "CIN census"),
        ),
        Field(
            "source_code",
            "code",
            "Who made contact",
            column="cont_contact_source_code",
            code_list="referral_source",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "RIIA", "CIN census"),
            required=False,
        ),
        Field(
            "source_description",
            "text",
            "Who made contact, in words",
            column="cont_contact_source_desc",
            sensitivity="personal",
            required=False,
            longest=255,
        ),
        Field(
            "outcome",
            "json",
            "What came of it: an object of Y/N flags, every key present",
            column="cont_contact_outcome_json",
            sensitivity="special",
            feeds=("ADCS Safeguarding Pressures", "RIIA"),
            required=False,
            longest=4000,
        ),
    ),
    rules=(NotInFuture("received_on"),),
)

CONTACT_EVENTS = Table(
    name="contact_events",
    file="kf_contact_events",
    title="Contact events",
    row_means="One call, form or notification, about one or more children.",
    fields=(
        Field("event_id", "id", "Key of the contact event", key=True),
        Field("reference", "text", "Number given to the person who made contact"),
        Field("received_at", "instant", "Instant it was received", sensitivity="personal"),
        Field("received_on", "date", "Local day it was received", sensitivity="personal"),
        Field("channel", "code", "How it came", code_list="channel"),
        Field(
            "agency_id",
            "id",
            "Agency that made contact; empty for the public",
            references="agencies.agency_id",
            required=False,
        ),
        Field("referrer_role", "text", "The post of the person who made contact", required=False),
        Field(
            "source_code",
            "code",
            "Who made contact, as the standard codes it",
            code_list="referral_source",
            sensitivity="personal",
        ),
        Field("anonymous", "yes_no", "Whether the caller withheld their name"),
        Field(
            "parents_informed",
            "code",
            "Whether the parents or carers have been told",
            code_list="parents_informed",
            sensitivity="special",
        ),
        Field("consent", "code", "Whether they agree", code_list="consent", sensitivity="special"),
        Field("eha_done", "code", "Whether an Early Help Assessment had been done", code_list="eha_done"),
        Field("out_of_hours", "yes_no", "Whether it came outside the hub's hours"),
    ),
)

CONTACT_CHILDREN = Table(
    name="contact_children",
    file="kf_contact_children",
    title="Contact decisions",
    row_means="What the hub made of a contact for one child.",
    fields=(
        Field("contact_id", "id", "The contact about this child", key=True, references="contacts.contact_id"),
        Field("event_id", "id", "The contact event it was part of", references="contact_events.event_id"),
        Field("rag", "code", "RAG rating", code_list="rag", sensitivity="special", required=False),
        Field(
            "tier",
            "integer",
            "Tier of need in the Thresholds Document",
            sensitivity="special",
            required=False,
            between=(1, 4),
        ),
        Field(
            "decision", "code", "What was decided", code_list="contact_decision", sensitivity="special", required=False
        ),
        Field("decided_at", "instant", "Instant of the decision", sensitivity="personal", required=False),
        Field("decided_on", "date", "Local day of the decision", sensitivity="personal", required=False),
        Field("feedback_sent_at", "instant", "Instant the person who made contact was told", required=False),
        Field("feedback_sent_on", "date", "Local day they were told", required=False),
        Field(
            "ward", "code", "Ward where the child lived then", code_list="ward", sensitivity="personal", required=False
        ),
        Field(
            "agency_id",
            "id",
            "Agency that made contact, kept here so that a breakdown needs no join",
            references="agencies.agency_id",
            required=False,
        ),
        Field(
            "open_to",
            "code",
            "Help the child was already open to when it came",
            code_list="open_to",
            sensitivity="special",
        ),
    ),
    rules=(InOrder("decided_at", "feedback_sent_at"),),
)

CONTACT_WORRIES = Table(
    name="contact_worries",
    file="kf_contact_worries",
    title="Contact worries",
    row_means="One worry about one child in a contact.",
    fields=(
        Field("worry_id", "id", "Key of the row", key=True),
        Field("contact_id", "id", "The contact about this child", references="contacts.contact_id"),
        Field("worry", "code", "The worry", code_list="worry", sensitivity="special"),
    ),
)

TABLES = (
    CONTACTS,
    CONTACT_EVENTS,
    CONTACT_CHILDREN,
    CONTACT_WORRIES,
)
