"""Whoever stands in for a colleague sees that colleague's families on those days, and nothing more and no longer."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused, can_see
from kinfold.web.access.models import Cover, Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.casework.actions import arrange_cover, declare_conflict, end_cover
from kinfold.web.core import clock
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Person
from tests import factories

TODAY, A_DAY = clock.today(), timedelta(days=1)  # the database asks its own clock


@pytest.fixture
def colleague(lead) -> User:
    return factories.worker(Role.EARLY_HELP_LEAD, team=lead.teams[0])


@pytest.fixture
def its_manager(lead) -> User:
    return factories.worker(Role.EARLY_HELP_MANAGER, team=lead.teams[0])


def arrange(away: User, cover: User, first=TODAY, last=TODAY, by: User | None = None) -> Cover:
    return arrange_cover(away=away, cover=cover, first_day=first, last_day=last, by=by or away, today=TODAY,
                         at=clock.now())  # fmt: skip


def sees(as_app, user: User, person: Person) -> bool:
    user = User.objects.get(pk=user.pk)
    with as_app(user):
        held = Person.objects.filter(pk=person.pk).exists()
        assert held == Person.objects.visible_to(user).filter(pk=person.pk).exists() == can_see(user, person.record_id)
    return held


@pytest.mark.parametrize(
    ("first", "last", "seen"),
    [(TODAY, TODAY, True), (TODAY - A_DAY, TODAY + A_DAY, True), (TODAY + A_DAY, TODAY + 2 * A_DAY, False)],
)
def test_they_see_the_families_on_those_days(as_app, family, lead, colleague, first, last, seen):
    assert not sees(as_app, colleague, family.children[0])
    arrange(lead, colleague, first, last)

    assert sees(as_app, colleague, family.children[0]) is seen


def test_days_that_are_over_open_nothing(as_app, family, lead, colleague):
    cover = arrange(lead, colleague)
    Cover.objects.filter(pk=cover.pk).update(first_day=TODAY - 2 * A_DAY, last_day=TODAY - A_DAY)

    assert not sees(as_app, colleague, family.children[0])


def test_it_ends_at_once_when_either_of_them_says_so(as_app, family, lead, colleague):
    for who in (lead, colleague):
        cover = arrange(lead, colleague)
        end_cover(cover=cover, by=who, at=clock.now())
        assert end_cover(cover=cover, by=who, at=clock.now()).ended_by == who
        assert not sees(as_app, colleague, family.children[0])


def test_restricted_files_what_an_emergency_opened_and_families_they_know_stay_closed(as_app, lead, colleague):
    restricted = factories.family(level="restricted")
    hours, known = factories.family(), factories.family()
    for family in (restricted, hours, known):
        factories.grant(family, lead)
    Grant.objects.filter(record=hours.record).update(ended_at=clock.now() + A_DAY)
    overseer = factories.worker(Role.MASH_MANAGER)
    with as_app(overseer):
        declare_conflict(user=colleague, person=known.children[0], how="own_family", by=overseer, at=clock.now())
    arrange(lead, colleague)

    assert not any(sees(as_app, colleague, family.children[0]) for family in (restricted, hours, known))


def test_whoever_stands_in_for_the_one_who_stands_in_sees_no_third_persons_families(as_app, family, lead, colleague):
    other = factories.worker(Role.EARLY_HELP_LEAD, team=lead.teams[0])
    arrange(lead, colleague)
    arrange(colleague, other)

    assert not sees(as_app, other, family.children[0])


def test_only_colleagues_of_the_same_team_stand_in_and_days_must_follow(lead, colleague):
    with pytest.raises(ValidationError, match="same team"):
        arrange(lead, factories.worker(Role.EARLY_HELP_LEAD))
    with pytest.raises(ValidationError, match="not before the first"):
        arrange(lead, colleague, TODAY + A_DAY, TODAY)
    with pytest.raises(ValidationError, match="today or later"):
        arrange(lead, colleague, TODAY - 2 * A_DAY, TODAY - A_DAY)


def test_a_manager_of_theirs_arranges_it_and_nobody_else(lead, colleague, its_manager, manager):
    with pytest.raises(Refused):
        arrange(lead, colleague, by=colleague)
    with pytest.raises(ValidationError, match="Only a manager"):
        arrange(lead, colleague, by=manager)
    assert arrange(lead, colleague, by=its_manager) == arrange(lead, colleague, by=its_manager)

    assert set(Notice.objects.values_list("user", flat=True)) == {lead.pk, colleague.pk}


def test_the_work_stands_in_the_other_tray_and_the_family_page_says_whom_to_ring(browser_of, family, lead, colleague):
    factories.lead(factories.episode(family, "early_help"), lead)
    page = browser_of(lead)
    assert "Choose who stands in" in page.post("/work/away", {"cover": ""}).text
    parts = (("day", TODAY.day), ("month", TODAY.month), ("year", TODAY.year))
    days = {f"{which}-{part}": value for which in ("first_day", "last_day") for part, value in parts}
    saved = page.post("/work/away", {"cover": str(colleague.pk), **days}, follow=True).text
    assert f"{colleague.name} stands in on those days" in saved

    theirs = browser_of(colleague)
    assert f"For {lead.name}, who is away until" in theirs.get("/work").text
    assert f"{colleague.name} stands in" in theirs.get(f"/children/{family.children[0].pk}").text
    cover = Cover.objects.get()
    assert browser_of(factories.worker()).post(f"/work/away/{cover.pk}/end").status_code == 404
    theirs.post(f"/work/away/{cover.pk}/end")
    assert theirs.get(f"/children/{family.children[0].pk}").status_code == 404
