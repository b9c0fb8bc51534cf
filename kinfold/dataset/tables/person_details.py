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

TABLES = (
    IDENTIFIERS,
    DISABILITIES,
    PERSON_DETAILS,
)
