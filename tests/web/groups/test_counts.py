"""How many came: families once, whoever may see them, and nobody's name."""

from __future__ import annotations

from datetime import date, timedelta

from kinfold.web.access.permissions import Role
from kinfold.web.groups.actions.sessions import Told, record_session
from kinfold.web.groups.models import Attendance, Session
from kinfold.web.groups.selectors.counts import Counted, counted, quarter_name, quarters_to
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.groups.conftest import MORNING, service

CAME, ABSENT = Attendance.How.CAME, Attendance.How.ABSENT
SPRING, WINTER = date(2024, 4, 1), date(2024, 1, 1)


def test_a_family_counts_once_a_quarter_in_each_group_and_once_in_all_of_them(group):
    father, child = group.father, group.family.children[0]
    other = factories.family(children=1)
    factories.grant(other, group.runs)
    alone = factories.person(born_on=date(1980, 1, 1))
    factories.grant(alone, group.runs)
    second = service("Talking teens", team=group.service.team)
    group.meet(others=3, how={father: CAME, child: CAME, other.parent: ABSENT})
    group.meet(on=TODAY - timedelta(weeks=1), others=2, how={father: CAME, alone: CAME})
    group.meet(on=TODAY - timedelta(weeks=2), cancelled_because="Snow")
    group.meet(on=date(2024, 3, 31), others=1, how={other.parent: CAME})
    with group.as_app(group.runs):
        told = Told(TODAY, MORNING, led_by=group.runs, others=4, how={child: CAME, other.parent: CAME})
        record_session(service=second, told=told, by=group.runs, at=NOW)
    with group.as_app(factories.worker(Role.BOARD_SUPPORT)):  # who sees none of them
        found = counted([group.service, second], WINTER, date.max)
        assert not Attendance.objects.exists()
    assert found == {
        (group.service.pk, SPRING): Counted(2, 1, 2, 5),
        (second.pk, SPRING): Counted(1, 0, 2, 4),
        (None, SPRING): Counted(3, 1, 3, 9),
        (group.service.pk, WINTER): Counted(1, 0, 1, 1),
        (None, WINTER): Counted(1, 0, 1, 1),
    }


def test_somebody_with_a_second_record_is_one_family(group):
    again = factories.person(born_on=date(1990, 5, 4), merged_into=group.father)
    factories.grant(again, group.runs)
    group.meet(how={group.father: CAME, again: CAME})
    with group.as_app(group.runs):
        assert counted([group.service], SPRING, date.max)[group.service.pk, SPRING].families == 1


def test_quarters_are_those_of_the_financial_year():
    assert quarters_to(TODAY)[:3] == [SPRING, WINTER, date(2023, 10, 1)]
    assert quarter_name(date(2023, 10, 1)) == "October to December 2023"


def test_the_page_shows_numbers_and_no_names_to_those_who_keep_the_directory(group, browser_of):
    keeper = browser_of(factories.worker(Role.BOARD_SUPPORT))
    assert "All groups" in keeper.get("/services/groups/counts").content.decode()
    group.meet(how={group.father: CAME})
    Session.objects.update(held_on=quarters_to(date.today())[0])
    page = keeper.get("/services/groups/counts?quarter=never").content.decode()
    assert "Dadzclub" in page
    assert group.father.name not in page
    assert keeper.get(f"/services/{group.service.pk}/group").status_code == 403
    assert browser_of(factories.worker(Role.ANALYST)).get("/services/groups/counts").status_code == 403


def test_with_no_groups_the_pages_say_so(browser_of):
    assert "No groups yet" in browser_of(factories.worker()).get("/services/groups").content.decode()
    counts = browser_of(factories.worker(Role.BOARD_SUPPORT)).get("/services/groups/counts").content.decode()
    assert "No team runs a group yet." in counts
