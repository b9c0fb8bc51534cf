"""A small number is hidden from boards that ask for it and from the public, and nothing shown gives it back."""

import pytest

from kinfold.indicators.catalogue.front_door import children, contacts, decided_in_time
from kinfold.indicators.catalogue.referrals import INDICATORS as ABOUT_REFERRALS
from kinfold.indicators.catalogue.social_care import looked_after_number, looked_after_rate
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.engine.protection import protected
from kinfold.indicators.periods import quarter, year_to_date

Q1, Q2 = quarter("2024-25-Q1"), quarter("2024-25-Q2")
BY_KEY = {one.key: one for one in (contacts, children, decided_in_time, looked_after_number, looked_after_rate)}


def figure(indicator, numerator, by=None, group=None, *, of=None, period=Q1):
    value = numerator if of is None else 100 * numerator / of
    return Figure(indicator.key, period.key, by, group, numerator, of, value, "shown")


def wards(indicator, counts):
    whole = figure(indicator, sum(counts.values()))
    return [whole, *(figure(indicator, count, "ward", ward) for ward, count in counts.items())]


def seen_by(audience, figures, periods=(Q1,), board_counts="shown"):
    return protected(figures, BY_KEY, periods, audience, board_counts)


def shown(figures):
    return {figure.group: figure.value for figure in figures}


WARDS = {"Baffins": 0, "Copnor": 3, "Fratton": 8, "Hilsea": 9, "Nelson": 40}


def test_practice_sees_every_number():
    assert shown(seen_by("practice", wards(contacts, WARDS))) == {None: 60, **WARDS}


def test_a_board_sees_counts_under_its_marking_or_not_as_the_partnership_chooses():
    assert shown(seen_by("board", wards(contacts, WARDS))) == {None: 60, **WARDS}
    assert shown(seen_by("board", wards(contacts, WARDS), board_counts="suppressed"))["Copnor"] is None


def test_the_public_does_not_see_1_to_5_nor_what_would_give_it_back():
    assert shown(seen_by("public", wards(contacts, WARDS))) == {
        None: 60, "Baffins": 0, "Copnor": None, "Fratton": None, "Hilsea": 9, "Nelson": 40
    }  # fmt: skip


def test_a_hidden_figure_is_null_with_a_reason_and_never_nought():
    [hidden] = [figure for figure in seen_by("public", wards(contacts, WARDS)) if figure.group == "Copnor"]
    assert (hidden.value, hidden.numerator, hidden.denominator, hidden.status) == (None, None, None, "suppressed")


@pytest.mark.parametrize(("count", "is_shown"), [(0, True), (1, False), (5, False), (6, True)])
def test_1_to_5_is_small(count, is_shown):
    [whole] = seen_by("public", [figure(contacts, count)])
    assert (whole.value is not None) is is_shown


def test_two_hidden_ones_that_can_only_be_one_each_take_a_third_with_them():
    assert shown(seen_by("public", wards(contacts, {"Baffins": 1, "Copnor": 1, "Fratton": 7, "Nelson": 40}))) == {
        None: 49, "Baffins": None, "Copnor": None, "Fratton": None, "Nelson": 40
    }  # fmt: skip


def test_where_no_group_is_left_to_hide_the_whole_is_hidden():
    eight_wards = {f"Ward {number}": 1 for number in range(8)}
    assert set(shown(seen_by("public", wards(contacts, eight_wards))).values()) == {None}


def test_a_whole_hidden_for_one_breakdown_cannot_be_added_up_from_another():
    figures = wards(contacts, {f"Ward {number}": 1 for number in range(8)})
    figures += [figure(contacts, 8, "sex", "F"), figure(contacts, 0, "sex", "M")]
    assert shown(seen_by("public", figures))["F"] is None


def test_a_share_is_hidden_by_a_small_numerator_rest_or_denominator():
    cases = [(2, 90), (88, 90), (3, 4), (45, 90), (0, 90), (90, 90), (0, 3)]
    seen = [seen_by("public", [figure(decided_in_time, numerator, of=of)])[0].value is None for numerator, of in cases]
    assert seen == [True, True, True, False, False, False, True]


