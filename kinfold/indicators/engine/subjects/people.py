"""Facts about the child or the agency that many subjects share."""

from kinfold.indicators.engine.facts import Lookup

CHILD = Lookup("people", "person_id", ("born_on", "expected_on", "sex", "ethnicity"))
AGENCY = Lookup("agencies", "agency_id", (("name", "agency"),))
