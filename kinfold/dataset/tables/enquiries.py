"""Tables of section 47 enquiries and of the strategy discussions at which they begin."""

from kinfold.dataset.declarations import Field, InOrder, NotInFuture, Table

SECTION_47_ENQUIRIES = Table(
    name="section_47_enquiries",
    file="ssd_s47_enquiry",
    title="Section 47 enquiries",
    row_means="An enquiry under section 47 of the Children Act 1989 into whether a child suffers significant harm.",
    fields=(
        Field(
            "enquiry_id",
            "id",
            "Key of the enquiry",
            column="s47e_s47_enquiry_id",
            key=True,
            feeds=("Ofsted Annex A", "DfE CSC API"),
            longest=48,
        ),
        Field(
            "referral_id",
            "id",
            "Referral it follows",
            column="s47e_referral_id",
            references="referrals.referral_id",
            required=False,
            longest=48,
        ),
        Field(
            "person_id",
            "id",
            "The child",
            column="s47e_person_id",
            references="people.person_id",
            sensitivity="personal",
            feeds=("CIN census", "Ofsted Annex A"),
            longest=48,
        ),
        Field(
            "started_on",
            "datetime_local",
            "Day of the strategy discussion at which it began",
            column="s47e_s47_start_date",
            sensitivity="personal",
            feeds=("CIN census", "RIIA", "Ofsted Annex A", "DfE CSC API"),
        ),
        Field(
            "ended_on",
            "datetime_local",
            "Day it was authorised as complete",
            column="s47e_s47_end_date",
            sensitivity="personal",
            feeds=("RIIA", "Ofsted Annex A", "DfE CSC API"),
            required=False,
        ),
        Field(
            "no_further_action",
            "yes_no",
            "Whether it ended in no further action",
            column="s47e_s47_nfa",
            sensitivity="special",
            feeds=("Ofsted Annex A", "CIN census"),
            required=False,
        ),
        Field(
            "outcome",
            "json",
            "What came of it: an object of Y/N flags, their count and comments",
            column="s47e_s47_outcome_json",
            sensitivity="special",
            feeds=("CIN census", "DfE CSC API"),
            required=False,
            longest=1000,
        ),
        Field(
            "worker_id",
            "id",
            "Worker who completed it",
            column="s47e_s47_completed_by_worker_id",
            references="professionals.professional_id",
            required=False,
            longest=100,
        ),
        Field(
            "team_id",
            "id",
            "Team that completed it",
            column="s47e_s47_completed_by_team",
            references="teams.team_id",
            required=False,
            longest=48,
        ),
    ),
    rules=(
        NotInFuture("started_on"),
        NotInFuture("ended_on"),
        InOrder("started_on", "ended_on"),
    ),
)

ENQUIRY_DETAILS = Table(
    name="enquiry_details",
    file="kf_s47_details",
    title="Section 47 enquiry details",
    row_means="What the standard's row of an enquiry does not say, as it was when the enquiry began.",
    fields=(
        Field("enquiry_id", "id", "The enquiry", key=True, references="section_47_enquiries.enquiry_id"),
        Field("concern", "code", "The worry it was about, first of all", code_list="worry", sensitivity="special"),
        Field("joint", "yes_no", "Whether the police and social care made it together", sensitivity="special"),
        Field(
            "ward", "code", "Ward where the child lived then", code_list="ward", sensitivity="personal", required=False
        ),
    ),
)

STRATEGY_DISCUSSIONS = Table(
    name="strategy_discussions",
    file="kf_strategy_discussions",
    title="Strategy discussions",
    row_means="A discussion between agencies of whether to enquire into harm to one child.",
    fields=(
        Field("discussion_id", "id", "Key of the row", key=True),
        Field("person_id", "id", "The child", references="people.person_id", sensitivity="personal"),
        Field("referral_id", "id", "Referral it follows", references="referrals.referral_id", required=False),
        Field(
            "enquiry_id",
            "id",
            "Enquiry that began at it; empty where none did",
            references="section_47_enquiries.enquiry_id",
            sensitivity="special",
            required=False,
        ),
        Field(
            "worried_on",
            "date",
            "Day there was reason to suspect significant harm, when its time begins",
            sensitivity="personal",
        ),
        Field("held_at", "instant", "Instant it began", sensitivity="personal"),
        Field("held_on", "date", "Local day it was held", sensitivity="personal"),
        Field("social_care_attended", "yes_no", "Whether children's social care took part"),
        Field("police_attended", "yes_no", "Whether the police took part"),
        Field("health_attended", "yes_no", "Whether a health service took part"),
        Field(
            "ward", "code", "Ward where the child lived then", code_list="ward", sensitivity="personal", required=False
        ),
    ),
    rules=(
        NotInFuture("held_on"),
        InOrder("worried_on", "held_on"),
    ),
)

TABLES = (
    SECTION_47_ENQUIRIES,
    ENQUIRY_DETAILS,
    STRATEGY_DISCUSSIONS,
)