def test_a_number_and_its_rate_are_hidden_together():
    figures = [figure(looked_after_number, count, "sex", sex) for sex, count in {"F": 2, "M": 12}.items()]
    figures += [figure(looked_after_number, 14), figure(looked_after_rate, 14, of=41_639)]
    figures += [figure(looked_after_rate, 4, "ward", "Nelson", of=2000)]
    figures += [figure(looked_after_rate, 10, "ward", "Fratton", of=2000)]
    figures += [figure(looked_after_number, 4, "ward", "Nelson"), figure(looked_after_number, 10, "ward", "Fratton")]
    seen = {(one.indicator, one.by, one.group): one.status for one in seen_by("public", figures)}
    for group in (("ward", "Nelson"), ("ward", "Fratton"), (None, None)):
        assert seen[looked_after_number.key, *group] == seen[looked_after_rate.key, *group]
    assert seen[looked_after_rate.key, "ward", "Fratton"] == "suppressed"


def test_a_hidden_quarter_cannot_be_taken_from_the_year_to_date():
    to_date = year_to_date("2024-25-Q2")
    figures = [figure(contacts, 20), figure(contacts, 3, period=Q2), figure(contacts, 23, period=to_date)]
    seen = {one.period: one.value for one in seen_by("public", figures, (Q1, Q2, to_date))}
    assert seen == {"2024-25-Q1": None, "2024-25-Q2": None, "2024-25-Q2-YTD": 23}


def test_distinct_children_do_not_add_up_over_time_so_only_the_small_quarter_is_hidden():
    to_date = year_to_date("2024-25-Q2")
    figures = [figure(children, 20), figure(children, 3, period=Q2), figure(children, 21, period=to_date)]
    seen = {one.period: one.value for one in seen_by("public", figures, (Q1, Q2, to_date))}
    assert seen == {"2024-25-Q1": 20, "2024-25-Q2": None, "2024-25-Q2-YTD": 21}


def test_what_the_data_do_not_cover_stays_so():
    not_covered = Figure(contacts.key, Q1.key, None, None, None, None, None, "not_covered")
    assert seen_by("public", [not_covered]) == [not_covered]


REFERRALS = {one.key: one for one in ABOUT_REFERRALS}


def test_a_rest_that_nobody_published_is_not_to_be_taken_from_a_number_and_its_share():
    number, again = REFERRALS["referrals.number"], REFERRALS["referrals.again_within_a_year"]
    figures = [figure(number, 90), figure(again, 87, of=90)]
    seen = {one.indicator: one.value for one in protected(figures, REFERRALS, (Q1,), "public")}
    assert seen == {number.key: 90, again.key: None}


def test_no_figure_of_one_agency_leaves_for_the_public():
    figures = [figure(contacts, 60), figure(contacts, 60, "agency", "Avocet Pre-school")]
    assert shown(seen_by("public", figures)) == {None: 60, "Avocet Pre-school": None}


def test_rounded_figures_end_in_0_or_5_and_1_to_7_are_hidden():
    figures = wards(contacts, {"Baffins": 0, "Copnor": 7, "Fratton": 8, "Hilsea": 23, "Nelson": 41})
    seen = protected(figures, BY_KEY, (Q1,), "public", public_counts="rounded")
    assert shown(seen) == {None: 80, "Baffins": 0, "Copnor": None, "Fratton": None, "Hilsea": 25, "Nelson": 40}


def test_a_rounded_percentage_is_that_of_its_rounded_parts():
    [seen] = protected([figure(decided_in_time, 41, of=62)], BY_KEY, (Q1,), "public", public_counts="rounded")
    assert (seen.numerator, seen.denominator, seen.value) == (40, 60, 100 * 40 / 60)


def test_what_was_hidden_before_stays_hidden():
    before = seen_by("public", wards(contacts, WARDS))
    after = wards(contacts, WARDS | {"Copnor": 12})
    seen = shown(protected(after, BY_KEY, (Q1,), "public", earlier=[before]))
    assert (seen["Copnor"], seen["Fratton"], seen["Hilsea"]) == (None, None, 9)


def test_what_was_shown_before_hides_nothing_so_something_else_is_hidden():
    before = seen_by("public", [figure(contacts, 8, "ward", "Fratton")])
    seen = shown(protected(wards(contacts, WARDS), BY_KEY, (Q1,), "public", earlier=[before]))
    assert (seen["Copnor"], seen["Fratton"], seen["Hilsea"]) == (None, 8, None)
