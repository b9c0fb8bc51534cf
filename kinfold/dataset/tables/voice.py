"""The table of what children said when they were asked."""

from kinfold.dataset.declarations import Field, NotInFuture, Table

SURVEY_ANSWERS = Table(
    name="survey_answers",
    file="kf_survey_answers",
    title="Survey answers",
    row_means="One answer to a survey, as a score from 0 (could not be worse) to 10.",
    fields=(
        Field("answer_id", "id", "Key of the answer", key=True),
        Field("survey", "code", "The survey", code_list="survey"),
        Field("answered_on", "date", "Day it was answered", sensitivity="personal"),
        Field("score", "integer", "0 to 10", sensitivity="special", between=(0, 10)),
        Field(
            "person_id",
            "id",
            "Who answered; empty where they did not say",
            references="people.person_id",
            sensitivity="personal",
            required=False,
        ),
    ),
    rules=(NotInFuture("answered_on"),),
)

TABLES = (SURVEY_ANSWERS,)
