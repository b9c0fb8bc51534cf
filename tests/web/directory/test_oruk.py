"""The directory as Open Referral UK: what anybody may read, what another's feed brings, and what stays ours."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from kinfold.web.access.permissions import Role
from kinfold.web.directory import actions, opening
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.directory.oruk import reading, writing
from kinfold.web.directory.oruk.taking_in import TakenIn, take_in
from tests import factories
from tests.factories.days import NOW
from tests.web.conftest import AppClient
from tests.web.directory.test_directory import enter

AREA = "Portsmouth"
WHOLE = {
    "description": "Play on Saturdays.", "state": "paused", "alert": "Full until May", "needs": ["fathers", "friends"],
    "minimum_age": 2, "maximum_age": 5, "eligibility": "Any man who looks after a child.", "cost": "some_pay",
    "cost_note": "£2 a child", "wards": ["Fratton"], "place": "4 Pretend Street", "postcode": "PO1 5ZZ",
    "opening_note": "In term time", "accessibility": "Step-free", "takes_referrals": True,
    "telephone": "01632 960401", "email": "dads@example.org", "website": "https://example.org/dads",
}  # fmt: skip


@pytest.fixture
def keeper():
    return factories.worker()


def theirs(**changed: Any) -> dict[str, Any]:
    return {"id": "abc", "name": "Knit and natter", "status": "active", "organization": {"name": "Sail Together"},
            "phones": [{"number": "01632 960499"}], **changed}  # fmt: skip


def at_place(**address: str) -> dict[str, Any]:
    return {"service_at_locations": [{"location": {"addresses": [address]}}]}


def taken(by, *services: dict[str, Any], at=NOW) -> TakenIn:
    return take_in(source="Southampton", found=reading.read(json.dumps(services).encode(), AREA), by=by, at=at)


def test_anybody_reads_the_feed_page_by_page_and_nobody_who_checks_is_named(keeper):
    for number in range(3):
        enter(keeper, f"Service {number}")
    Service.objects.filter(pk=enter(keeper, "Gone").pk).update(state="closed")
    stranger = AppClient()
    assert stranger.get("/api/oruk/").json()["version"] == "HSDS-UK-3.0"
    page = stranger.get("/api/oruk/services?page=2&per_page=2").json()
    assert (page["total_items"], page["total_pages"], page["size"], page["last_page"]) == (3, 2, 1, True)
    assert [one["name"] for one in page["contents"]] == ["Service 2"]
    assert stranger.get("/api/oruk/services?page=99").json()["empty"]
    assert stranger.get("/api/oruk/services?search=service 1").json()["total_items"] == 1
    one = stranger.get(f"/api/oruk/services/{page['contents'][0]['id']}")
    assert one.json()["status"] == "active"
    assert keeper.name not in one.content.decode()
    assert keeper.email not in one.content.decode()
    assert stranger.get(f"/api/oruk/services/{keeper.pk}").status_code == 404


@pytest.mark.parametrize("wrong", ["page=x", "page=0", "per_page=101", "page=-1", "page=" + "9" * 30])
def test_a_page_that_cannot_be_is_refused_in_words(wrong: str):
    answer = AppClient().get(f"/api/oruk/services?{wrong}")
    assert answer.status_code == 400
    assert "whole numbers" in answer.json()["error"]


def test_what_is_written_reads_back_as_it_was(keeper):
    ours = enter(keeper, hours="Monday to Friday 9am to 5pm\nSaturday 10am to 1pm\nSaturday 2pm to 4pm", **WHOLE)
    (told,) = reading.read(json.dumps(writing.whole(ours, AREA)).encode(), AREA).services
    assert told.organisation == ours.organisation.name
    assert told.entry == {name: getattr(ours, name) for name in told.entry}


def test_new_ones_are_entered_changed_ones_changed_and_nobody_has_checked_them(keeper, as_app):
    with as_app(keeper):
        first = taken(keeper, theirs(), theirs(id="d", name="Choir", email="choir@example.org"))
        assert ([one.name for one in first.entered], first.same) == (["Knit and natter", "Choir"], 0)
        again = taken(keeper, theirs(), theirs(id="d", name="Choir for all", email="choir@example.org"))
    assert ([one.name for one in again.changed], again.same, again.entered) == (["Choir for all"], 1, [])
    held = Service.objects.get(source_id="d")
    assert (held.name, held.assured_at, held.source, held.version) == ("Choir for all", None, "Southampton", 2)
    assert Organisation.objects.count() == 1


def test_a_new_service_of_the_name_that_another_takes_on_in_the_same_file_is_refused_alone(keeper, as_app):
    with as_app(keeper):
        taken(keeper, theirs(id="d", name="Choir"))
        again = taken(keeper, theirs(id="d", name="Singers"), theirs(id="e", name="Singers"))
    assert ([one.name for one in again.changed], [name for name, _ in again.failed]) == (["Singers"], ["Singers"])
    assert [one.source_id for one in Service.objects.filter(name="Singers")] == ["d"]


def test_what_was_changed_here_since_is_not_overwritten(keeper, as_app):
    with as_app(keeper):
        taken(keeper, theirs())
        held = Service.objects.get()
        actions.change(service=held, organisation="Sail Together", told={"alert": "Moved"}, version=1, by=keeper,
                       at=NOW + timedelta(days=1))  # fmt: skip
        again = taken(keeper, theirs(description="Wool for all"), at=NOW + timedelta(days=2))
    assert ([one.pk for one in again.kept], again.changed) == ([held.pk], [])
    assert Service.objects.get().alert == "Moved"


def test_an_entry_of_ours_is_not_taken_over_by_its_name_or_its_own_key(keeper, as_app):
    with as_app(keeper):
        ours = enter(keeper, "Knit and natter")
        Organisation.objects.update(name="Sail Together")
        found = taken(keeper, theirs(), {**writing.whole(ours, AREA), "name": "Hijacked"})
    assert [name for name, _ in found.failed] == ["Knit and natter", "Hijacked"]
    assert Service.objects.get().source == ""


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"id": ""}, "no id"),
        ({"name": None}, "no name"),
        ({"status": "open"}, "status"),
        ({"minimum_age": "four"}, "age in years"),
        ({"minimum_age": 9, "maximum_age": 4}, "below its youngest"),
        ({"minimum_age": 60}, "over 25"),
        ({"phones": []}, "no way to reach it"),
        ({"url": "javascript:alert(1)"}, "address of a website"),
        ({"email": "x"}, "e-mail"),
        ({"name": "x" * 201}, "201 characters"),
        ({"description": {"a": 1}}, "not text"),
        (at_place(address_1="x" * 250, city="y" * 100), "352 characters together"),
        (at_place(address_1="4 Pretend Street", postal_code="ß" * 15), "30 characters"),
    ],
)
def test_a_service_that_cannot_be_kept_is_said_with_why_and_the_others_come(wrong, why, keeper, as_app):
    with as_app(keeper):
        done = taken(keeper, theirs(**wrong), theirs(id="z", name="Choir"))
    assert [one.name for one in done.entered] == ["Choir"]
    assert why in done.failed[0][1]


@pytest.mark.parametrize("hostile", ["Knit \\u0000", "Knit \\ud800", "Knit \\u202e"])
def test_characters_that_no_database_keeps_do_no_harm(hostile, keeper, as_app):
    content = json.dumps([theirs(name="HERE")]).replace("HERE", hostile).encode()
    with as_app(keeper):
        take_in(source="S", found=reading.read(content, AREA), by=keeper, at=NOW)
    assert Service.objects.get().name.startswith("Knit")


def test_hours_that_are_not_every_week_stay_words():
    week = {"freq": "WEEKLY", "byday": "MO,XX", "opens_at": "09:00:00Z", "closes_at": "17:00"}
    month = {"freq": "MONTHLY", "byday": "2TU", "opens_at": "09:00", "closes_at": "10:00", "description": "2nd Tuesday"}
    (told,) = reading.read(json.dumps(theirs(schedules=[week, month])).encode(), AREA).services
    assert opening.lines(opening.sessions_of(told.entry["opening"])) == ["Monday, 9am to 5pm"]
    assert told.entry["opening_note"] == "2nd Tuesday"


def test_the_page_takes_a_file_in_for_those_who_keep_the_directory(browser_of, keeper):
    def send(content: bytes, source: str = "Southampton") -> str:
        file = SimpleUploadedFile("feed.json", content)
        return str(browser_of(keeper).post("/services/take-in", {"source": source, "file": file}).content.decode())

    page = send(json.dumps({"contents": [theirs(), theirs(id="q", status="?")]}).encode())
    assert "1 new service" in page
    assert "1 service not taken in" in page
    assert "The file is not JSON." in send(b"<xml/>")
    assert "There is no service in it" in send(b"[]")
    teacher = browser_of(factories.worker(Role.SAFEGUARDING_LEAD))
    assert teacher.get("/services/take-in").status_code == 403


def test_thousands_take_the_same_number_of_statements_as_one(keeper, as_app, django_assert_max_num_queries):
    many = [theirs(id=str(number), name=f"Service {number}") for number in range(400)]
    with as_app(keeper), django_assert_max_num_queries(16):
        assert len(taken(keeper, *many).entered) == 400


def test_no_source_is_no_feed(keeper, as_app):
    with as_app(keeper), pytest.raises(ValidationError, match="whose directory"):
        take_in(source=" ", found=reading.read(json.dumps([theirs()]).encode(), AREA), by=keeper, at=NOW)
