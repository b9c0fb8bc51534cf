"""Tables of where people live and whom they belong to."""

from kinfold.dataset.declarations import Field, InOrder, Table

FAMILY_MEMBERS = Table(
    name="family_members",
    file="ssd_family",
    title="Family members",
    row_means="A person's place in a family.",
    fields=(
        Field("family_member_id", "id", "Key of the row", column="fami_table_id", key=True, longest=48),
        Field(
            "family_id",
            "id",
            "Key of the family, shared by all its members",
            column="fami_family_id",
            sensitivity="personal",
            feeds=("ASGLB", "Ofsted Annex A"),
            longest=48,
        ),
        Field(
            "person_id",
            "id",
            "The member",
            column="fami_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("Ofsted Annex A", "CIN census"),
            longest=48,
        ),
    ),
)

ADDRESSES = Table(
    name="addresses",
    file="ssd_address",
    title="Addresses",
    row_means="An address of a person for the time they lived there.",
    fields=(
        Field("address_id", "id", "Key of the row", column="addr_table_id", key=True, longest=48),
        Field(
            "address",
            "json",
            "The address as an object with the standard's fixed keys, ROOM to NORTHING",
            column="addr_address_json",
            sensitivity="personal",
            required=False,
            longest=1000,
        ),
        Field(
            "person_id",
            "id",
            "Who lives there",
            column="addr_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census",),
            longest=48,
        ),
        Field(
            "kind",
            "text",
            "Home, placement and so on; a local list",
            column="addr_address_type",
            sensitivity="personal",
            required=False,
            longest=48,
        ),
        Field(
            "moved_in_on",
            "datetime_local",
            "Day they moved in",
            column="addr_address_start_date",
            sensitivity="personal",
            required=False,
        ),
        Field(
            "moved_out_on",
            "datetime_local",
            "Day they moved out",
            column="addr_address_end_date",
            sensitivity="personal",
            required=False,
        ),
        Field(
            "postcode",
            "text",
            "Postcode without spaces",
            column="addr_address_postcode",
            sensitivity="personal",
            feeds=("SSDA903", "Ofsted Annex A", "SEN2", "DfE CSC API"),
            required=False,
            longest=15,
        ),
    ),
    rules=(InOrder("moved_in_on", "moved_out_on"),),
)

RELATIONSHIPS = Table(
    name="relationships",
    file="kf_relationships",
    title="Relationships",
    row_means="Reads: the related person is the <kind> of the person.",
    fields=(
        Field("relationship_id", "id", "Key of the row", key=True),
        Field(
            "person_id", "id", "The person, most often the child", references="people.person_id", sensitivity="personal"
        ),
        Field(
            "related_person_id",
            "id",
            "The one who is mother, sibling and so on of that person",
            references="people.person_id",
            sensitivity="personal",
        ),
        Field(
            "kind",
            "code",
            "What the related person is to the person",
            code_list="relationship_kind",
            sensitivity="personal",
        ),
        Field(
            "parental_responsibility",
            "yes_no",
            "Whether the related person holds parental responsibility for the person",
            sensitivity="personal",
        ),
        Field("started_on", "date", "Day it began, where not at birth", sensitivity="personal", required=False),
        Field("ended_on", "date", "Day it ended", sensitivity="personal", required=False),
    ),
    rules=(InOrder("started_on", "ended_on"),),
)

ADDRESS_DETAILS = Table(
    name="address_details",
    file="kf_address_details",
    title="Address details",
    row_means="What the standard's row of an address does not say: its ward, and whether it is confidential.",
    fields=(
        Field("address_id", "id", "The address", key=True, references="addresses.address_id"),
        Field("ward", "code", "Ward it lies in", code_list="ward", sensitivity="personal"),
        Field("confidential", "yes_no", "Whether only named people may see it", sensitivity="special"),
    ),
)

SCHOOLING = Table(
    name="schooling",
    file="kf_schooling",
    title="Schooling",
    row_means="A child's time at a school or other setting, or on a surgery's list.",
    fields=(
        Field("schooling_id", "id", "Key of the row", key=True),
        Field("person_id", "id", "The child", references="people.person_id", sensitivity="personal"),
        Field("setting_id", "id", "The setting", references="settings.setting_id", sensitivity="personal"),
        Field("started_on", "date", "First day", sensitivity="personal"),
        Field("ended_on", "date", "Last day", sensitivity="personal", required=False),
    ),
    rules=(InOrder("started_on", "ended_on"),),
)

MOTHERS = Table(
    name="mothers",
    file="ssd_mother",
    title="Mothers",
    row_means="A mother, and one of her children whom the council knows.",
    fields=(
        Field("mother_id", "id", "Key of the row", column="moth_table_id", key=True, longest=48),
        Field(
            "person_id",
            "id",
            "The mother",
            column="moth_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census",),
            longest=48,
        ),
        Field(
            "child_id",
            "id",
            "Her child",
            column="moth_childs_person_id",
            references="people.person_id",
            sensitivity="personal",
            required=False,
            longest=48,
        ),
        Field(
            "child_born_on",
            "datetime_local",
            "Day her child was born",
            column="moth_childs_dob",
            sensitivity="personal",
            feeds=("SSDA903", "Ofsted Annex A"),
            required=False,
        ),
    ),
)

TABLES = (
    FAMILY_MEMBERS,
    ADDRESSES,
    RELATIONSHIPS,
    ADDRESS_DETAILS,
    SCHOOLING,
    MOTHERS,
)
