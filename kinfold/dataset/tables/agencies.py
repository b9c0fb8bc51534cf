"""Tables of those who help: agencies, teams, professionals, schools and surgeries, and who is involved with whom."""

from kinfold.dataset.declarations import Field, InOrder, Table

PROFESSIONALS = Table(
    name="professionals",
    file="ssd_professionals",
    title="Professionals",
    row_means="A person who works for an agency.",
    fields=(
        Field("professional_id", "id", "Key of the row", column="prof_professional_id", key=True, longest=48),
        Field(
            "staff_id",
            "text",
            "Payroll number; agency staff and doctors may have none",
            column="prof_staff_id",
            feeds=("Ofsted Annex A",),
            required=False,
            longest=48,
        ),
        Field(
            "name",
            "text",
            "Name",
            column="prof_professional_name",
            sensitivity="personal",
            feeds=("Ofsted Annex A",),
            required=False,
            longest=300,
        ),
        Field(
            "registration_number",
            "text",
            "Social Work England number, SW and digits",
            column="prof_social_worker_registration_no",
            feeds=("DfE CSC API",),
            required=False,
            longest=48,
        ),
        Field(
            "job_title",
            "text",
            "Job title",
            column="prof_professional_job_title",
            feeds=("Workforce census", "RIIA"),
            required=False,
            longest=500,
        ),
        Field(
            "caseload",
            "integer",
            "Children allocated now",
            column="prof_professional_caseload",
            feeds=("Workforce census", "RIIA"),
            required=False,
        ),
        Field(
            "department",
            "text",
            "Team or organisation, in words",
            column="prof_professional_department",
            required=False,
            longest=100,
        ),
        Field(
            "full_time_equivalent",
            "number",
            "Share of full time worked",
            column="prof_full_time_equivalency",
            required=False,
        ),
        Field(
            "agency_worker",
            "yes_no",
            "Whether supplied by a staffing agency",
            column="prof_agency_worker_flag",
            required=False,
        ),
    ),
)

TEAMS = Table(
    name="teams",
    file="ssd_department",
    title="Teams",
    row_means="A team of any agency.",
    fields=(
        Field(
            "team_id", "id", "Key of the team", column="dept_team_id", key=True, feeds=("Ofsted Annex A",), longest=48
        ),
        Field("name", "text", "Name of the team", column="dept_team_name", feeds=("Ofsted Annex A",), longest=255),
        Field(
            "parent_team_id",
            "id",
            "Team it is part of",
            column="dept_team_parent_id",
            references="teams.team_id",
            required=False,
            longest=48,
        ),
        Field(
            "parent_name",
            "text",
            "Name of the team it is part of",
            column="dept_team_parent_name",
            required=False,
            longest=255,
        ),
    ),
)

INVOLVEMENTS = Table(
    name="involvements",
    file="ssd_involvements",
    title="Involvements",
    row_means="A worker's time with a child, in one role.",
    fields=(
        Field("involvement_id", "id", "Key of the row", column="invo_involvements_id", key=True, longest=48),
        Field(
            "professional_id",
            "id",
            "The worker",
            column="invo_professional_id",
            references="professionals.professional_id",
            feeds=("Ofsted Annex A",),
            longest=48,
        ),
        Field(
            "role",
            "text",
            "The worker's part, such as CW for the case worker",
            column="invo_professional_role_id",
            required=False,
            longest=200,
        ),
        Field(
            "team_id",
            "id",
            "The worker's team then",
            column="invo_professional_team",
            references="teams.team_id",
            feeds=("Ofsted Annex A",),
            required=False,
            longest=48,
        ),
        Field(
            "started_on",
            "datetime_local",
            "Day it began",
            column="invo_involvement_start_date",
            sensitivity="personal",
            feeds=("RIIA", "DfE CSC API", "Ofsted Annex A", "SSDA903"),
        ),
        Field(
            "ended_on",
            "datetime_local",
            "Day it ended",
            column="invo_involvement_end_date",
            sensitivity="personal",
            feeds=("RIIA", "DfE CSC API", "Ofsted Annex A", "SSDA903"),
            required=False,
        ),
        Field(
            "change_reason",
            "code",
            "Why the social worker changed",
            column="invo_worker_change_reason",
            code_list="social_worker_change_reason",
            sensitivity="personal",
            feeds=("RIIA", "SSDA903"),
            required=False,
        ),
        Field(
            "person_id",
            "id",
            "The child",
            column="invo_person_id",
            references="people.person_id",
            sensitivity="personal",
            longest=48,
        ),
        Field(
            "referral_id",
            "id",
            "Referral it belongs to",
            column="invo_referral_id",
            references="referrals.referral_id",
            required=False,
            longest=48,
        ),
    ),
    rules=(InOrder("started_on", "ended_on"),),
)

AGENCIES = Table(
    name="agencies",
    file="kf_agencies",
    title="Agencies",
    row_means="An agency of the partnership, or one that works with it.",
    fields=(
        Field("agency_id", "id", "Key of the agency", key=True),
        Field("name", "text", "Name", sensitivity="public"),
        Field("kind", "code", "What kind of agency", code_list="agency_kind"),
    ),
)

TEAM_DETAILS = Table(
    name="team_details",
    file="kf_teams",
    title="Team details",
    row_means="What the standard's row of a team does not say: its agency and service.",
    fields=(
        Field("team_id", "id", "The team", key=True, references="teams.team_id"),
        Field("agency_id", "id", "Agency it belongs to", references="agencies.agency_id"),
        Field("service", "code", "What the team does", code_list="service"),
    ),
)

SETTINGS = Table(
    name="settings",
    file="kf_settings",
    title="Settings",
    row_means="A school, college, nursery or surgery.",
    fields=(
        Field("setting_id", "id", "Key of the setting", key=True),
        Field("agency_id", "id", "Agency that runs it", references="agencies.agency_id"),
        Field("name", "text", "Name", sensitivity="public"),
        Field("phase", "code", "Kind of setting", code_list="phase"),
        Field("ward", "code", "Ward it stands in", code_list="ward", required=False),
        Field("urn", "text", "Unique reference number of a school", required=False),
    ),
)

TABLES = (
    PROFESSIONALS,
    TEAMS,
    INVOLVEMENTS,
    AGENCIES,
    TEAM_DETAILS,
    SETTINGS,
)
