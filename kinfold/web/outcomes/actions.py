"""Recording what a family needs and what was seen of it, putting its outcomes forward, and checking them."""

from collections.abc import Collection
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from kinfold.practice.timescales import due_on
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework.facts import team_of
from kinfold.web.casework.models import Episode
from kinfold.web.casework.selectors import leads
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.local import selectors as local
from kinfold.web.outcomes import rules
from kinfold.web.outcomes.deadline_kinds import OUTCOME_CLAIM, OUTCOME_LASTS
from kinfold.web.outcomes.models import Claim, Need, Seen
from kinfold.web.outcomes.selectors import are_used, reached_on, state_of


@transaction.atomic
def record_need(*, episode: Episode, outcome: str, shown_by: str, found_on: date, by: User, at: datetime) -> Need:
    """One of the ten that the family does not have yet. Sent twice it is one."""
    require(by, Permission.PLAN_WRITE, on=episode)
    today = in_london(at).date()
    hold(rules.oc1_are_used_here, are_used(today))
    hold(rules.oc2_outcome_is_known, outcome)
    hold(rules.oc3_says_what_shows_it, shown_by)
    hold(rules.oc18_help_goes_on, Episode.objects.select_for_update(of=("self",)).get(pk=episode.pk))
    hold(rules.oc4_day_fits, found_on, episode.opened_on, today)
    held = {need.outcome: need for need in Need.objects.standing().filter(episode=episode)}
    before = held.get(outcome)
    if before is not None and (before.found_by_id, before.shown_by) == (by.pk, shown_by.strip()):
        return before
    hold(rules.oc5_is_not_there_yet, outcome, held)
    need = Need.objects.create(
        episode=episode, record_id=episode.record_id, outcome=outcome, shown_by=shown_by.strip(), found_on=found_on,
        found_by=by,
    )  # fmt: skip
    events.record("outcomes.need_recorded", by=by, about=need)
    return need


@transaction.atomic
def record_seen(*, need: Need, stage: str, seen_on: date, evidence: str, source: str, by: User, at: datetime) -> Seen:
    """What was seen of a need, and what shows it. Once it is reached, asking whether it lasts falls due by itself."""
    require(by, Permission.PLAN_WRITE, on=need)
    need, today = locked(need), in_london(at).date()
    said = {"stage": stage, "seen_on": seen_on, "evidence": evidence.strip(), "source": source.strip()}
    rows = list(need.seen.all())
    if (again := next((row for row in rows if row.recorded_by_id == by.pk and _says(row, said)), None)) is not None:
        return again
    hold(rules.oc6_stands, need)
    hold(rules.oc17_none_is_put_forward, _waits(need.episode_id))
    hold(rules.oc3_says_what_shows_it, evidence)
    hold(rules.oc4_day_fits, seen_on, max([need.found_on, *(row.seen_on for row in rows)]), today)
    hold(rules.oc7_stage_follows, stage, state_of(rows))
    reached = reached_on(rows)
    hold(rules.oc8_has_lasted_long_enough, stage, reached, lasts_from(reached), seen_on)
    row = Seen.objects.create(
        need=need, record_id=need.record_id, recorded_at=at, recorded_by=by, **said,
    )  # fmt: skip
    if stage == Seen.Stage.REACHED:
        deadlines.withdraw(OUTCOME_LASTS, about=need, at=at)
        began = datetime.combine(seen_on, time(12), LONDON)
        deadlines.start(OUTCOME_LASTS, about=need, at=began, user=by, team=team_of(by))
    elif stage in (Seen.Stage.LASTING, Seen.Stage.SLIPPED):
        deadlines.meet(OUTCOME_LASTS, about=need, at=at)
    events.record("outcomes.seen_recorded", by=by, about=row, details={"stage": stage})
    return row


