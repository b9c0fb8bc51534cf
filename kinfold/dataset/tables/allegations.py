"""The table of allegations against people who work with children, as the LADO keeps them; it names nobody."""

from kinfold.dataset.declarations import Field, InOrder, NotInFuture, Table

ALLEGATIONS = Table(
    name="allegations",
    file="kf_allegations",
    title="Allegations",
    row_means="An allegation against somebody who works with children, that met the threshold for the LADO.",
    fields=(
        Field("allegation_id", "id", "Key of the allegation", key=True),
        Field("received_on", "date", "Day the LADO was told", sensitivity="special"),
        Field("sector", "code", "Where they work", code_list="allegation_sector", sensitivity="special"),
        Field(
            "outcome",
            "code",
            "What was concluded; empty until then",
            code_list="allegation_outcome",
            sensitivity="special",
            required=False,
        ),
        Field("concluded_on", "date", "Day it was concluded", sensitivity="special", required=False),
    ),
    rules=(NotInFuture("received_on"), InOrder("received_on", "concluded_on")),
)

TABLES = (ALLEGATIONS,)
