"""A file is taken in: each change of one known person, once; what is in doubt waits; of others nothing is kept."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.changes.actions import accept
from kinfold.web.changes.models import ChangeFile, PutAside
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Address, Identifier, OtherName, Person, Schooling
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY
from tests.web.changes.sent import ADDRESS, OTHER_NHS, SCHOOL, SURGERY, UPN, file, run_job

JUNE_3 = date(2024, 6, 3)
NEW = [("Eelgrass School", JUNE_3, None), ("9 Quay Street", JUNE_3, None), ("The Drayton Surgery", JUNE_3, None)]


def test_school_surgery_and_address_are_recorded_and_what_was_before_ends(taken_in, known, counted, lives):
    maya = known()
    taken = taken_in(file(SCHOOL, SURGERY, ADDRESS))
    assert counted(taken) == {"recorded": 3}
    assert bytes(taken.content) == b""
    assert lives(maya) == [
        ("12 Example Road", LONG_AGO, JUNE_3), ("Old School", LONG_AGO, JUNE_3), *sorted(NEW),
    ]  # fmt: skip
    events = AuditEvent.objects.filter(person_ids__contains=[maya.pk], details__file=str(taken.pk))
    assert sorted(events.values_list("action", flat=True)) == ["address.recorded", *["person.schooling_recorded"] * 2]
    assert AuditEvent.objects.get(action="changes.taken_in").details["recorded"] == 3


def test_the_same_file_sent_twice_changes_nothing_the_second_time_whatever_came_between(
    taken_in, known, counted, lives
):
    maya = known()
    first = file(SCHOOL, SURGERY, ADDRESS, SCHOOL | {"surname": "Other"})
    assert counted(taken_in(first)) == {"recorded": 3, "put_aside": 1}
    taken_in(file(ADDRESS | {"line_1": "1 Later Road", "from_day": "2024-06-10"},
                  SCHOOL | {"place_number": "", "from_day": "", "left_on": "2024-06-11"}))  # fmt: skip
    before = lives(maya)
    assert counted(taken_in(first)) == {"known_before": 4}
    assert lives(maya) == before
    assert PutAside.objects.count() == 1


def test_a_job_that_runs_twice_takes_it_in_once(hub, council, known, new_school):
    known()
    made = accept(agency=council, name="a.csv", content=file(SCHOOL), by=hub, at=NOW)
    again = accept(agency=council, name="b.csv", content=file(SCHOOL), by=hub, at=NOW)
    assert again.pk == made.pk
    for _ in range(2):
        run_job(made.pk, hub)
    made.refresh_from_db()
    assert (made.recorded, Schooling.objects.filter(setting=new_school).count()) == (1, 1)


def test_two_changes_of_one_child_are_recorded_in_the_order_of_their_days(taken_in, known, counted, lives):
    maya = known()
    later = ADDRESS | {"line_1": "1 Later Road", "from_day": "2024-06-10"}
    assert counted(taken_in(file(later, ADDRESS))) == {"recorded": 2}
    assert lives(maya)[-2:] == [("9 Quay Street", JUNE_3, date(2024, 6, 10)), ("1 Later Road", date(2024, 6, 10), None)]


def test_who_left_before_they_began_elsewhere_has_the_days_between_nowhere(taken_in, known, lives):
    maya = known()
    taken_in(file(SCHOOL | {"left_on": "2024-05-20"}, ADDRESS | {"left_on": "2024-05-21"}))
    assert lives(maya)[:2] == [
        ("12 Example Road", LONG_AGO, date(2024, 5, 21)), ("Old School", LONG_AGO, date(2024, 5, 20)),
    ]  # fmt: skip


def test_a_child_who_left_is_at_no_school_and_a_school_they_are_not_at_ends_nothing(taken_in, known, counted, lives):
    maya = known()
    left = SCHOOL | {"place_number": "", "from_day": "", "left_on": "2024-05-20"}
    assert counted(taken_in(file(left | {"place_number": "116000"}))) == {"known_before": 1}
    assert counted(taken_in(file(left))) == {"recorded": 1}
    assert ("Old School", LONG_AGO, date(2024, 5, 20)) in lives(maya)


def test_lines_about_children_nobody_works_with_are_counted_and_forgotten(taken_in, known, counted):
    known()
    strangers = [SCHOOL | {"nhs_number": OTHER_NHS, "surname": "Hazelwick"}, SCHOOL | {"born_on": "2018-03-02"}]
    taken = taken_in(file(*strangers))
    assert counted(taken) == {"not_known": 2}
    assert (Person.objects.count(), PutAside.objects.count(), Schooling.objects.count()) == (1, 0, 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(kept)::text FROM changes_changefile AS kept")
        kept = cursor.fetchone()[0]
    assert "Hazelwick" not in kept
    assert OTHER_NHS not in kept
    assert "Hazelwick" not in str(list(AuditEvent.objects.values()))


def test_another_last_name_waits_and_one_that_they_had_does_not(taken_in, known, counted):
    maya = known(surname="Élm-Tree")
    taken = taken_in(file(SCHOOL, SURGERY | {"surname": "elm tree"}))
    assert counted(taken) == {"recorded": 1, "put_aside": 1}
    assert PutAside.objects.get().why == "surname"
    OtherName.objects.create(person=maya, name="Maya Larch", kind="former", noted_on=TODAY, record=maya.record)
    assert counted(taken_in(file(SCHOOL))) == {"recorded": 1}
    assert (PutAside.objects.get().outcome, PutAside.objects.get().said) == ("taken_in", {})


def test_a_last_name_of_signs_alone_is_nobodys(taken_in, known, counted):
    maya = known(surname="")
    OtherName.objects.create(person=maya, name="…", kind="alias", noted_on=TODAY, record=maya.record)
    assert counted(taken_in(file(SCHOOL | {"surname": "…"}))) == {"put_aside": 1}


@pytest.mark.parametrize("born_on", [date(2018, 3, 1), date(2010, 1, 1)])
def test_two_people_with_the_number_are_not_chosen_between(taken_in, known, counted, lives, born_on):
    one, other = known(), known(surname="Another", born_on=born_on)
    before = lives(one), lives(other)
    assert counted(taken_in(file(SCHOOL))) == {"put_aside": 1}
    assert PutAside.objects.get().why == "unsure"
    assert (lives(one), lives(other)) == before


def test_two_numbers_of_two_people_are_not_chosen_between(taken_in, known, counted):
    known()
    known(UPN, "upn", born_on=date(2010, 1, 1))
    assert counted(taken_in(file(SCHOOL | {"upn": UPN}))) == {"put_aside": 1}


def test_both_numbers_of_one_child_are_one_child(taken_in, known, counted):
    maya = known()
    Identifier.objects.create(person=maya, kind="former_upn", value=UPN, record=maya.record)
    assert counted(taken_in(file(SCHOOL | {"upn": UPN}))) == {"recorded": 1}


def test_a_joined_record_is_the_person_who_is_used(taken_in, known, counted, lives):
    old, used = known(), factories.person(surname="Larch", born_on=date(2018, 3, 1))
    Person.objects.filter(pk=old.pk).update(merged_into=used)
    assert counted(taken_in(file(SCHOOL))) == {"recorded": 1}
    assert lives(used) == [("Eelgrass School", JUNE_3, None)]


@pytest.mark.parametrize("began", [JUNE_3, date(2024, 6, 10)])
def test_a_change_that_is_no_newer_than_what_is_recorded_waits(taken_in, known, counted, lives, began):
    maya = known()
    Address.objects.filter(person=maya).update(started_on=began)
    assert counted(taken_in(file(ADDRESS))) == {"put_aside": 1}
    assert PutAside.objects.get().why == "older"
    assert [one for one in lives(maya) if one[0] == "9 Quay Street"] == []


def test_a_child_in_a_placement_is_not_moved_home_by_a_file(taken_in, known, counted):
    maya = known()
    factories.address(maya, line_1="3 Carer Road", kind="placement")
    assert counted(taken_in(file(ADDRESS))) == {"put_aside": 1}


def test_a_line_that_is_sent_twice_in_one_file_is_recorded_or_put_aside_once(taken_in, known, counted):
    known()
    lines = [SCHOOL, SCHOOL, SURGERY | {"surname": "Other"}, SURGERY | {"surname": "OTHER"}]
    assert counted(taken_in(file(*lines))) == {"recorded": 1, "put_aside": 1, "known_before": 2}


def test_wrong_lines_are_kept_as_line_and_column_alone_and_the_others_are_recorded(taken_in, known, counted, browser_of,
                                                                                    hub):  # fmt: skip
    known()
    taken = taken_in(file(SCHOOL, SCHOOL | {"from_day": "Hazelwick"}))
    assert counted(taken) == {"recorded": 1, "failed": 1}
    assert [fault[:2] for fault in taken.faults] == [[3, "from_day"]]
    page = browser_of(hub).get(f"/changes/files/{taken.pk}").text
    assert "1 line to mend" in page
    assert "This is not a day" in page
    given = browser_of(hub).get(f"/changes/files/{taken.pk}/faults.csv").content.decode("utf-8-sig")
    assert given.splitlines()[1].startswith("3,from_day,This is not a day")
    assert "Hazelwick" not in page + given


def test_nobody_without_the_permission_takes_a_file_in(council, as_app, browser_of):
    for role in (Role.SAFEGUARDING_LEAD, Role.EARLY_HELP_MANAGER, Role.ANALYST, Role.AGENCY_DATA_CONTACT):
        user = factories.worker(role)
        with as_app(user), pytest.raises(Refused):
            accept(agency=council, name="a.csv", content=file(SCHOOL), by=user, at=NOW)
        assert browser_of(user).get("/changes/").status_code == 403
    assert not ChangeFile.objects.exists()


def test_a_colleague_of_the_team_sees_the_file_and_nobody_else_does(taken_in, hub, browser_of):
    taken = taken_in(file(SCHOOL))
    colleague, other = factories.worker(Role.MASH_MANAGER, team=hub.teams[0]), factories.worker(Role.MASH_MANAGER)
    assert browser_of(colleague).get(f"/changes/files/{taken.pk}").status_code == 200
    assert browser_of(other).get(f"/changes/files/{taken.pk}").status_code == 404
    assert str(taken.pk) not in browser_of(other).get("/changes/").text


@pytest.mark.parametrize("content", [b"PK\x03\x04sheet", b"colour\nblue", b"\xff\xfe", b"x" * (10 * 1024 * 1024 + 1)])
def test_a_page_refuses_a_file_that_is_none_and_keeps_who_sent_it(hub, council, browser_of, content):
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = browser_of(hub).post("/changes/", {"agency": council.pk, "file": SimpleUploadedFile("a.csv", content)})
    assert answer.status_code == 200
    assert "There is a problem" in answer.text
    assert f'value="{council.pk}" selected' in answer.text
    assert not ChangeFile.objects.exists()


def test_what_cannot_be_taken_in_however_often_it_is_tried_is_said_to_be_so(hub, council, known, browser_of):
    known()
    made = accept(agency=council, name="a.csv", content=file(SCHOOL), by=hub, at=NOW)
    ChangeFile.objects.filter(pk=made.pk).update(content=b"broken since")
    with pytest.raises(ValueError, match="no column"):
        run_job(made.pk, hub, attempts=3)
    made.refresh_from_db()
    assert (made.stopped_at is not None, bytes(made.content)) == (True, b"")
    assert Notice.objects.filter(user=hub, about_id=made.pk).count() == 1
    assert "could not be taken in" in browser_of(hub).get(f"/changes/files/{made.pk}").text


def test_a_file_with_an_address_that_no_database_keeps_is_refused(hub, council, as_app):
    with as_app(hub), pytest.raises(ValidationError):
        accept(agency=council, name="a.csv", content=file(ADDRESS | {"town": "Ports\x00mouth"}), by=hub, at=NOW)


def test_hundreds_are_matched_with_the_same_questions_as_one(taken_in, known, django_assert_max_num_queries):
    known()
    strangers = [SCHOOL | {"upn": "", "born_on": "2015-01-01", "surname": f"S{n}"} for n in range(400)]
    with django_assert_max_num_queries(60):
        assert taken_in(file(*strangers, SCHOOL)).not_known == 400
