"""A board's report: drafted, written by named people, signed off by a second one, and never changed after that."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from kinfold.reports import fingerprint, from_json, to_json
from kinfold.web.access.checks import Refused
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.versions import StaleVersion
from kinfold.web.insight.actions import reports as actions
from kinfold.web.insight.actions import sections
from kinfold.web.insight.models import Figure, FrozenFile, Release, Report, Section
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.local.models import LocalValue
from kinfold.web.partnership.models import Duty, StrategyAction
from tests.factories import worker
from tests.web.insight.conftest import NOW, QUARTER, SO_FAR, TODAY

WELL = "Families are met sooner.\n\nSchools write more plans themselves."
IMPROVE = "Too few plans carry the child’s own words."


@pytest.fixture
def draft(release, duty, analyst) -> Report:
    return begin(duty, QUARTER, analyst)


@pytest.fixture
def written(draft, analyst) -> Report:
    for section in selectors.sections_of(draft):
        write(section, WELL if section.part == Section.Part.GOING_WELL else IMPROVE, analyst)
    return draft


def begin(duty: Duty, period: str, by: User) -> Report:
    return actions.begin(duty=duty, period=period, by=by, now=NOW, today=TODAY)


def write(section: Section, text: str, by: User, version: int = 1, *, ready: bool = False) -> Section:
    return sections.write(section=section, text=text, ready=ready, version=version, by=by, at=NOW, today=TODAY)


def publish(report: Report, by, version: int = 2, read: str | None = None) -> Report:
    read = read_by(report, by) if read is None else read
    return actions.publish(report=report, by=by, now=NOW, today=TODAY, version=version, read=read)


def read_by(report: Report, by) -> str:
    """The fingerprint of the draft that somebody has before them."""
    report = Report.objects.get(pk=report.pk)
    return "" if report.published_at else fingerprint(selectors.value_of(by, report, TODAY))


@pytest.fixture
def published(written, chair) -> Report:
    return publish(written, chair)


def test_a_period_has_one_report_however_often_it_is_begun(draft, duty, analyst):
    assert begin(duty, QUARTER, analyst) == draft
    assert Section.objects.filter(report=draft).count() == 2


def test_a_period_without_figures_has_none(release, duty, analyst):
    with pytest.raises(ValidationError, match="no figures"):
        begin(duty, "2030-31-Q1", analyst)


def test_a_draft_holds_the_strategys_nine_indicators_what_is_read_with_them_and_six_actions(written, chair):
    value = selectors.value_of(chair, written, TODAY)
    assert [part.number for part in value.indicators] == [
        "1.1", "1.2a", "1.2b", "1.3a", "1.3b", "1.3c", "1.4", "1.5", "1.6", "AR.3", "",
    ]  # fmt: skip
    assert value.indicators[-1].title == "Children in need, as the Department for Education counts them"
    assert value.subject.startswith("Priority 1 of the Multi-Agency Safeguarding Strategy 2023-26: Needs are found at")
    published_contacts = value.indicators[1].comparisons[0]
    assert (published_contacts.value, published_contacts.ours.period) == (23_933, "2023-24 whole year")
    assert [action.number for action in value.actions] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]
    assert {action.status for action in value.actions} == {"not_started"}
    assert value.marking == "OFFICIAL-SENSITIVE"
    assert "Members of the Early Help Board" in value.circulation
    assert value.going_well[0].author == "Ada Lovell, Partnership analyst"
    assert value.is_draft


def test_its_figures_are_the_scorecards(written, release, chair):
    value = selectors.value_of(chair, written, TODAY)
    for part in value.indicators:
        figure = Figure.objects.get(release=release, indicator=part.key, period=QUARTER, by="")
        assert part.points[-1].period == QUARTER
        assert part.points[-1].value == figure.value


def test_a_board_that_hides_small_numbers_hides_them_in_the_report(written, chair, analyst, release):
    LocalValue.objects.create(
        key="board_small_numbers", value="suppressed", valid_from=TODAY, set_by=analyst, reason="The board asked"
    )
    value = selectors.value_of(chair, written, TODAY)
    hidden = Figure.objects.filter(release=release, hidden=True, by="", period=QUARTER)
    of_report = {part.key: part.points[-1] for part in value.indicators}
    checked = [of_report[row.indicator] for row in hidden if row.indicator in of_report]
    assert checked
    assert all(point.status == "suppressed" and point.value is None for point in checked)


def test_stale_commentary_is_not_lost_and_overwrites_nothing(draft, analyst):
    first, second = (selectors.sections_of(draft)[0] for _ in range(2))
    write(first, "Mine", analyst)
    with pytest.raises(StaleVersion):
        write(second, "Theirs", worker(Role.ANALYST))
    assert selectors.sections_of(draft)[0].text == "Mine"


def test_a_stale_page_shows_both_versions(draft, analyst, browser_of):
    address = f"/reports/sections/{selectors.sections_of(draft)[0].pk}/write"
    browser = browser_of(analyst)
    assert browser.post(address, {"text": "Mine", "version": "1"}).status_code == 302
    response = browser.post(address, {"text": "Theirs", "version": "1"})
    assert response.status_code == 409
    assert {"Mine", "Theirs"} <= set(response.content.decode().replace("<", " <").replace(">", "> ").split())


def test_who_prepared_it_cannot_sign_it(written, analyst):
    with pytest.raises(Refused):
        publish(written, analyst)


def test_whoever_once_wrote_in_it_cannot_sign_it(draft, analyst):
    both = worker(Role.ANALYST)
    both.memberships.create(team=both.teams[0], role=Role.BOARD_CHAIR, started_on=TODAY)
    both = type(both).objects.get(pk=both.pk)
    for section in selectors.sections_of(draft):
        write(section, "First words", both)
        write(section, "Last words", analyst, 2)
    with pytest.raises(ValidationError, match="Somebody else must sign off"):
        publish(draft, both)


def test_every_section_must_be_written(draft, chair, analyst):
    write(selectors.sections_of(draft)[0], WELL, analyst)
    with pytest.raises(ValidationError, match="Every section must be written"):
        publish(draft, chair)


def test_a_quarter_that_is_not_over_is_a_draft_alone(release, duty, analyst, chair):
    draft = begin(duty, SO_FAR, analyst)
    value = selectors.value_of(chair, draft, TODAY)
    assert {part.points[-1].period for part in value.indicators} == {QUARTER}
    assert {part.so_far.period for part in value.indicators} == {SO_FAR}
    with pytest.raises(ValidationError, match="The period is not over"):
        publish(draft, chair)


def test_a_published_report_keeps_every_form_with_its_hash(published, chair, browser_of):
    files = {file.form: file for file in FrozenFile.objects.filter(report=published)}
    assert set(files) == {"html", "pdf", "docx", "xlsx", "zip"}
    for file in files.values():
        assert hashlib.sha256(bytes(file.content)).hexdigest() == file.sha256
    assert bytes(files["pdf"].content).startswith(b"%PDF")
    value = from_json(published.value)
    assert to_json(value) == published.value
    made_again = actions.rendered(value)
    assert {form: bytes(file.content) for form, file in files.items()} == made_again
    assert value.signed_off_by == "Bo Chair, Chair, Early Help Board"
    page = browser_of(chair).get(f"/reports/{published.pk}").content.decode()
    assert bytes(files["html"].content).decode() in page


def test_later_figures_words_and_actions_do_not_change_it(published, chair, release, browser_of):
    before = browser_of(chair).get(f"/reports/{published.pk}").content
    Release.objects.filter(pk=release.pk).update(finished_at=NOW - timedelta(days=1))
    Release.objects.create(state="complete", step="keeping", heard_from_at=NOW, finished_at=NOW, as_at=TODAY)
    actions_of_priority_1().update(status="complete")
    after = browser_of(chair).get(f"/reports/{published.pk}").content
    assert from_json(Report.objects.get(pk=published.pk).value).actions[0].status == "not_started"
    assert (
        after[after.index(b"kf-report") :].split(b"</main>")[0]
        == before[before.index(b"kf-report") :].split(b"</main>")[0]
    )


def test_the_database_itself_refuses_to_change_it(published):
    files, parts = FrozenFile.objects.filter(report=published), Section.objects.filter(report=published)
    for change in (
        lambda: Report.objects.filter(pk=published.pk).update(marking="OFFICIAL"),
        lambda: Report.objects.filter(pk=published.pk).update(value="{}"),
        lambda: files.update(content=b""),
        lambda: files.delete(),
        lambda: parts.update(text="Better words"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_it_is_signed_off_once(published, chair):
    with pytest.raises(ValidationError, match="never changed"):
        publish(published, worker(Role.BOARD_CHAIR), version=3)
    assert FrozenFile.objects.filter(report=published).count() == 5


def test_a_draft_that_changed_since_it_was_read_is_not_signed(written, analyst, chair):
    actions.send_to(report=written, circulation=["The board"], version=2, by=analyst)
    with pytest.raises(StaleVersion), transaction.atomic():
        publish(written, chair)
    assert not FrozenFile.objects.exists()


def test_nobody_signs_what_they_have_not_read(written, analyst, chair, browser_of):
    read, browser = read_by(written, chair), browser_of(chair)
    link = f"/reports/{written.pk}/sign-off?read={read}"
    assert link in browser.get(f"/reports/{written.pk}").content.decode()
    assert f'value="{read}"' in browser.get(link).content.decode()
    actions_of_priority_1().filter(number="1.1").update(status="off_track")
    answers = {"read": "on", "version": "2", "fingerprint": read}
    refused = browser.post(f"/reports/{written.pk}/sign-off", answers).content.decode()
    assert "have changed since you read the report" in refused
    assert not FrozenFile.objects.exists()
    with pytest.raises(ValidationError, match="since you read"):
        publish(written, chair, read="")
    assert publish(written, chair).published_at


def test_a_signed_press_twice_publishes_once(written, chair, browser_of):
    browser = browser_of(chair)
    answers = {"read": "on", "version": "2", "fingerprint": read_by(written, chair)}
    assert browser.post(f"/reports/{written.pk}/sign-off", answers).status_code == 302
    again = browser.post(f"/reports/{written.pk}/sign-off", answers)
    assert "This report is published. It is never changed." in again.content.decode()


def test_a_published_report_has_no_page_to_change_it_on(published, analyst, browser_of):
    section = selectors.sections_of(published)[0].pk
    for page in (f"sections/{section}", f"sections/{section}/author", f"{published.pk}/circulation"):
        response = browser_of(analyst).get(f"/reports/{page}")
        assert (response.status_code, response["Location"]) == (302, f"/reports/{published.pk}")


def test_downloads_are_exports_in_the_audit(published, chair, browser_of):
    kept = FrozenFile.objects.get(report=published, form="docx")
    response = browser_of(chair).get(f"/reports/{published.pk}/files/docx")
    assert response.content == bytes(kept.content)
    assert response["Content-Disposition"] == 'attachment; filename="early-help-board-2-2023-24-q4.docx"'
    event = AuditEvent.objects.get(action="report.exported")
    assert (event.user_id, event.details) == (chair.pk, {"form": "docx", "sha256": kept.sha256})


@pytest.mark.parametrize("form", ["html", "exe"])
def test_there_is_no_download_in_another_form(published, chair, browser_of, form):
    assert browser_of(chair).get(f"/reports/{published.pk}/files/{form}").status_code == 404


def test_the_list_has_drafts_and_published_ones(published, duty, analyst, chair, browser_of):
    begin(duty, "2023-24-Q3", analyst)
    page = browser_of(chair).get("/reports").content.decode()
    assert "Signed off by Bo Chair" in page
    assert "Begun by Ada Lovell" in page


@pytest.mark.parametrize("role", [Role.BOARD_CHAIR, Role.MASH_MANAGER, Role.EARLY_HELP_MANAGER])
def test_readers_of_reports_do_not_write_them(draft, browser_of, role):
    browser, section = browser_of(worker(role)), selectors.sections_of(draft)[0]
    assert browser.get(f"/reports/{draft.pk}").status_code == 200
    assert browser.get(f"/reports/new/{draft.duty_id}").status_code == 403
    assert browser.post(f"/reports/sections/{section.pk}/write", {"text": "x", "version": "1"}).status_code == 403
    assert browser.get(f"/reports/sections/{section.pk}/author").status_code == 403
    assert browser.post(f"/reports/{draft.pk}/circulation", {"circulation": "x"}).status_code == 403


def test_commentary_cannot_run_as_markup(draft, analyst, chair, browser_of):
    write(selectors.sections_of(draft)[0], "<script>alert(1)</script> =1+1", analyst)
    page = browser_of(chair).get(f"/reports/{draft.pk}").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def actions_of_priority_1():
    return StrategyAction.objects.filter(priority__key="priority_1")
