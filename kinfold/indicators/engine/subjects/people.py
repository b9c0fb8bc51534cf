"""Facts about the child or the agency that many subjects share."""

from kinfold.indicators.engine.facts import AnyOf, Lookup
from kinfold.indicators.engine.words import _

# That nobody looked is no row; that somebody looked and found none is a row that says NONE.
CHILD = (
    Lookup("people", "person_id", ("born_on", "expected_on", "sex", "ethnicity")),
    AnyOf("disabilities", "person_id", "has_disability", holds=_.disability != "NONE"),
    AnyOf("disabilities", "person_id", "disability_known", holds=_.disability.notnull()),
)
AGENCY = Lookup("agencies", "agency_id", (("name", "agency"),))
