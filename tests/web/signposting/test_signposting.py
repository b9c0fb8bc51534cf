"""Families told of services and referred to them: what waits, who may see it, how it ends, and that it is counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Episode
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.early_help import chronology
from kinfold.web.notices.models import Notice
from kinfold.web.signposting import actions
from kinfold.web.signposting.models import Signpost
from kinfold.web.signposting.selectors import families_of, signpost_of, standing
from tests import factories
from tests.factories.days import NOW, TODAY

HOPE = "To sleep through the night."


def service(name: str = "ECHO", **told: object) -> Service:
    run = Organisation.objects.get_or_create(name="Harbour Hubs")[0]
    return Service.objects.create(
        organisation=run, name=name, description="Somebody stays with you.", changed_at=NOW,
        **{"takes_referrals": True, **told},
    )  # fmt: skip


@pytest.fixture
def episode() -> Episode:
    return factories.episode(factories.family(children=2), "early_help")


@pytest.fixture
def lead(episode: Episode) -> User:
    return factories.worker(on=episode)


@pytest.fixture
def refer(as_app, episode, lead):
    def made(to: Service, child: int = 0, **said: object) -> Signpost:
        with as_app(lead):
            return actions.refer(
                service=to, about=episode, person=episode.family.children[child], by=lead, at=NOW,
                **{"why": HOPE, "agreed": True, **said},
            )  # fmt: skip

    return made


def test_a_referral_waits_on_a_clock_begins_and_ends_and_each_is_counted(refer, lead, as_app):
    echo = service()
    made = refer(echo)
    due = Deadline.objects.get(kind="service_place", about_id=made.pk)
    assert (due.user, due.met_at) == (lead, None)
    with as_app(lead):
        waits = standing([echo], NOW - timedelta(days=1))[echo.pk]
        assert (waits.referred, waits.waiting, waits.waiting_since) == (1, 1, NOW)
        actions.still_waits(signpost=made, by=lead, at=NOW + timedelta(days=20))
        assert Deadline.objects.filter(kind="service_place", met_at__isnull=False).get().pk == due.pk
        again = Deadline.objects.get(kind="service_place", met_at__isnull=True)
        assert again.due_at > due.due_at
        later = NOW + timedelta(days=30)
        actions.begin(signpost=made, on=TODAY, by=lead, at=later)
        assert not Deadline.objects.open().filter(kind="service_place").exists()
        actions.end(signpost=made, on=TODAY, outcome="enough", words="We sleep.", by=lead, at=later)
        done = standing([echo], NOW - timedelta(days=1))[echo.pk]
    assert (done.waiting, done.there, done.ended, done.helped) == (0, 0, 1, 1)


@pytest.mark.parametrize(
    ("said", "why_not"),
    [({"agreed": False}, "only when it agrees"), ({"why": " "}, "hopes for")],
)
def test_nobody_is_referred_who_has_not_agreed_or_without_a_reason(said, why_not, refer):
    with pytest.raises(ValidationError, match=why_not):
        refer(service(), **said)
    assert not Signpost.objects.exists()


def test_a_service_that_families_go_to_by_themselves_or_that_closed_takes_no_referral(refer):
    with pytest.raises(ValidationError, match="by themselves"):
        refer(service(takes_referrals=False))
    with pytest.raises(ValidationError, match="closed for good"):
        refer(service("Gone", state="closed"))


def test_sent_twice_it_is_one_and_another_child_is_another(refer):
    echo = service()
    assert refer(echo).pk == refer(echo).pk
    assert refer(echo, child=1).pk != refer(echo).pk


def test_places_are_given_until_there_are_none(refer, lead, as_app):
    echo = service(places=1)
    first, second = refer(echo), refer(echo, child=1)
    with as_app(lead):
        actions.begin(signpost=first, on=TODAY, by=lead, at=NOW)
        with pytest.raises(ValidationError, match="All places of this service are taken"):
            actions.begin(signpost=second, on=TODAY, by=lead, at=NOW)
        actions.end(signpost=first, on=TODAY, outcome="moved", words="", by=lead, at=NOW)
        assert actions.begin(signpost=second, on=TODAY, by=lead, at=NOW).is_there


def test_the_team_that_runs_it_sees_the_family_until_it_ends_and_no_other_does(refer, lead, as_app):
    runs, other = factories.worker(Role.EARLY_HELP_MANAGER), factories.worker()
    echo = service(team=runs.teams[0])
    made = refer(echo)
    assert Notice.objects.get(user=runs).about_id == made.pk
    with as_app(runs):
        assert [row.pk for row in families_of(runs, echo, NOW).waiting] == [made.pk]
        actions.begin(signpost=made, on=TODAY, by=runs, at=NOW)
        actions.end(signpost=made, on=TODAY, outcome="completed", words="", by=runs, at=NOW)
    assert Notice.objects.filter(user=lead, words__startswith="A referral that you made").exists()
    for somebody in (runs, other):
        with as_app(somebody), pytest.raises(NotVisible):
            signpost_of(somebody, made.pk)
    with as_app(other):
        seen = families_of(other, echo, NOW - timedelta(days=1))
        assert (seen.waiting, seen.standing.ended) == ([], 1)  # counted, and not shown


def test_a_colleague_who_may_not_open_a_referral_is_not_sent_to_it(refer, browser_of, episode):
    runs = factories.worker(Role.EARLY_HELP_MANAGER)
    officer = factories.worker(Role.EARLY_HELP_PCSO, on=episode, team=runs.teams[0])
    made = refer(service(team=runs.teams[0]))
    assert list(Notice.objects.filter(about_id=made.pk).values_list("user", flat=True)) == [runs.pk]
    page = browser_of(officer).get(f"/early-help/episodes/{episode.pk}").text
    assert "ECHO" in page
    assert f"/services/referrals/{made.pk}" not in page


def test_a_restricted_record_is_opened_to_no_team_by_a_referral(refer, episode):
    runs = factories.worker(Role.EARLY_HELP_MANAGER)
    episode.record.level = "restricted"
    episode.record.save()
    made = refer(service(team=runs.teams[0]))
    assert made.waits
    assert not Grant.objects.filter(source_id=made.pk).exists()
    assert not Notice.objects.exists()


def test_somebody_who_may_not_help_families_refers_nobody(episode, as_app):
    analyst = factories.worker(Role.ANALYST, on=episode)
    with as_app(analyst), pytest.raises(Refused):
        actions.tell_of(service=service(), about=episode, people=[episode.family.children[0]], by=analyst, at=NOW)


def test_two_people_who_end_it_at_once_notice_each_other(refer, lead, as_app):
    made = refer(service())
    with as_app(lead):
        actions.begin(signpost=made, on=TODAY, by=lead, at=NOW, version=made.version)
        with pytest.raises(StaleVersion):
            actions.end(signpost=made, on=TODAY, outcome="completed", words="", by=lead, at=NOW, version=made.version)


def test_days_fit_together(refer, lead, as_app):
    made = refer(service())
    with as_app(lead):
        for wrong in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
            with pytest.raises(ValidationError, match="The day must be"):
                actions.begin(signpost=made, on=wrong, by=lead, at=NOW)


def test_it_stands_in_the_childs_chronology_and_a_mistake_does_not(refer, lead, as_app, episode):
    made = refer(service())
    refer(service("Typed wrongly"))
    child = episode.family.children[0]
    with as_app(lead):
        wrong = Signpost.objects.get(service__name="Typed wrongly")
        actions.end(signpost=wrong, on=TODAY, outcome="mistake", words="", by=lead, at=NOW)
        actions.tell_of(service=service("Stay and play"), about=episode, people=[child], by=lead, at=NOW)
        actions.begin(signpost=made, on=TODAY, by=lead, at=NOW)
        lines = {one.title: one.text for one in chronology.entries(child=child, viewer=lead, since=TODAY)
                 if one.kind == "Service"}  # fmt: skip
    assert lines == {"Referred to ECHO": "Began there, 12 June 2024", "Told of Stay and play": ""}


def test_the_pages_find_refer_and_end(browser_of, lead, episode):
    echo = service(places=3)
    browser, child = browser_of(lead), episode.family.children[0]
    found = browser.get(f"/early-help/episodes/{episode.pk}/services?words=echo").content.decode()
    page = f"/early-help/episodes/{episode.pk}/services/{echo.pk}"
    assert page in found
    refused = browser.post(page, {"people": [str(child.pk)], "way": "referred", "why": HOPE}).content.decode()
    assert "A family is referred only when it agrees" in refused
    assert HOPE in refused
    assert browser.post(page, {"people": [str(child.pk)], "way": "referred", "why": HOPE, "agreed": "on"}).url == (
        f"/early-help/episodes/{episode.pk}"
    )
    made = Signpost.objects.get()
    assert "Waiting" in browser.get(f"/early-help/episodes/{episode.pk}").content.decode()
    one = f"/services/referrals/{made.pk}"
    assert HOPE in browser.get(one).content.decode()
    assert browser.post(one, {"stands": "waits"}).status_code == 302
    assert "Choose how it ended" in browser.post(
        one, {"stands": "ended", "ended_on-day": "1", "ended_on-month": "1", "ended_on-year": "2024"}
    ).content.decode()  # fmt: skip
    assert "Waiting: 1" in browser.get(f"/services/{echo.pk}/families").content.decode()
    assert "ECHO" in browser.get("/services/used").content.decode()
    assert "Who is there, and who waits" in browser.get(f"/services/{echo.pk}").content.decode()
    assert browser_of(factories.worker()).get(one).status_code == 404
