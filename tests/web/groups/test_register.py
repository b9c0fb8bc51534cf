"""The register of a group: who is put on it, who sees whom, whom nobody has seen, and what the child's page says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import Grant
from kinfold.web.early_help import chronology
from kinfold.web.groups.models import Attendance
from kinfold.web.groups.selectors.groups import group_page
from kinfold.web.local.models import LocalValue
from kinfold.web.signposting import actions as signposting
from kinfold.web.signposting.models import Signpost
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY

CAME, ABSENT, SENT_WORD = Attendance.How.CAME, Attendance.How.ABSENT, Attendance.How.SENT_WORD


def weeks(number: int):
    return TODAY - timedelta(weeks=number)


def page_of(group, viewer=None):
    viewer = viewer or group.runs
    with group.as_app(viewer):
        return group_page(viewer, group.service, NOW)


def names_of(group, viewer=None):
    return [row.person.name for row in page_of(group, viewer).register.rows]


def test_whoever_comes_by_themselves_is_there_from_that_day_and_once(group):
    made = group.add(on=weeks(1))
    assert (made.way, made.began_on, made.person, made.is_there) == (Signpost.Way.CAME, weeks(1), group.father, True)
    assert group.add(on=TODAY).pk == made.pk
    assert names_of(group) == [group.father.name]


def test_a_session_recorded_of_that_day_has_them_down(group):
    session = group.meet(on=weeks(1))
    group.add(on=weeks(1))
    assert Attendance.objects.get().session == session
    group.add(group.family.children[0], on=TODAY)
    assert Attendance.objects.count() == 1  # no session is recorded of today


def test_whoever_waits_for_a_place_has_it_by_coming(group):
    episode = factories.episode(group.family, "early_help")
    group.service.takes_referrals = True
    group.service.save()
    with group.as_app(group.runs):
        waits = signposting.refer(service=group.service, about=episode, person=group.father, why="Company.",
                                  agreed=True, by=group.runs, at=NOW)  # fmt: skip
    made = group.add()
    assert (made.pk, made.began_on, made.way) == (waits.pk, TODAY, Signpost.Way.REFERRED)


@pytest.mark.parametrize(
    ("said", "why_not"),
    [({"knows": False}, "only when they know"), ({"on": TODAY + timedelta(days=1)}, "cannot be in the future")],
)
def test_nobody_is_put_on_a_register_who_does_not_know_or_for_a_day_to_come(group, said, why_not):
    with pytest.raises(ValidationError, match=why_not):
        group.add(**said)
    assert not Signpost.objects.exists()


def test_places_are_given_until_there_are_none(group):
    group.service.places = 1
    group.service.save()
    group.add()
    with pytest.raises(ValidationError, match="All places"):
        group.add(group.family.children[0])


def test_somebody_whose_record_one_may_not_see_is_not_there_to_add(group):
    stranger = factories.family(children=1).parent
    with pytest.raises(NotVisible):
        group.add(stranger)


def test_the_team_sees_whoever_comes_until_it_ends_and_others_see_a_number(group, colleague):
    made = group.add()
    group.meet(how={group.father: CAME})
    outsider = factories.worker()
    assert names_of(group, colleague) == [group.father.name]
    seen = page_of(group, outsider)
    assert (seen.register.rows, seen.register.hidden, seen.may_run) == ([], 1, False)
    with group.as_app(outsider):
        assert not Attendance.objects.exists()
    with group.as_app(group.runs):
        signposting.end(signpost=made, on=TODAY, outcome="completed", words="", by=group.runs, at=NOW)
    with group.as_app(colleague):
        assert not Attendance.objects.exists()


def test_a_restricted_child_on_a_register_is_seen_by_named_people_alone(group, colleague):
    group.family.record.level = "restricted"
    group.family.record.save()
    child = group.family.children[0]
    made = group.add(child)
    group.meet(how={child: CAME})
    assert not Grant.objects.filter(source_id=made.pk).exists()
    assert names_of(group) == [child.name]
    seen = page_of(group, colleague)
    assert (seen.register.rows, seen.register.hidden) == ([], 1)
    with group.as_app(colleague):
        assert not Attendance.objects.exists()


def test_a_colleague_who_does_not_see_somebody_leaves_their_mark_as_it_is(group, colleague, browser_of):
    group.family.record.level = "restricted"
    group.family.record.save()
    group.add()
    session = group.meet(how={group.father: CAME})
    page = browser_of(colleague).get(f"/services/sessions/{session.pk}").content.decode()
    assert group.father.name not in page
    typed = {"held_on-day": TODAY.day, "held_on-month": TODAY.month, "held_on-year": TODAY.year, "starts_at": "9:30am",
             "led_by": str(colleague.pk), "others": "4", "done": "", "version": session.version}  # fmt: skip
    assert browser_of(colleague).post(f"/services/sessions/{session.pk}", typed).status_code == 302
    assert Attendance.objects.get().how == CAME


def test_whoever_has_not_come_to_three_in_a_row_is_pointed_out(group):
    group.add(on=weeks(8))
    child = group.family.children[0]
    group.add(child, on=weeks(8))
    for back, (father, kid) in enumerate([(SENT_WORD, ABSENT), (ABSENT, ABSENT), (ABSENT, CAME), (CAME, ABSENT)]):
        group.meet(on=weeks(back + 1), how={group.father: father, child: kid})
    group.meet(on=TODAY, cancelled_because="Snow")  # counts neither way
    rows = {row.person: row for row in page_of(group).register.rows}
    assert (rows[group.father].unseen, rows[group.father].pointed_out) == (3, True)
    assert (rows[child].unseen, rows[child].pointed_out) == (2, False)
    assert rows[child].how == (ABSENT, CAME, ABSENT, ABSENT)
    LocalValue.objects.create(key="group_unseen_sessions", value=4, valid_from=LONG_AGO, set_by=group.runs)
    again = page_of(group)
    assert (again.most_unseen, [row.pointed_out for row in again.register.rows]) == (4, [False, False])


def test_a_session_of_which_nobody_said_anything_counts_neither_way(group):
    group.meet(on=weeks(1))
    group.meet(on=weeks(2))
    group.meet(on=weeks(3))
    group.add(on=weeks(4))
    group.meet(on=weeks(4), how={group.father: ABSENT})
    (row,) = page_of(group).register.rows
    assert (row.unseen, row.how) == (1, (ABSENT, "", "", ""))


def test_the_next_session_passes_over_what_is_called_off_and_gaps_are_pointed_out(group):
    group.meet(on=weeks(1))
    page = page_of(group)
    assert [one.on for one in page.next] == [TODAY]  # at ten, until half past eleven
    assert [one.on for one in page.missing] == [weeks(2)]
    group.service.created_at = NOW - timedelta(days=3)
    assert page_of(group).missing == []
    group.meet(on=TODAY, cancelled_because="The room is being painted")
    page = page_of(group)
    assert [(one.on, one.called_off) for one in page.next] == [
        (TODAY, "The room is being painted"), (TODAY + timedelta(weeks=1), ""),
    ]  # fmt: skip


def test_the_first_day_and_the_last_stand_in_the_chronology_of_the_child_and_not_each_session(group):
    child = group.family.children[0]
    group.add(on=weeks(8))
    for back, how in enumerate((ABSENT, CAME, CAME, CAME)):
        group.meet(on=weeks(back), how={group.father: how})

    def lines(of, since):
        with group.as_app(group.runs):
            found = chronology.entries(child=of, viewer=group.runs, since=since)
        return [(one.title, one.text, one.at) for one in found if "register" not in one.title]

    first, last = "Came to Dadzclub for the first time", "Last came to Dadzclub"
    assert sorted(lines(group.father, weeks(9))) == [(first, "", weeks(3)), (last, "3 times so far", weeks(1))]
    name = group.father.name
    assert sorted(lines(child, weeks(9))) == [(first, name, weeks(3)), (last, f"{name}. 3 times so far", weeks(1))]
    assert [title for title, _, _ in lines(child, weeks(2))] == [last]


def test_being_on_the_register_and_its_end_stand_in_the_chronology_and_on_who_is_there(group, browser_of):
    made = group.add(on=weeks(2))
    who = browser_of(group.runs).get(f"/services/{group.service.pk}/families").content.decode()
    assert "Came by themselves" in who
    with group.as_app(group.runs):
        signposting.end(signpost=made, on=TODAY, outcome="enough", words="", by=group.runs, at=NOW)
        (line,) = chronology.entries(child=group.father, viewer=group.runs, since=weeks(3))
    assert line.title == "On the register of Dadzclub"
    assert line.text.startswith("Came by themselves. They stopped because it had helped enough, 12 June 2024")


def test_whoever_has_died_is_not_missed_and_it_is_said(group, browser_of):
    group.add(on=weeks(8))
    for back in range(1, 5):
        group.meet(on=weeks(back), how={group.father: ABSENT})
    group.father.died_on = weeks(1)
    group.father.save()
    (row,) = page_of(group).register.rows
    assert (row.unseen, row.pointed_out) == (4, False)
    page = browser_of(group.runs).get(f"/services/{group.service.pk}/group").content.decode()
    assert "Died 5 June 2024" in page


def test_another_child_of_the_family_who_comes_stands_on_their_own_page_alone(group):
    sibling = factories.child(group.family)
    group.add(sibling)
    group.meet(how={sibling: CAME})
    with group.as_app(group.runs):
        found = chronology.entries(child=group.family.children[0], viewer=group.runs, since=LONG_AGO)
    assert [one.title for one in found] == []


def test_where_an_address_is_secret_a_school_that_runs_a_group_is_not_named(group):
    child = group.family.children[0]
    child.has_confidential_address = True
    child.save()
    group.add(child)
    group.meet(how={child: CAME})
    factories.setting(agency=group.service.team.agency)
    reader = factories.worker(on=group.family)
    with group.as_app(reader):
        found = chronology.entries(child=child, viewer=reader, since=LONG_AGO)
    assert "Came to a group for the first time" in [one.title for one in found]
