"""The ten headline outcomes: needed, reached with evidence, lasting, put forward, and checked by somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework.models import Episode
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import chronology
from kinfold.web.early_help.actions import close_help
from kinfold.web.local.actions import set_value
from kinfold.web.outcomes import actions
from kinfold.web.outcomes.models import Claim, Need, Seen
from kinfold.web.outcomes.selectors import outcomes_page, overview
from tests import factories
from tests.factories.days import NOW, TODAY

EVERYTHING = tuple(Claim.Looked.values)
HALF_A_YEAR = timedelta(weeks=26)


@pytest.fixture
def used(as_app):
    manager = factories.worker(Role.MASH_MANAGER)
    with as_app(manager):
        set_value(key="outcomes_used", value=True, valid_from=TODAY, by=manager, reason="We go on with it", today=TODAY)


@pytest.fixture
def episode():
    return factories.episode(factories.family(children=2), "early_help")


@pytest.fixture
def lead(episode):
    user = factories.worker(on=episode)
    factories.lead(episode, user)
    return user


@pytest.fixture
def manager(episode, lead):
    user = factories.worker(Role.EARLY_HELP_MANAGER, team=lead.teams[0], on=episode)
    episode.involvements.update(team=lead.teams[0])
    return user


def needed(episode, by, outcome="1", **more):
    said = {"shown_by": "The register says 81%.", "found_on": TODAY, "at": NOW} | more
    return actions.record_need(episode=episode, outcome=outcome, by=by, **said)


def seen(need, by, stage, weeks=0, **more):
    at = NOW + timedelta(weeks=weeks)
    said = {"evidence": "96% for two terms.", "source": "The school", "seen_on": at.date()} | more
    return actions.record_seen(need=need, stage=stage, by=by, at=at, **said)


def lasting(episode, by, *outcomes):
    for outcome in outcomes:
        need = needed(episode, by, outcome)
        seen(need, by, "reached")
        seen(need, by, "lasting", weeks=26)


def test_nothing_of_it_until_the_partnership_uses_it(as_app, episode, lead, browser_of):
    with as_app(lead), pytest.raises(RuleBroken, match="does not use"):
        needed(episode, lead)
    assert "/outcomes/" not in browser_of(lead).get(f"/early-help/episodes/{episode.pk}").text
    assert "does not use the ten" in browser_of(lead).get(f"/outcomes/families/{episode.pk}").text


def test_reached_is_asked_about_again_after_half_a_year(as_app, used, episode, lead):
    with as_app(lead):
        need = needed(episode, lead)
        with pytest.raises(RuleBroken, match="Say first that it was reached"):
            seen(need, lead, "lasting")
        seen(need, lead, "progress")
        seen(need, lead, "reached")
        due = Deadline.objects.get(kind="outcome_lasts", about_id=need.pk)
        assert HALF_A_YEAR <= due.due_at - NOW < HALF_A_YEAR + timedelta(days=1)
        with pytest.raises(RuleBroken, match="too short a time"):
            seen(need, lead, "lasting", weeks=20)
        seen(need, lead, "lasting", weeks=26)
    due.refresh_from_db()
    assert due.met_at is not None


def test_what_slipped_back_must_be_reached_again(as_app, used, episode, lead):
    with as_app(lead):
        need = needed(episode, lead)
        seen(need, lead, "reached")
        seen(need, lead, "slipped", weeks=10, evidence="Off again since Easter.")
        with pytest.raises(RuleBroken, match="Say first that it was reached"):
            seen(need, lead, "lasting", weeks=30)
        seen(need, lead, "reached", weeks=30, evidence="Back every day.")
        with pytest.raises(RuleBroken, match="too short a time"):
            seen(need, lead, "lasting", weeks=40)
        seen(need, lead, "lasting", weeks=56)
    clocks = Deadline.objects.filter(kind="outcome_lasts", about_id=need.pk)
    assert clocks.count() == 2
    assert not clocks.filter(met_at__isnull=True).exists()


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"outcome": "11"}, "one of the ten"),
        ({"shown_by": " "}, "what shows it"),
        ({"found_on": TODAY + timedelta(days=1)}, "must not be in the future"),
        ({"found_on": TODAY - timedelta(days=4000)}, "before the need was found or the help began"),
    ],
)
def test_what_a_need_must_say(as_app, used, episode, lead, what, sentence):
    with as_app(lead), pytest.raises(RuleBroken, match=sentence):
        needed(episode, lead, **what)


def test_said_twice_it_is_once_and_a_mistake_is_kept(as_app, used, episode, lead):
    with as_app(lead):
        need = needed(episode, lead)
        assert needed(episode, lead).pk == need.pk
        with pytest.raises(RuleBroken, match="recorded for the family already"):
            needed(episode, lead, shown_by="Something else")
        first = seen(need, lead, "progress")
        assert seen(need, lead, "progress").pk == first.pk
        with pytest.raises(StaleVersion):
            actions.drop_need(need=need, because="Wrong child", by=lead, at=NOW, version=7)
        actions.drop_need(need=need, because="Wrong child", by=lead, at=NOW)
        again = needed(episode, lead)
        page = outcomes_page(lead, episode, TODAY)
    assert ([one.need for one in page.needs], page.dropped) == ([again], [need])


def test_put_forward_only_when_all_has_lasted_and_checked_by_somebody_else(as_app, used, episode, lead, manager):
    later = NOW + timedelta(weeks=27)
    with as_app(lead):
        lasting(episode, lead, "1", "5")
        with pytest.raises(RuleBroken, match="Too few needs"):
            actions.put_forward(episode=episode, words="Calm at home.", by=lead, at=later)
        third = needed(episode, lead, "9")
        with pytest.raises(RuleBroken, match="must be reached and have lasted"):
            actions.put_forward(episode=episode, words="Calm at home.", by=lead, at=later)
        seen(third, lead, "reached")
        seen(third, lead, "lasting", weeks=26)
        claim = actions.put_forward(episode=episode, words="Calm at home.", by=lead, at=later)
        assert actions.put_forward(episode=episode, words="Calm at home.", by=lead, at=later).pk == claim.pk
        with pytest.raises(RuleBroken, match="Wait until they are checked"):
            seen(third, lead, "slipped", weeks=28)
        with pytest.raises(Refused):
            actions.check_claim(claim=claim, agrees=True, looked_at=EVERYTHING, words="", by=lead, at=later)
    assert Deadline.objects.get(kind="outcome_claim").team == lead.teams[0]
    with as_app(manager):
        with pytest.raises(RuleBroken, match="Tick everything"):
            actions.check_claim(claim=claim, agrees=True, looked_at=("plan",), words="", by=manager, at=later)
        with pytest.raises(RuleBroken, match="Say what is missing"):
            actions.check_claim(claim=claim, agrees=False, looked_at=(), words=" ", by=manager, at=later)
        actions.check_claim(claim=claim, agrees=True, looked_at=EVERYTHING, words="", by=manager, at=later)
        found = overview(manager, later.date())
        assert (found.families, found.agreed, found.returned, found.waiting) == (1, 1, 0, [])
        needed_by = {one.title: one.lasting for one in found.counts if one.needed}
        assert needed_by["Getting a good education"] == 1
        assert len(needed_by) == 3
    assert AuditEvent.objects.filter(action="outcomes.checked", user_id=manager.pk).count() == 1


def test_the_database_itself_holds_that_another_checks(used, episode, lead):
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(episode=episode, record=episode.record, put_forward_at=NOW, put_forward_by=lead,
                             words="Fine", checked_at=NOW, checked_by=lead, agreed=True)  # fmt: skip


def test_what_is_returned_can_be_put_forward_again(as_app, used, episode, lead, manager):
    later = NOW + timedelta(weeks=27)
    with as_app(lead):
        lasting(episode, lead, "1", "5", "9")
        first = actions.put_forward(episode=episode, words="Calm.", by=lead, at=later)
    with as_app(manager):
        actions.check_claim(claim=first, agrees=False, looked_at=(), words="No school figures.", by=manager, at=later)
    with as_app(lead):
        second = actions.put_forward(episode=episode, words="Calm.", by=lead, at=later)
        assert second.pk != first.pk


def test_when_help_ends_nobody_is_asked_whether_it_lasted(as_app, used, episode, lead):
    with as_app(lead):
        seen(needed(episode, lead), lead, "reached")
        close_help(episode=episode, outcome="goals_met", note="All well.", open_actions={}, by=lead, at=NOW)
    assert Deadline.objects.get(kind="outcome_lasts").withdrawn_at == NOW


def test_the_chronology_says_what_was_reached_and_not_every_step(as_app, used, episode, lead):
    with as_app(lead):
        need = needed(episode, lead)
        seen(need, lead, "progress", evidence="A little better.")
        seen(need, lead, "reached")
        child = episode.statuses.first().person
        found = chronology.entries(child=child, viewer=lead, since=TODAY - timedelta(days=1))
    said = [entry.text for entry in found if entry.kind == "Outcome"]
    assert said == ["Getting a good education: reached. 96% for two terms."]


def test_a_stranger_learns_nothing_and_a_lead_does_not_check(as_app, used, episode, lead, browser_of):
    with as_app(lead):
        need = needed(episode, lead)
    stranger = factories.worker()
    with as_app(stranger):
        assert not Need.objects.exists()
        assert not Seen.objects.exists()
    for address in (f"/outcomes/families/{episode.pk}", f"/outcomes/needs/{need.pk}"):
        assert browser_of(stranger).get(address).status_code == 404
    assert browser_of(lead).get("/outcomes/").status_code == 403


def test_the_pages_from_a_need_to_the_check(as_app, used, episode, lead, manager, browser_of):
    today = clock.today()

    def on(name):
        return {f"{name}-day": today.day, f"{name}-month": today.month, f"{name}-year": today.year}

    browser = browser_of(lead)
    family = f"/outcomes/families/{episode.pk}"
    assert "Choose one of the ten outcomes" in browser.post(family, {"sent": "yes"}).text
    said = {"outcome": "9", "shown_by": "Notice to leave <b>by May</b>."} | on("found_on")
    page = browser.post(family, said, follow=True).text
    assert "Notice to leave &lt;b&gt;by May&lt;/b&gt;." in page
    need = Need.objects.get()
    address = f"/outcomes/needs/{need.pk}"
    too_soon = {"stage": "lasting", "evidence": "Still there", "source": "Landlord"} | on("seen_on")
    assert "Say first that it was reached" in browser.post(address, too_soon).text
    browser.post(address, {"stage": "reached", "evidence": "New lease", "source": "Landlord"} | on("seen_on"))
    assert "It can be said to have lasted from" in browser.get(address).text
    assert "New lease" in browser.get(family).text
    away = f"{address}/drop"
    assert "Say why it was no need" in browser.post(away, {"sent": "yes"}).text
    stale = browser.post(away, {"because": "Another family", "version": "9"})
    assert stale.status_code == 409
    assert "Another family" in stale.text
    claim = Claim.objects.create(episode=episode, record=episode.record, put_forward_at=NOW, put_forward_by=lead,
                                 words="They have a home.")  # fmt: skip
    checking = browser_of(manager)
    assert "They have a home." in checking.get(f"/outcomes/claims/{claim.pk}").text
    assert "Choose whether you agree" in checking.post(f"/outcomes/claims/{claim.pk}", {"sent": "yes"}).text
    said = {"verdict": "agree", "looked_at": list(EVERYTHING), "version": "1"}
    done = checking.post(f"/outcomes/claims/{claim.pk}", said, follow=True).text
    assert "1 family’s outcomes were agreed" in done


def test_a_family_that_is_helped_again_is_one_family_as_it_stands_now(used, episode, lead, manager, as_app):
    with as_app(lead):
        reached = needed(episode, lead)
        seen(reached, lead, "reached")
    Episode.objects.filter(pk=episode.pk).update(closed_on=TODAY)
    again = factories.episode(episode.family)
    with as_app(lead):
        needed(again, lead, found_on=TODAY + timedelta(days=1), at=NOW + timedelta(days=1))
    with as_app(manager):
        found = overview(manager, clock.today())
    assert found.families == 1
    assert [(one.needed, one.reached) for one in found.counts if one.needed] == [(1, 0)]
