"""The directory of services: what is found, who keeps it, and that what nobody checks falls due."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.directory import actions, opening
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.directory.selectors import CLOSED, NOW, TO_CHECK, Sought, services_found
from tests import factories

WEDNESDAY_TEN = datetime(2026, 1, 14, 10, tzinfo=UTC)
TYPED = {
    "name": "Dads and little ones", "organisation": "Harbour Hubs", "description": "Play on Saturdays.",
    "state": "open", "needs": ["fathers"], "cost": "free", "opening": "Saturday 9:30am to 11:30am",
    "takes_referrals": "no", "telephone": "01632 960401",
}  # fmt: skip


@pytest.fixture
def keeper():
    return factories.worker()


def enter(by, name="Dads and little ones", at=None, hours="", **told):
    told = {"organisation": "Harbour Hubs", "description": "Play on Saturdays.", "telephone": "01632 960401"} | told
    kept = opening.kept(opening.read(hours))
    return actions.enter(name=name, opening=kept, by=by, at=at or WEDNESDAY_TEN, **told)


def names(now=WEDNESDAY_TEN, **sought):
    return [service.name for service in services_found(Sought(**sought), now)]


def test_a_service_is_found_by_need_age_place_cost_and_opening(keeper):
    enter(keeper, "Teens", needs=["teenagers"], minimum_age=11, maximum_age=18, cost="free", wards=["Fratton"],
          hours="Wednesday 10am to 12pm", place="4 Pretend Street", postcode="PO1 5ZZ")  # fmt: skip
    enter(keeper, "Anybody", description="Advice about debts", hours="Monday to Friday 5pm to 8pm")
    enter(keeper, "Away", state="paused", wards=["Copnor"], hours="Wednesday 9am to 5pm")

    assert names() == ["Anybody", "Away", "Teens"]
    assert names(need="teenagers") == ["Teens"]
    assert names(age=10) == ["Anybody", "Away"]
    assert names(age=18) == ["Anybody", "Away", "Teens"]
    assert names(cost="free") == ["Teens"]
    assert names(words="debt") == ["Anybody"]  # by its stem
    assert names(words="harbour") == ["Anybody", "Away", "Teens"]
    assert names(place="fratton") == ["Anybody", "Teens"]  # what is for the whole city too
    assert names(place="po15") == names(place="Pretend") == ["Teens"]
    assert names(day="WE") == ["Anybody", "Teens"]  # not what is closed for now
    assert names(day=NOW) == ["Teens"]
    assert names(WEDNESDAY_TEN + timedelta(hours=2), day=NOW) == []  # closing at noon, it is closed at noon


def test_an_entry_falls_due_in_the_tray_of_whoever_checked_it_and_of_their_team_alone(as_app, keeper):
    colleague, other = factories.worker(team=keeper.teams[0]), factories.worker()
    with as_app(keeper):
        service = enter(keeper)
    checks = Deadline.objects.filter(kind="service_check", about_id=service.pk)
    first = checks.get()
    assert (first.user, first.due_at, first.subject) == (keeper, service.check_due_at, service.name)
    with as_app(colleague):
        assert checks.filter(pk=first.pk).exists()
    with as_app(other):
        assert not checks.exists()

    late = service.check_due_at + timedelta(days=1)
    assert names(late, shown=TO_CHECK) == [service.name]
    with as_app(other):  # of another team, who cannot see the clock that runs
        actions.assure(service=service, by=other, at=late)
        assert checks.get(met_at=None).user == other
    assert checks.get(pk=first.pk).met_at == late
    assert names(late, shown=TO_CHECK) == []


def test_a_service_that_closes_is_on_no_clock_until_it_opens_again(as_app, keeper):
    service = enter(keeper)
    running = Deadline.objects.open().filter(about_id=service.pk)

    def change(**told):
        return actions.change(service=service, organisation="harbour hubs", told=told, by=keeper, at=WEDNESDAY_TEN,
                              version=Service.objects.get().version)  # fmt: skip

    with as_app(keeper):
        change(state="closed")
        assert not running.exists()
        assert (names(), names(shown=CLOSED)) == ([], [service.name])
        with pytest.raises(ValidationError, match="closed for good"):
            actions.assure(service=service, by=keeper, at=WEDNESDAY_TEN)
        change(state="open")
        assert running.count() == 1
    assert Organisation.objects.count() == 1  # the same, however its capitals are written


def test_what_two_people_change_at_once_is_not_lost_and_one_service_is_entered_once(keeper):
    service = enter(keeper)
    told = {"alert": "Full until May"}
    with pytest.raises(StaleVersion):
        actions.change(service=service, organisation="Harbour Hubs", told=told, version=0, by=keeper, at=WEDNESDAY_TEN)
    assert enter(keeper).pk == service.pk  # sent twice
    with pytest.raises(ValidationError, match="in the directory already"):
        enter(keeper, "DADS and little ones")
    with pytest.raises(Refused):
        enter(factories.worker(Role.SAFEGUARDING_LEAD), "Another")


@pytest.mark.parametrize("wrong", ["Monday", "Someday 9am to 5pm", "Monday 5pm to 9am", "Friday to Monday 9am to 5pm"])
def test_hours_that_cannot_be_read_are_said_by_their_line(wrong):
    with pytest.raises(ValueError, match=f"“{wrong}”"):
        opening.read(f"Tuesday 9am to 5pm\n{wrong}")


def test_hours_are_said_again_as_they_were_typed():
    sessions = opening.read("mon - fri 9am until 5pm\nSaturdays 10.30am to midday")
    assert opening.lines(sessions) == ["Monday to Friday, 9am to 5pm", "Saturday, 10:30am to midday"]
    assert opening.read(opening.typed(sessions)) == opening.sessions_of(opening.kept(sessions)) == sessions


def test_the_pages_enter_find_change_and_check_a_service(browser_of, keeper):
    browser = browser_of(keeper)
    bad = browser.post("/services/enter", TYPED | {"opening": "Whenever", "website": "javascript:alert(1)"})
    assert "“Whenever” must look like" in bad.content.decode()
    assert "Enter the address of a website" in bad.content.decode()
    assert "Play on Saturdays." in bad.content.decode()  # nothing typed is lost

    address = browser.post("/services/enter", TYPED).url
    changed = TYPED | {"alert": "<b>Full</b> until May", "version": Service.objects.get().version}
    assert browser.post(f"{address}/change", changed).url == address
    Service.objects.update(check_due_at=clock.now() - timedelta(days=1))
    page = browser.get(address).content.decode()
    assert "&lt;b&gt;Full&lt;/b&gt; until May" in page
    assert "Nobody has checked this lately" in page
    browser.post(f"{address}/checked")
    assert "Nobody has checked this lately" not in browser.get(address).content.decode()

    teacher = browser_of(factories.worker(Role.SAFEGUARDING_LEAD))
    found = teacher.get("/services/?need=fathers&age=four&place=po1%00&day=XX&shown=closed").content.decode()
    assert "“four” is not an age" in found
    assert "Dads and little ones" in teacher.get("/services/?words=dads").content.decode()
    assert "/change" not in teacher.get(address).content.decode()
    assert teacher.get(f"{address}/change").status_code == 403
