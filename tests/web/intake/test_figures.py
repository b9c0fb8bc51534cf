"""What scorecards and reports read: every figure as it came, whole and by group, with every version that was signed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.intake.actions import filling, publishing, signing
from kinfold.web.intake.selectors.figures import published
from kinfold.web.intake.selectors.figures import signed as signed_figures
from tests.factories import worker
from tests.indicators.gathering.test_published_file import INJURIES, OHID, SELF_HARM, file_of
from tests.web.intake.conftest import JULY, OCTOBER, QUARTER

NEGLECT, ARRESTS = "police.crimes_of_neglect", "exploitation.arrests_for_sexual_exploitation"


def load(by, *lines, title="Release", on=JULY):
    return publishing.load(
        publisher=OHID, title=title, published_on=on.date(), licence="Open Government Licence v3.0", address="",
        name="a.csv", content=file_of(*lines), by=by, now=on, today=on.date(),
    )  # fmt: skip


def test_a_signed_figure_has_its_groups_its_definition_and_who_signed(signed, contact, as_app):
    chair = worker(Role.BOARD_CHAIR)
    with as_app(chair):
        found = signed_figures(chair, [NEGLECT])
    by_group = {(one.by, one.group): one.value for one in found}
    assert by_group["", ""] == 12
    assert by_group["age", "0 to 4"] == 12
    assert by_group["age", "Not known"] == 0
    assert found[0].definition.startswith("Crimes of cruelty to children")
    assert found[0].source == f"Hampshire Constabulary, signed off by {contact.name}"


def test_what_is_only_saved_is_no_figure_yet(asked, fill, analyst):
    fill(asked, number=12)
    assert signed_figures(analyst, [NEGLECT]) == []


def test_the_newest_version_stands_and_the_earlier_ones_can_be_read(signed, contact, analyst):
    signing.reopen(of=signed, reason="A slip", version=signed.version, by=contact)
    typed = {"Whole, value": "9"}
    filling.save(of=signed, indicator=ARRESTS, typed=typed, note="", version=1, by=contact, now=OCTOBER)
    assert [one.value for one in signed_figures(analyst, [ARRESTS])] == [12], "until the new ones are signed"
    signed.refresh_from_db()
    signing.sign_off(of=signed, version=signed.version, by=contact, now=OCTOBER, today=OCTOBER.date())
    assert [(one.value, one.version) for one in signed_figures(analyst, [ARRESTS])] == [(9, 2)]
    every = signed_figures(analyst, [ARRESTS], every_version=True)
    assert [(one.value, one.version, one.reason) for one in every] == [(12, 1, ""), (9, 2, "A slip")]
    assert {one.period for one in every} == {QUARTER}


def test_a_published_rate_stays_in_its_unit_and_a_standardised_one_has_no_count(analyst):
    load(analyst, INJURIES, SELF_HARM)
    injuries, self_harm = published(analyst, ["hospital.injuries_to_fourteen", "hospital.self_harm_admissions"])
    assert (injuries.value, injuries.numerator, injuries.denominator) == (Decimal("85.7"), 300, 35000)
    assert (self_harm.value, self_harm.numerator, self_harm.denominator) == (Decimal("612.4"), None, None)
    assert "Open Government Licence v3.0" in self_harm.source


def test_the_newest_release_is_what_stands(analyst):
    load(analyst, SELF_HARM)
    load(analyst, SELF_HARM | {"value": "600.0"}, title="Revised", on=OCTOBER)
    assert [one.value for one in published(analyst, ["hospital.self_harm_admissions"])] == [Decimal("600")]


def test_other_areas_are_read_when_they_are_asked_for(analyst):
    load(analyst, SELF_HARM, SELF_HARM | {"area": "E92000001", "area_name": "England", "value": "550.0"})
    both = published(analyst, ["hospital.self_harm_admissions"], areas=["E06000044", "E92000001"])
    assert [one.area for one in both] == ["E06000044", "E92000001"]


def test_figures_are_read_by_those_who_may_read_figures(signed, contact):
    with pytest.raises(Refused):
        signed_figures(contact, [NEGLECT])
    with pytest.raises(Refused):
        published(contact, ["hospital.self_harm_admissions"])
