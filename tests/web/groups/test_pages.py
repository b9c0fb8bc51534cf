"""The pages of a group: its register, recording, calling off, adding, and who is turned away."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.groups.models import Attendance, Session
from kinfold.web.signposting.models import Signpost
from tests import factories
from tests.factories.days import TODAY


def day(name: str, on: date) -> dict[str, object]:
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def typed(group, how: str = "came", **more):
    said = {f"how_{group.father.pk}": how} if how else {}
    return {**day("held_on", TODAY), "starts_at": "9:30am", "led_by": str(group.runs.pk), "others": "3",
            "done": "Bird boxes.", **said, **more}  # fmt: skip


def test_with_nobody_and_no_session_the_page_says_so(group, browser_of):
    page = browser_of(group.runs).get(f"/services/{group.service.pk}/group").content.decode()
    for words in ("Nobody is on the register yet.", "No session is recorded yet.", "None yet.", "Next session:"):
        assert words in page


def test_where_the_directory_gives_no_times_it_says_so(group, browser_of):
    group.service.opening = []
    group.service.save()
    page = browser_of(group.runs).get(f"/services/{group.service.pk}/group").content.decode()
    assert "The directory does not say when it meets next." in page


def test_a_session_is_recorded_shown_changed_and_called_off(group, browser_of):
    group.add()
    browser, home = browser_of(group.runs), f"/services/{group.service.pk}/group"
    empty = browser.post(f"{home}/record", {**typed(group, how=""), "led_by": "", "starts_at": "9"}).content.decode()
    for words in (f"Say whether {group.father.name} came", "Say who led the session", "must be a time"):
        assert words in empty
    assert "Bird boxes." in empty  # nothing typed is lost
    assert browser.post(f"{home}/record", typed(group)).url == home
    assert browser.post(f"{home}/record", typed(group)).url == home
    session = Session.objects.get()
    page = browser.get(home).content.decode()
    assert "Bird boxes." in page
    one = f"/services/sessions/{session.pk}"
    assert 'value="9:30am"' in browser.get(one).content.decode()
    assert browser.post(one, typed(group, how="absent", version=session.version)).url == home
    assert Attendance.objects.get().how == "absent"
    reason = {**day("held_on", TODAY), "starts_at": "9:30am", "because": "Snow", "version": session.version + 1}
    assert browser.post(f"{one}/cancel", reason).url == home
    assert "Snow" in browser.get(home).content.decode()


def test_the_second_of_two_editors_sees_both_and_loses_nothing(group, colleague, browser_of):
    group.add()
    session = group.meet(how={group.father: "came"})
    one = f"/services/sessions/{session.pk}"
    assert browser_of(group.runs).post(one, typed(group, version=session.version)).status_code == 302
    late = browser_of(colleague).post(
        one, typed(group, how="absent", version=session.version, led_by=str(colleague.pk), done="Football.")
    )
    page = late.content.decode()
    for words in ("Someone else changed this", "Football.", "Bird boxes.", group.father.name, "Did not come"):
        assert words in page
    assert Attendance.objects.get().how == "came"


def test_a_day_to_come_is_refused_beside_the_box(group, browser_of):
    tomorrow = clock.today() + timedelta(days=1)
    page = browser_of(group.runs).post(
        f"/services/{group.service.pk}/group/record", {**typed(group, how=""), **day("held_on", tomorrow)}
    )
    assert "The date must be today or in the past" in page.content.decode()


def test_a_session_to_come_is_called_off_and_the_page_says_when_it_meets_after_that(group, browser_of):
    browser, home = browser_of(group.runs), f"/services/{group.service.pk}/group"
    today = clock.today()
    coming = today + timedelta(days=(2 - today.weekday()) % 7 or 7)
    reason = {**day("held_on", coming), "starts_at": "9:30am", "because": ""}
    assert "Say why it is cancelled" in browser.post(f"{home}/cancel", reason).content.decode()
    assert browser.post(f"{home}/cancel", {**reason, "because": "Half-term."}).url == home
    page = browser.get(home).content.decode()
    assert "is cancelled: Half-term." in page
    assert "After that:" in page


def test_somebody_known_is_found_by_name_and_put_on_the_register(group, browser_of):
    browser, home = browser_of(group.runs), f"/services/{group.service.pk}/group"
    assert "Enter their name" in browser.post(f"{home}/add", {"name": ""}).content.decode()
    assert "Nobody with that name" in browser.post(f"{home}/add", {"name": "Zebedee Unheard"}).content.decode()
    group.father.known_as = "Bill"
    group.father.save()
    for name in (group.father.name, f"{group.father.forename} {group.father.surname}x"):  # as called; and misspelt
        assert group.father.name in browser.post(f"{home}/add", {"name": name}).content.decode()
    chosen = {"name": group.father.name, "person": str(group.father.pk), **day("on", clock.today()), "add": "yes"}
    assert "only when they know of it" in browser.post(f"{home}/add", chosen).content.decode()
    assert not Signpost.objects.exists()
    added = browser.post(f"{home}/add", {**chosen, "knows": "on"})
    assert added.url == home
    assert "messages" not in added.cookies  # what is said of a child stays with the session
    assert browser.post(f"{home}/add", {**chosen, "knows": "on"}).url == home
    assert f"{group.father.name} is on the register." in browser.get(home).text
    assert Signpost.objects.get().person == group.father
    one = browser.get(f"/services/referrals/{Signpost.objects.get().pk}").content.decode()
    assert "Came by themselves" in one


def test_a_stranger_of_that_name_is_neither_found_nor_taken(group, browser_of):
    stranger = factories.family(children=1).parent
    browser, address = browser_of(group.runs), f"/services/{group.service.pk}/group/add"
    assert "Nobody with that name" in browser.post(address, {"name": stranger.name}).content.decode()
    forged = {"name": group.father.name, "person": str(stranger.pk), **day("on", TODAY), "knows": "on", "add": "yes"}
    assert "Choose who it is" in browser.post(address, forged).content.decode()
    assert not Signpost.objects.exists()


def test_a_secret_address_is_said_where_it_matters(group, browser_of):
    group.father.has_confidential_address = True
    group.father.save()
    browser, home = browser_of(group.runs), f"/services/{group.service.pk}/group"
    assert "must stay secret" in browser.post(f"{home}/add", {"name": group.father.name}).content.decode()
    group.add()
    assert "Secret address" in browser.get(home).content.decode()
    assert "Their address must stay secret." in browser.get(f"{home}/record").content.decode()


def test_others_read_the_page_and_the_wrong_roles_do_not(group, browser_of):
    group.add()
    session = group.meet(how={group.father: "came"})
    home, one = f"/services/{group.service.pk}/group", f"/services/sessions/{session.pk}"
    outsider = browser_of(factories.worker(Role.SOCIAL_CARE_MANAGER))
    page = outsider.get(home).content.decode()
    assert group.father.name in page  # an open record, which social care sees
    assert "Record a session" not in page
    assert outsider.get(f"{home}/record").status_code == 403
    elsewhere = browser_of(factories.worker())
    assert group.father.name not in elsewhere.get(home).content.decode()
    for address in (f"{home}/record", f"{home}/cancel", f"{home}/add", one, f"{one}/cancel"):
        assert elsewhere.get(address).status_code == 404
        assert elsewhere.post(address, typed(group)).status_code == 404
    for role in (Role.ANALYST, Role.EARLY_HELP_PCSO, Role.ACCOUNT_ADMINISTRATOR, Role.MASH_MANAGER):
        assert browser_of(factories.worker(role)).get(home).status_code == 403


def test_a_service_that_no_team_runs_has_no_group_page(group, browser_of):
    group.service.team = None
    group.service.save()
    assert browser_of(group.runs).get(f"/services/{group.service.pk}/group").status_code == 404


@pytest.mark.parametrize("name", ["Bartholomew-Ferdinand " * 5, "عبد الرحمن", "<script>alert(1)</script>"])
def test_long_and_foreign_names_are_shown_whole_and_never_run(group, browser_of, name):
    group.father.forename, group.father.known_as = name, ""
    group.father.save()
    group.add()
    group.meet(at=time(8, 0), how={group.father: "came"})
    page = browser_of(group.runs).get(f"/services/{group.service.pk}/group").content.decode()
    assert "<script>alert" not in page
    assert name.strip().replace("<", "&lt;").replace(">", "&gt;") in page
