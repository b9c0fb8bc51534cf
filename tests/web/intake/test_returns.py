"""A return is asked for, filled in as typed, signed off by a person, chased when late and revised with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import Record
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.intake.actions import asking, filling, signing
from kinfold.web.intake.models import Answer, Return, ReturnedFigure, ReturnVersion
from kinfold.web.intake.selectors import filling as selectors
from kinfold.web.intake.selectors.returns import returns
from kinfold.web.notices.models import Notice
from tests.factories import team, worker
from tests.web.intake.conftest import JULY, NEXT_QUARTER, OCTOBER, QUARTER, figures

ARRESTS = "exploitation.arrests_for_sexual_exploitation"
WHOLE = "Whole, value"


def save(of, by, value, *, key=ARRESTS, note="", version=0):
    return filling.save(of=of, indicator=key, typed={WHOLE: value}, note=note, version=version, by=by, now=JULY)


def answer(viewer, of, key=ARRESTS):
    return next(each for each in selectors.filled(viewer, of) if each.one.key == key)


def test_an_agency_is_asked_once_and_told(asked, contact, analyst):
    assert asking.ask(period=QUARTER, by=analyst, now=JULY, today=JULY.date()) == []
    assert [(row.agency.name, row.period) for row in Return.objects.all()] == [("Hampshire Constabulary", QUARTER)]
    assert asked.record.level == Record.Level.RESTRICTED
    assert Notice.objects.get(user=contact).words == "Your agency’s figures for the quarter are asked for"


def test_it_is_due_twenty_working_days_after_the_quarter(asked, contact):
    deadline = Deadline.objects.get(about_id=asked.pk)
    assert (deadline.due, deadline.user) == (date(2024, 7, 26), contact)


def test_a_quarter_that_is_not_over_is_not_asked_for(analyst):
    with pytest.raises(ValidationError, match="when the quarter is over"):
        asking.ask(period=QUARTER, by=analyst, now=JULY, today=date(2024, 6, 30))


def test_only_those_who_oversee_ask(contact):
    with pytest.raises(Refused):
        asking.ask(period=QUARTER, by=contact, now=JULY, today=JULY.date())


def test_another_agencys_return_is_not_there(asked, as_app, browser_of):
    stranger = worker(Role.AGENCY_DATA_CONTACT, team=team("health"))
    with as_app(stranger):
        assert not Return.objects.exists()
        assert returns(stranger) == []
    assert browser_of(stranger).get(f"/returns/{asked.pk}").status_code == 404
    with pytest.raises(NotVisible):
        save(asked, stranger, "3")


def test_those_who_see_every_open_record_see_no_return(asked, as_app):
    manager = worker(Role.MASH_MANAGER)
    with as_app(manager):
        assert not Return.objects.exists()
        assert not Answer.objects.exists()


def test_what_is_typed_is_kept_even_when_it_is_wrong(asked, contact):
    save(asked, contact, " about a dozen ")
    kept = Answer.objects.get(of=asked)
    assert kept.typed == {WHOLE: "about a dozen"}
    assert [fault.words for fault in answer(contact, asked).faults] == ["Arrests must be a number, such as 14"]


def test_every_version_of_what_was_typed_is_in_the_history(asked, contact):
    save(asked, contact, "oops")
    save(asked, contact, "3", version=1)
    history = Answer.pgh_event_model.objects.order_by("pgh_id")
    assert [event.typed[WHOLE] for event in history] == ["oops", "3"]


def test_two_who_type_at_once_do_not_overwrite_each_other(asked, contact):
    save(asked, contact, "3")
    with pytest.raises(StaleVersion):
        save(asked, contact, "4", version=0)
    save(asked, contact, "5", version=1)
    with pytest.raises(StaleVersion) as stale:
        save(asked, contact, "6", version=1)
    mine, theirs = stale.value.both(Answer)
    assert (mine.typed[WHOLE], theirs.typed[WHOLE]) == ("6", "5")


def test_a_figure_of_another_agency_is_not_asked_for(asked, contact):
    with pytest.raises(ValidationError, match="not asked for in this return"):
        save(asked, contact, "3", key="send.plans")


def test_saving_is_not_signing(asked, contact, fill):
    fill(asked)
    assert not ReturnVersion.objects.exists()
    assert Return.objects.get().state == Return.State.OPEN


def test_a_return_with_something_missing_or_wrong_is_not_signed(asked, contact, fill):
    fill(asked)
    save(asked, contact, "lots", version=1)
    with pytest.raises(ValidationError, match="missing or need to be mended"):
        signing.sign_off(of=asked, version=1, by=contact, now=JULY, today=JULY.date())


def test_a_figure_that_cannot_be_given_is_signed_as_not_given(asked, contact, fill):
    fill(asked)
    save(asked, contact, "", note="The system was down", version=1)
    signing.sign_off(of=asked, version=1, by=contact, now=JULY, today=JULY.date())
    row = ReturnedFigure.objects.get(indicator=ARRESTS)
    assert (row.value, row.numerator, row.note) == (None, None, "The system was down")


def test_signing_off_names_the_person_meets_the_deadline_and_tells_the_analysts(signed, contact, analyst):
    version = ReturnVersion.objects.get()
    assert (version.number, version.signed_off_by, version.signed_off_at) == (1, contact, JULY)
    assert Deadline.objects.get(about_id=signed.pk).met_at == JULY
    assert Notice.objects.get(user=analyst).words == "An agency has signed off its figures for the quarter"
    assert AuditEvent.objects.filter(action="return.signed_off", user_id=contact.pk).exists()


def test_what_was_signed_is_never_changed_by_anybody(signed):
    for rows in (ReturnVersion.objects.all(), ReturnedFigure.objects.all()):
        with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
            rows.update(created_at=OCTOBER)
        with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
            rows._raw_delete("default")


def test_a_signed_return_is_not_typed_into(signed, contact):
    with pytest.raises(ValidationError, match="This return is signed off"):
        save(signed, contact, "4", version=1)


def revise(of, by, value, *, reason="Two were counted twice"):
    signing.reopen(of=of, reason=reason, version=of.version, by=by)
    of.refresh_from_db()
    save(of, by, value, version=of.answers.get(indicator=ARRESTS).version)
    version = signing.sign_off(of=of, version=of.version, by=by, now=OCTOBER, today=OCTOBER.date())
    of.refresh_from_db()
    return version


def test_a_revision_has_a_reason_and_keeps_every_earlier_version(signed, contact):
    second = revise(signed, contact, "10")
    assert (second.number, second.reason) == (2, "Two were counted twice")
    values = ReturnedFigure.objects.filter(indicator=ARRESTS, by="").order_by("version__number")
    assert [row.value for row in values] == [12, 10]


def test_a_revision_without_a_reason_or_a_change_is_refused(signed, contact):
    with pytest.raises(ValidationError, match="Say why"):
        signing.reopen(of=signed, reason=" ", version=signed.version, by=contact)
    with pytest.raises(ValidationError, match="No figure differs"):
        revise(signed, contact, "12")


def test_an_open_return_needs_no_opening(asked, contact):
    with pytest.raises(ValidationError, match="not signed off yet"):
        signing.reopen(of=asked, reason="A slip", version=1, by=contact)


def test_two_cannot_sign_one_return(signed, contact):
    with pytest.raises(ValidationError, match="signed off"):
        signing.sign_off(of=signed, version=1, by=contact, now=JULY, today=JULY.date())


def test_an_analyst_neither_fills_in_nor_signs(asked, analyst):
    with pytest.raises(Refused):
        save(asked, analyst, "3")
    with pytest.raises(Refused):
        signing.sign_off(of=asked, version=1, by=analyst, now=JULY, today=JULY.date())


def test_the_next_quarters_return_shows_what_was_signed_last_time(signed, contact, analyst):
    (after,) = asking.ask(period=NEXT_QUARTER, by=analyst, now=OCTOBER, today=OCTOBER.date())
    found = answer(contact, after)
    assert (found.typed, found.saved, found.done) == ({WHOLE: "12"}, False, False)
    revise(signed, contact, "10")
    assert answer(contact, after).last_time == {WHOLE: "10"}


def test_figures_of_last_time_that_nobody_saved_cannot_be_signed(signed, contact, analyst):
    (after,) = asking.ask(period=NEXT_QUARTER, by=analyst, now=OCTOBER, today=OCTOBER.date())
    with pytest.raises(ValidationError, match="missing or need to be mended"):
        signing.sign_off(of=after, version=1, by=contact, now=OCTOBER, today=OCTOBER.date())


def test_a_late_return_is_chased_once_a_week_until_it_is_signed(asked, contact, analyst, fill):
    def chased(days):
        at = JULY + timedelta(days=days)
        count = asking.keep_up(by=analyst, now=at, today=at.date())
        Notice.objects.update(read_at=at)
        return count

    assert [chased(20), chased(24), chased(25), chased(30), chased(31)] == [0, 1, 0, 0, 1]
    late = Notice.objects.filter(user=contact, words="Your agency’s figures for the quarter are late")
    assert late.count() == 2
    fill(asked, number=3)
    signing.sign_off(of=asked, version=1, by=contact, now=JULY, today=JULY.date())
    assert chased(60) == 0


def test_keeping_up_asks_for_the_quarter_that_ended_and_opens_returns_to_new_contacts(asked, police, analyst, as_app):
    newcomer = worker(Role.AGENCY_DATA_CONTACT, team=team("police", agency=police))
    with as_app(newcomer):
        assert not Return.objects.exists()
    asking.keep_up(by=analyst, now=OCTOBER, today=OCTOBER.date())
    assert set(Return.objects.values_list("period", flat=True)) == {QUARTER, NEXT_QUARTER}
    with as_app(newcomer):
        assert Return.objects.count() == 2


def test_the_daily_job_runs_in_the_name_of_an_overseer(contact, analyst, monkeypatch):
    from kinfold.web.core import clock
    from kinfold.web.intake import tasks

    monkeypatch.setattr(clock, "now", lambda: JULY)
    monkeypatch.setattr(clock, "today", lambda: JULY.date())
    tasks.keep_up(timestamp=0)
    assert Return.objects.get().period == QUARTER
    assert AuditEvent.objects.get(action="return.asked_for").user_id == analyst.pk


def test_a_whole_quarter_is_signed_as_it_was_typed(signed):
    rows = ReturnedFigure.objects.filter(version__of=signed)
    typed = figures(QUARTER, 12)
    assert rows.values("indicator").distinct().count() == len(typed)
    whole = {row.indicator: row.value for row in rows if not row.by}
    assert set(whole.values()) == {12}
