"""What agencies and publishers are asked for is refused when it is written wrongly."""

import pytest

from kinfold.indicators.engine.definition import DefinitionFault
from kinfold.indicators.engine.gathered import Gathered

CRIMES = {
    "key": "police.crimes_of_neglect",
    "title": "Crimes recorded of neglect",
    "definition": "Crimes of child neglect recorded in the quarter",
    "kind": "count",
    "unit": "crimes",
    "population": "children aged 0 to 17 in Portsmouth",
    "owner": "Hampshire Constabulary",
    "collected": "submitted",
    "source": "Local",
    "better": "lower",
}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"key": "Crimes"}, "two words joined by a dot"),
        ({"owner": ""}, "title, definition, unit, population, owner and source"),
        ({"numerator": "Crimes"}, "a numerator is asked for with its denominator"),
        ({"numerator": "Crimes", "denominator": "Children"}, "a count has no denominator"),
        ({"kind": "rate"}, "says per how many of whom"),
        ({"reported_in": ("strategy 2.3",)}, "such as safeguarding 2.3"),
        ({"breakdowns": (("kind", ("one", "one")),)}, "at least two different groups"),
    ],
)
def test_a_fault_is_told_to_its_author(given, told):
    with pytest.raises(DefinitionFault) as fault:
        Gathered(**CRIMES | given)
    assert told in str(fault.value)
    assert Gathered(**CRIMES).key in str(fault.value) or "Crimes:" in str(fault.value)


def test_a_rate_may_have_no_count_to_be_made_of():
    rate = Gathered(**CRIMES | {"kind": "rate", "unit": "per 10,000 children aged 0 to 14"})
    assert rate.numerator == ""
    assert not rate.whole
