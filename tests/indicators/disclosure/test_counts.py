"""Which counts are known to be parts of which others, in the catalogue as it is."""

import pytest

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.disclosure.counts import counts_of


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("missing.more_than_three_times", "missing.three_times_in_ninety_days"),
        ("missing.three_times_in_ninety_days", "missing.children"),
        ("attendance.below_half_led_by_school", "attendance.below_half_with_lead"),
        ("attendance.below_half_led_by_early_help", "attendance.below_half_with_lead"),
        ("mash.signposted", "mash.contacts"),
    ],
)
def test_who_is_in_the_one_is_in_the_other(part, whole):
    assert counts_of(BY_KEY[part])[0].within(counts_of(BY_KEY[whole])[0])
    assert not counts_of(BY_KEY[whole])[0].within(counts_of(BY_KEY[part])[0])


def test_children_are_not_part_of_contacts():
    assert not counts_of(BY_KEY["mash.children"])[0].within(counts_of(BY_KEY["mash.contacts"])[0])
