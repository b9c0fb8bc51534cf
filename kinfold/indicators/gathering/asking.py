"""Which figures are asked for in which quarter's return.

What is counted by the term is asked for with the quarter that holds the term's last school day: summer in July to
September, autumn in October to December, spring in January to March. What is counted by the year is asked for as it
ends, in March.
"""

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.engine.gathered import Every, Gathered
from kinfold.indicators.periods import Period, quarter

_ASKED_IN: dict[Every, frozenset[str]] = {
    "quarter": frozenset({"Q1", "Q2", "Q3", "Q4"}),
    "term": frozenset({"Q2", "Q3", "Q4"}),
    "year": frozenset({"Q4"}),
}


def asked_of(agency: str, period: str) -> tuple[Gathered, ...]:
    """What the agency of this name is asked for a quarter, in the catalogue's order; nothing where it owns nothing."""
    found = quarter(period)
    return tuple(
        one for one in GATHERED if one.collected == "submitted" and one.owner == agency and asked_in(one, found)
    )


def asked_in(one: Gathered, held: Period) -> bool:
    """Whether what is submitted is asked for in a quarter's return."""
    return held.key[-2:] in _ASKED_IN[one.every]


def owners_asked(period: str) -> tuple[str, ...]:
    """The names of the agencies that are asked for anything in a quarter."""
    return tuple(dict.fromkeys(one.owner for one in GATHERED if asked_of(one.owner, period)))
