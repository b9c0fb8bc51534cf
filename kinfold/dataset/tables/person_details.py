"""Tables that describe a person further: identifiers, disabilities, language and how they communicate."""

from kinfold.dataset.declarations import Field, InOrder, Table, ValidIdentifier

IDENTIFIERS = Table(
    name="identifiers",
    file="ssd_linked_identifiers",
    title="Identifiers",
    row_means="An identifier of a person, of one kind, for the dates it holds.",
    fields=(
        Field("identifier_id", "id", "Key of the row", column="link_table_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "Whose identifier it is",
            column="link_person_id",
            references="people.person_id",
            sensitivity="personal",
            longest=48,
        ),
        Field(
            "kind",
            "text",
            "NHS number, UPN, Former UPN, Home Office and so on",
            column="link_identifier_type",
            longest=100,
        ),
        Field(
            "value",
            "text",
            "The identifier itself",
            column="link_identifier_value",
            sensitivity="personal",
            feeds=("DfE CSC API",),
            longest=100,
        ),
        Field("valid_from", "datetime_local", "First day it holds", column="link_valid_from_date", required=False),
        Field("valid_to", "datetime_local", "Day it stopped holding", column="link_valid_to_date", required=False),
    ),
    rules=(
        InOrder("valid_from", "valid_to"),
        ValidIdentifier("value", "NHS number", kind="kind"),
        ValidIdentifier("value", "UPN", kind="kind"),
    ),
)

DISABILITIES = Table(
    name="disabilities",
    file="ssd_disability",
    title="Disabilities",
    row_means="One disability of a person; NONE is recorded as one.",
    fields=(
        Field(
            "person_id",
            "id",
            "Whose disability it is",
            column="disa_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "CIN census"),
            longest=48,
        ),
        Field("disability_id", "id", "Key of the row", column="disa_table_id", key=True, longest=48),
        Field(
            "disability",
            "code",
            "The disability",
            column="disa_disability_code",
            code_list="disability",
            sensitivity="special",
            feeds=("CIN census", "Ofsted Annex A", "DfE CSC API"),
        ),
    ),
)

PERSON_DETAILS = Table(
    name="person_details",
    file="kf_person_details",
    title="Person details",
    row_means="How to speak with a person and what they need.",
    fields=(
        Field("person_id", "id", "The person", key=True, references="people.person_id", sensitivity="personal"),
        Field(
            "first_language",
            "code",
            "Language spoken at home",
            code_list="language",
            sensitivity="special",
            required=False,
        ),
        Field("interpreter_needed", "yes_no", "Whether an interpreter is needed", sensitivity="special"),
        Field(
            "communication_needs",
            "text",
            "How the person communicates, in words",
            sensitivity="special",
            required=False,
        ),
        Field(
            "send_status",
            "code",
            "Special educational needs support",
            code_list="send_status",
            sensitivity="special",
            required=False,
        ),
        Field("unborn", "yes_no", "Whether the child was not yet born when recorded", sensitivity="personal"),
    ),
)

IMMIGRATION_STATUSES = Table(
    name="immigration_statuses",
    file="ssd_immigration_status",
    title="Immigration statuses",
    row_means="A person's time under one immigration status.",
    fields=(
        Field(
            "person_id",
            "id",
            "The person",
            column="immi_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census", "Ofsted Annex A"),
            longest=48,
        ),
        Field(
            "immigration_status_id", "id", "Key of the row", column="immi_immigration_status_id", key=True, longest=48
        ),
        Field(
            "immigration_status",
            "text",
            "The status, in the words of whoever recorded it",
            column="immi_immigration_status",
            sensitivity="special",
            feeds=("SSDA903", "RIIA", "Ofsted Annex A", "DfE CSC API"),
            required=False,
            longest=48,
        ),
        Field(
            "started_on",
            "datetime_local",
            "First day under it",
            column="immi_immigration_status_start_date",
            sensitivity="personal",
            feeds=("RIIA", "Ofsted Annex A"),
            required=False,
        ),
        Field(
            "ended_on",
            "datetime_local",
            "Day it ended",
            column="immi_immigration_status_end_date",
            sensitivity="personal",
            feeds=("SSDA903", "RIIA", "Ofsted Annex A", "DfE CSC API"),
            required=False,
        ),
    ),
    rules=(InOrder("started_on", "ended_on"),),
)

TABLES = (
    IDENTIFIERS,
    DISABILITIES,
    PERSON_DETAILS,
    IMMIGRATION_STATUSES,
)