@transaction.atomic
def drop_need(*, need: Need, because: str, by: User, at: datetime, version: int | None = None) -> Need:
    """It was no need after all. It and what was seen of it stay in the history."""
    require(by, Permission.PLAN_WRITE, on=need)
    need = locked(need)
    if need.dropped_on is not None:
        return need
    hold(rules.oc17_none_is_put_forward, _waits(need.episode_id))
    hold(rules.oc3_says_what_shows_it, because)
    need.dropped_on, need.dropped_because = in_london(at).date(), because.strip()
    save_version(need, expected=version, fields=["dropped_on", "dropped_because"])
    deadlines.withdraw(OUTCOME_LASTS, about=need, at=at)
    events.record("outcomes.need_dropped", by=by, about=need)
    return need


@transaction.atomic
def put_forward(*, episode: Episode, words: str, by: User, at: datetime) -> Claim:
    """Everything the family needed was reached and has lasted; somebody else is asked to check that."""
    require(by, Permission.PLAN_WRITE, on=episode)
    today = in_london(at).date()
    hold(rules.oc1_are_used_here, are_used(today))
    hold(rules.oc18_help_goes_on, Episode.objects.select_for_update(of=("self",)).get(pk=episode.pk))
    waiting = Claim.objects.filter(episode=episode, checked_at__isnull=True).first()
    if waiting is not None and waiting.put_forward_by_id == by.pk:
        return waiting
    hold(rules.oc17_none_is_put_forward, waiting is not None)
    hold(rules.oc12_says_what_changed, words)
    needs = list(Need.objects.standing().filter(episode=episode).prefetch_related("seen"))
    hold(rules.oc9_needs_are_enough, len(needs), int(str(local.value("outcomes_fewest_needs", today))))
    hold(rules.oc10_everything_has_lasted, [state_of(list(need.seen.all())) for need in needs])
    children = list(episode.statuses.values_list("person", flat=True).distinct())
    hold(rules.oc11_somebody_leads, next(iter(leads(by, children, today).values()), None))
    claim = Claim.objects.create(
        episode=episode, record_id=episode.record_id, put_forward_at=at, put_forward_by=by, words=words.strip()
    )
    deadlines.start(OUTCOME_CLAIM, about=claim, at=at, team=team_of(by))
    events.record("outcomes.put_forward", by=by, about=claim)
    return claim


@transaction.atomic
def check_claim(
    *, claim: Claim, agrees: bool, looked_at: Collection[str], words: str, by: User, at: datetime,
    version: int | None = None,
) -> Claim:  # fmt: skip
    """Agreed by somebody who looked at everything, or returned with what is missing."""
    require(by, Permission.OUTCOME_CHECK, on=claim)
    claim = locked(claim)
    hold(rules.oc13_is_checked_by_another, claim, by)
    if claim.checked_by_id == by.pk and claim.agreed == agrees:
        return claim
    hold(rules.oc14_waits_to_be_checked, claim)
    hold(rules.oc15_looked_at_everything, agrees, looked_at)
    hold(rules.oc16_return_is_explained, agrees, words)
    claim.checked_at, claim.checked_by, claim.agreed = at, by, agrees
    claim.looked_at, claim.check_words = sorted(looked_at), words.strip()
    save_version(claim, expected=version, fields=["checked_at", "checked_by", "agreed", "looked_at", "check_words"])
    deadlines.meet(OUTCOME_CLAIM, about=claim, at=at)
    events.record("outcomes.checked", by=by, about=claim, details={"agreed": agrees})
    return claim


def help_ends(episode: Episode, *, at: datetime) -> None:
    """Part of closing help: nobody is asked any more whether what was reached has lasted."""
    for need in Need.objects.filter(episode=episode):
        deadlines.withdraw(OUTCOME_LASTS, about=need, at=at)


def lasts_from(reached_on: date | None) -> date | None:
    """The first day on which it can be said that something has lasted."""
    if reached_on is None:
        return None
    return due_on(local.timescale("outcome_lasts", reached_on), datetime.combine(reached_on, time(12), LONDON))


def _says(row: Seen, said: dict[str, object]) -> bool:
    return all(getattr(row, name) == value for name, value in said.items())


def _waits(episode_id: UUID) -> bool:
    return Claim.objects.filter(episode=episode_id, checked_at__isnull=True).exists()
