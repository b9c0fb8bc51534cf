"""Tables of the workforce: the partnership's courses and who came, agencies' staff, help given to organisations."""

from kinfold.dataset.declarations import Field, InOrder, Table

COURSES = Table(
    name="courses",
    file="kf_courses",
    title="Courses",
    row_means="A course, workshop or conference that the partnership offers.",
    fields=(
        Field("course_id", "id", "Key of the course", key=True),
        Field("title", "text", "Its title", sensitivity="public"),
        Field("kind", "code", "What kind of training", code_list="course_kind", sensitivity="public"),
        Field("restorative", "yes_no", "Whether it teaches restorative practice", sensitivity="public"),
        Field("online", "yes_no", "Whether it is taken online", sensitivity="public"),
        Field(
            "about_send",
            "yes_no",
            "Whether it is about special educational needs and disabilities",
            sensitivity="public",
        ),
    ),
)

COURSE_RUNS = Table(
    name="course_runs",
    file="kf_course_runs",
    title="Runs of a course",
    row_means="One day a course was held.",
    fields=(
        Field("run_id", "id", "Key of the run", key=True),
        Field("course_id", "id", "The course", references="courses.course_id"),
        Field("held_on", "date", "Day it was held"),
    ),
)

COURSE_PLACES = Table(
    name="course_places",
    file="kf_course_places",
    title="Places on a course",
    row_means="Somebody's place on one run of a course; it does not say whose.",
    fields=(
        Field("place_id", "id", "Key of the place", key=True),
        Field("run_id", "id", "The run", references="course_runs.run_id"),
        Field("held_on", "date", "Day of the run, kept here so that a count needs no join"),
        Field("kind", "code", "Kind of training the course was then", code_list="course_kind"),
        Field("restorative", "yes_no", "Whether the course taught restorative practice then"),
        Field("attended", "yes_no", "Whether they came"),
        Field("sector", "code", "Their employer's sector", code_list="training_sector"),
        Field(
            "rating_before",
            "integer",
            "How sure they felt of the subject beforehand, 0 to 10",
            required=False,
            between=(0, 10),
        ),
        Field("rating_after", "integer", "How sure they felt afterwards, 0 to 10", required=False, between=(0, 10)),
    ),
)

STAFF = Table(
    name="staff",
    file="kf_staff",
    title="Staff",
    row_means="Somebody's time in an agency's workforce, as the agency returns it, without a name.",
    fields=(
        Field("member_id", "id", "Key of the row", key=True),
        Field("agency_id", "id", "The agency", references="agencies.agency_id"),
        Field("started_on", "date", "Day they started", sensitivity="personal"),
        Field("ended_on", "date", "Day they left", sensitivity="personal", required=False),
        Field(
            "works_with_send",
            "yes_no",
            "Whether they work with children who have special educational needs or disabilities",
        ),
        Field(
            "send_training_on",
            "date",
            "Day they completed the online training about special educational needs and disabilities",
            required=False,
        ),
    ),
    rules=(InOrder("started_on", "ended_on"),),
)

DEVELOPMENT_SUPPORT = Table(
    name="development_support",
    file="kf_development_support",
    title="Development support",
    row_means="Help that the partnership gave an organisation to develop its safeguarding.",
    fields=(
        Field("support_id", "id", "Key of the row", key=True),
        Field("organisation", "text", "The organisation"),
        Field("given_on", "date", "Day it was given"),
        Field("kind", "code", "What kind of help", code_list="development_support_kind"),
    ),
)

TABLES = (
    COURSES,
    COURSE_RUNS,
    COURSE_PLACES,
    STAFF,
    DEVELOPMENT_SUPPORT,
)
