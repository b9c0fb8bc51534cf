"""Saying who many children are: each proposed with why, each confirmed by a person, none by the machine."""

from __future__ import annotations

from datetime import date

from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.people.selectors import Described, likely_each
from tests import factories
from tests.web.mash.deliveries.sent import file, line


def test_a_child_is_proposed_by_number_or_by_birthday_and_name_and_nobody_is_attached(taken_in, decider, browser_of):
    maya = factories.person(forename="Maya", surname="Larch", born_on=date(2018, 3, 27))
    factories.person(forename="Bob", surname="Other", born_on=date(2018, 3, 27))
    taken_in(file(line(), line(reference="2", child_forename="Zed", child_surname="Nobody")))
    page = browser_of(decider).get("/mash/unmatched").content.decode()
    assert str(maya.pk) in page
    assert "Same date of birth" in page
    assert "Bob Other" not in page
    assert "Nobody on the index" in page
    assert not ContactChild.objects.filter(person__isnull=False).exists()


def test_those_chosen_are_confirmed_and_one_that_a_colleague_dealt_with_is_said(taken_in, decider, browser_of):
    maya = factories.person(forename="Maya", surname="Larch", born_on=date(2018, 3, 27))
    finn = factories.person(forename="Finn", surname="Larch", born_on=date(2019, 1, 2))
    taken_in(file(line(), line(reference="2", child_forename="Finn", child_born_on="2019-01-02")))
    first, second = (ContactChild.objects.get(described_forename=name) for name in ("Maya", "Finn"))
    answer = browser_of(decider).post(
        "/mash/unmatched",
        {f"child-{first.pk}": str(maya.pk), f"version-{first.pk}": str(first.version),
         f"child-{second.pk}": str(finn.pk), f"version-{second.pk}": str(second.version - 1), "child-x": "y"},
        follow=True,
    ).content.decode()  # fmt: skip
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.person, first.matched_by, second.person) == (maya, decider, None)
    assert "1 child matched." in answer
    assert "Finn Larch: Somebody else dealt with this child meanwhile." in answer


def test_a_restricted_child_is_proposed_to_nobody_who_may_not_see_them(taken_in, decider, as_app):
    hidden = factories.person(forename="Maya", surname="Larch", born_on=date(2018, 3, 27))
    wanted = [Described(Contact().pk, "Maya Larch", date(2018, 3, 27), ())]
    with as_app(decider):
        assert len(likely_each(viewer=decider, described=wanted)) == 1
    hidden.record.level = "restricted"
    hidden.record.save()
    with as_app(decider):
        assert likely_each(viewer=decider, described=wanted) == {}


def test_a_day_and_month_the_other_way_round_are_found_with_a_name_much_alike(decider, as_app):
    factories.person(forename="Maya", surname="Larch", born_on=date(2018, 7, 3))
    wanted = [Described(Contact().pk, "Maya Larch", date(2018, 3, 7), ())]
    with as_app(decider):
        found = likely_each(viewer=decider, described=wanted)
    assert [one.reasons for (one,) in found.values()] == [
        ("Same name", "Day and month of birth the other way round"),
    ]  # fmt: skip
