"""A board's report: drafted, written by named people, signed off by a second one, and never changed after that."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from kinfold.indicators.asked import measures
from kinfold.reports import fingerprint, from_json, to_json
from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.versions import StaleVersion
from kinfold.web.insight.actions import reports as actions
from kinfold.web.insight.models import Figure, FrozenFile, Release, Remark, Report
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.local.models import LocalValue
from kinfold.web.partnership.models import Priority
from tests.factories import worker
from tests.web.insight.conftest import NOW, QUARTER, SO_FAR, TODAY

WELL = "Families are met sooner.\n\nSchools write more plans themselves."
IMPROVE = "Too few plans carry the child’s own words."


@pytest.fixture
def draft(release, priority, analyst) -> Report:
    return actions.begin(priority=priority, period=QUARTER, by=analyst, today=TODAY)


@pytest.fixture
def written(draft, analyst) -> Report:
    for remark in selectors.remarks_of(draft):
        text = WELL if remark.part == Remark.Part.GOING_WELL else IMPROVE
        actions.write(remark=remark, text=text, version=1, by=analyst, today=TODAY)
    return draft


def publish(report: Report, by, version: int = 1, read: str | None = None) -> Report:
    read = read_by(report, by) if read is None else read
    return actions.publish(report=report, by=by, now=NOW, today=TODAY, version=version, read=read)


def read_by(report: Report, by) -> str:
    """The fingerprint of the draft that somebody has before them."""
    report = Report.objects.get(pk=report.pk)
    return "" if report.published_at else fingerprint(selectors.value_of(by, report, TODAY))


@pytest.fixture
def published(written, chair) -> Report:
    return publish(written, chair)


def test_a_quarter_has_one_report_however_often_it_is_begun(draft, priority, analyst):
    assert actions.begin(priority=priority, period=QUARTER, by=analyst, today=TODAY) == draft


def test_a_quarter_without_figures_has_none(release, priority, analyst):
    with pytest.raises(ValidationError, match="no figures"):
        actions.begin(priority=priority, period="2030-31-Q1", by=analyst, today=TODAY)


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
    first, second = (selectors.remarks_of(draft)[0] for _ in range(2))
    actions.write(remark=first, text="Mine", version=1, by=analyst, today=TODAY)
    with pytest.raises(StaleVersion):
        actions.write(remark=second, text="Theirs", version=1, by=worker(Role.ANALYST), today=TODAY)
    assert selectors.remarks_of(draft)[0].text == "Mine"


def test_a_stale_page_shows_both_versions(draft, analyst, browser_of):
    address = f"/reports/{draft.pk}/commentary/going_well"
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
    for remark in selectors.remarks_of(draft):
        actions.write(remark=remark, text="First words", version=1, by=both, today=TODAY)
        actions.write(remark=remark, text="Last words", version=2, by=analyst, today=TODAY)
    with pytest.raises(ValidationError, match="Somebody else must sign off"):
        publish(draft, both)


def test_it_needs_its_commentary(draft, chair):
    with pytest.raises(ValidationError, match="Write what is going well"):
        publish(draft, chair)


def test_a_quarter_that_is_not_over_is_a_draft_alone(release, priority, analyst, chair):
    draft = actions.begin(priority=priority, period=SO_FAR, by=analyst, today=TODAY)
    value = selectors.value_of(chair, draft, TODAY)
    assert {part.points[-1].period for part in value.indicators} == {QUARTER}
    assert {part.so_far.period for part in value.indicators} == {SO_FAR}
    with pytest.raises(ValidationError, match="The quarter is not over"):
        publish(draft, chair)


def test_a_published_report_keeps_every_form_with_its_hash(published, chair, browser_of):
    files = {file.form: file for file in FrozenFile.objects.filter(report=published)}
    assert set(files) == {"html", "pdf", "docx", "xlsx"}
    for file in files.values():
        assert hashlib.sha256(bytes(file.content)).hexdigest() == file.sha256
    assert bytes(files["pdf"].content).startswith(b"%PDF")
    value = from_json(published.value)
    assert to_json(value) == published.value
    assert value.signed_off_by == "Bo Chair, Chair, Early Help Board"
    page = browser_of(chair).get(f"/reports/{published.pk}").content.decode()
    assert bytes(files["html"].content).decode() in page


def test_later_figures_words_and_actions_do_not_change_it(published, chair, release, browser_of):
    before = browser_of(chair).get(f"/reports/{published.pk}").content
    Release.objects.filter(pk=release.pk).update(finished_at=NOW - timedelta(days=1))
    Release.objects.create(state="complete", step="keeping", heard_from_at=NOW, finished_at=NOW, as_at=TODAY)
    priority = published.priority
    priority.actions.update(status="complete")
    after = browser_of(chair).get(f"/reports/{published.pk}").content
    assert from_json(Report.objects.get(pk=published.pk).value).actions[0].status == "not_started"
    assert (
        after[after.index(b"kf-report") :].split(b"</main>")[0]
        == before[before.index(b"kf-report") :].split(b"</main>")[0]
    )


def test_the_database_itself_refuses_to_change_it(published):
    files, remarks = FrozenFile.objects.filter(report=published), Remark.objects.filter(report=published)
    for change in (
        lambda: Report.objects.filter(pk=published.pk).update(marking="OFFICIAL"),
        lambda: Report.objects.filter(pk=published.pk).update(value="{}"),
        lambda: files.update(content=b""),
        lambda: files.delete(),
        lambda: remarks.update(text="Better words"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_it_is_signed_off_once(published, chair):
    with pytest.raises(ValidationError, match="never changed"):
        publish(published, worker(Role.BOARD_CHAIR), version=2)
    assert FrozenFile.objects.filter(report=published).count() == 4


def test_a_draft_that_changed_since_it_was_read_is_not_signed(written, analyst, chair):
    actions.send_to(report=written, circulation=["The board"], version=1, by=analyst)
    with pytest.raises(StaleVersion), transaction.atomic():
        publish(written, chair, version=1)
    assert not FrozenFile.objects.exists()


def test_nobody_signs_what_they_have_not_read(written, analyst, chair, browser_of):
    read, browser = read_by(written, chair), browser_of(chair)
    link = f"/reports/{written.pk}/sign-off?read={read}"
    assert link in browser.get(f"/reports/{written.pk}").content.decode()
    assert f'value="{read}"' in browser.get(link).content.decode()
    written.priority.actions.filter(number="1.1").update(status="off_track")
    answers = {"read": "on", "version": "1", "fingerprint": read}
    refused = browser.post(f"/reports/{written.pk}/sign-off", answers).content.decode()
    assert "have changed since you read the report" in refused
    assert not FrozenFile.objects.exists()
    with pytest.raises(ValidationError, match="since you read"):
        publish(written, chair, read="")
    assert publish(written, chair).published_at


def test_a_signed_press_twice_publishes_once(written, chair, browser_of):
    browser = browser_of(chair)
    answers = {"read": "on", "version": "1", "fingerprint": read_by(written, chair)}
    assert browser.post(f"/reports/{written.pk}/sign-off", answers).status_code == 302
    again = browser.post(f"/reports/{written.pk}/sign-off", answers)
    assert "This report is published. It is never changed." in again.content.decode()


@pytest.mark.parametrize("page", ["commentary/going_well", "circulation"])
def test_a_published_report_has_no_page_to_change_it_on(published, analyst, browser_of, page):
    response = browser_of(analyst).get(f"/reports/{published.pk}/{page}")
    assert (response.status_code, response["Location"]) == (302, f"/reports/{published.pk}")


def test_downloads_are_exports_in_the_audit(published, chair, browser_of):
    kept = FrozenFile.objects.get(report=published, form="docx")
    response = browser_of(chair).get(f"/reports/{published.pk}/files/docx")
    assert response.content == bytes(kept.content)
    assert response["Content-Disposition"] == 'attachment; filename="priority-1-2023-24-q4.docx"'
    event = AuditEvent.objects.get(action="report.exported")
    assert (event.user_id, event.details) == (chair.pk, {"form": "docx", "sha256": kept.sha256})


@pytest.mark.parametrize("form", ["html", "exe"])
def test_there_is_no_download_in_another_form(published, chair, browser_of, form):
    assert browser_of(chair).get(f"/reports/{published.pk}/files/{form}").status_code == 404


def test_the_list_has_drafts_and_published_ones(published, priority, analyst, chair, browser_of):
    actions.begin(priority=priority, period="2023-24-Q3", by=analyst, today=TODAY)
    page = browser_of(chair).get("/reports").content.decode()
    assert "Signed off by Bo Chair" in page
    assert "Begun by Ada Lovell" in page


@pytest.mark.parametrize("role", [Role.BOARD_CHAIR, Role.MASH_MANAGER, Role.EARLY_HELP_MANAGER])
def test_readers_of_reports_do_not_write_them(draft, browser_of, role):
    browser = browser_of(worker(role))
    assert browser.get(f"/reports/{draft.pk}").status_code == 200
    assert browser.get("/reports/new/priority_1").status_code == 403
    assert browser.post(f"/reports/{draft.pk}/commentary/going_well", {"text": "x"}).status_code == 403
    assert browser.post(f"/reports/{draft.pk}/circulation", {"circulation": "x"}).status_code == 403


def test_commentary_cannot_run_as_markup(draft, analyst, chair, browser_of):
    remark = selectors.remarks_of(draft)[0]
    actions.write(remark=remark, text="<script>alert(1)</script> =1+1", version=1, by=analyst, today=TODAY)
    page = browser_of(chair).get(f"/reports/{draft.pk}").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_every_priority_of_the_strategy_can_be_given_its_report_under_its_own_numbers(
    release, priority, analyst, chair
):
    for each in Priority.objects.filter(reported=True).order_by("number"):
        draft = actions.begin(priority=each, period=QUARTER, by=analyst, today=TODAY)
        value = selectors.value_of(chair, draft, TODAY)
        numbers = [part.number for part in value.indicators if part.number.startswith(f"{each.number}.")]
        asked = {number for said in numbers for number in said.split(", ")}
        assert asked == {one.number for one in measures().values()
                         if one.document == "safeguarding" and one.number.startswith(f"{each.number}.")}  # fmt: skip
        assert value.actions
