"""A family's outcomes on one page, and how many families have reached theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch

from kinfold.practice import code_lists
from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.casework.models import Episode
from kinfold.web.local import selectors as local
from kinfold.web.outcomes.models import Claim, Need, Seen

A_YEAR = timedelta(days=365)
NEEDED = "needed"
STATES = {NEEDED: ("Needed", "grey")} | {
    Seen.Stage.PROGRESS: ("Getting better", "blue"),
    Seen.Stage.REACHED: ("Reached", "green"),
    Seen.Stage.LASTING: ("Has lasted", "turquoise"),
    Seen.Stage.SLIPPED: ("Slipped back", "orange"),
}
"""How a need stands ▶ its words and the colour of its tag."""


@dataclass(frozen=True)
class NeedShown:
    need: Need
    seen: list[Seen]  # the newest first

    @property
    def state(self) -> str:
        return state_of(list(reversed(self.seen)))

    @property
    def reached_on(self) -> date | None:
        return reached_on(list(reversed(self.seen)))

    @property
    def words(self) -> str:
        return STATES[self.state][0]

    @property
    def colour(self) -> str:
        return STATES[self.state][1]


@dataclass(frozen=True)
class OutcomesPage:
    episode: Episode
    needs: list[NeedShown]
    dropped: list[Need]
    claims: list[Claim]  # the newest first
    fewest: int
    used: bool

    @property
    def claim(self) -> Claim | None:
        """Waiting to be checked, or agreed."""
        return next((one for one in self.claims if one.agreed is not False), None)

    @property
    def can_be_put_forward(self) -> bool:
        lasting = [one for one in self.needs if one.state == Seen.Stage.LASTING]
        return self.claim is None and len(lasting) == len(self.needs) >= self.fewest

    @property
    def left(self) -> dict[str, str]:
        """The outcomes that nobody has recorded as needed."""
        recorded = {one.need.outcome for one in self.needs}
        every = code_lists.labels("supporting_families_outcome")
        return {code: words for code, words in every.items() if code not in recorded}


def are_used(today: date) -> bool:
    return bool(local.value("outcomes_used", today))


def state_of(seen: Sequence[Seen]) -> str:
    """How a need stands, by what was seen of it last; the rows are the oldest first."""
    return seen[-1].stage if seen else NEEDED


def reached_on(seen: Sequence[Seen]) -> date | None:
    """When it was last reached, unless it has slipped back since; the rows are the oldest first."""
    reached = None
    for row in seen:
        if row.stage == Seen.Stage.REACHED:
            reached = row.seen_on
        elif row.stage == Seen.Stage.SLIPPED:
            reached = None
    return reached


def episode_seen(viewer: User, episode_id: UUID) -> Episode:
    found = Episode.objects.visible_to(viewer).filter(pk=episode_id).select_related("family", "record").first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def need_seen(viewer: User, need_id: UUID) -> Need:
    found = Need.objects.visible_to(viewer).filter(pk=need_id).select_related("episode__family", "found_by").first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def claim_seen(viewer: User, claim_id: UUID) -> Claim:
    rows = Claim.objects.visible_to(viewer).select_related("episode__family", "put_forward_by", "checked_by")
    found = rows.filter(pk=claim_id).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def outcomes_page(viewer: User, episode: Episode, today: date) -> OutcomesPage:
    seen = Prefetch("seen", Seen.objects.visible_to(viewer).select_related("recorded_by"))
    rows = Need.objects.visible_to(viewer).filter(episode=episode).select_related("found_by").prefetch_related(seen)
    everything = list(rows)
    claims = Claim.objects.visible_to(viewer).filter(episode=episode).select_related("put_forward_by", "checked_by")
    return OutcomesPage(
        episode=episode,
        needs=[NeedShown(need, list(reversed(need.seen.all()))) for need in everything if need.dropped_on is None],
        dropped=[need for need in everything if need.dropped_on is not None],
        claims=list(claims),
        fewest=int(str(local.value("outcomes_fewest_needs", today))),
        used=are_used(today),
    )


@dataclass(frozen=True)
class OutcomeCount:
    """Families of one outcome, among those that the viewer may see."""

    title: str
    needed: int
    reached: int  # of them, whatever has lasted among them too
    lasting: int


@dataclass(frozen=True)
class Overview:
    waiting: list[Claim]  # the longest first
    families: int
    agreed: int  # in the last year
    returned: int  # in the last year
    counts: list[OutcomeCount]


def overview(viewer: User, today: date) -> Overview:
    """In a fixed number of questions, whatever the number of families. One that was helped twice counts once, as it
    stands now."""
    needs = Need.objects.visible_to(viewer).standing().select_related("episode").prefetch_related("seen")
    states: dict[str, dict[UUID, str]] = {}
    for need in needs:
        states.setdefault(need.outcome, {})[need.episode.family_id] = state_of(list(need.seen.all()))
    families = {family for found in states.values() for family in found}
    claims = Claim.objects.visible_to(viewer)
    lately = claims.filter(checked_at__date__gt=today - A_YEAR)
    waiting = claims.filter(checked_at__isnull=True).select_related("episode__family", "put_forward_by")
    reached = (Seen.Stage.REACHED, Seen.Stage.LASTING)
    return Overview(
        waiting=list(waiting.order_by("put_forward_at")),
        families=len(families),
        agreed=lately.filter(agreed=True).count(),
        returned=lately.filter(agreed=False).count(),
        counts=[
            OutcomeCount(title, len(found), sum(one in reached for one in found), found.count(Seen.Stage.LASTING))
            for code, title in code_lists.labels("supporting_families_outcome").items()
            for found in [list(states.get(code, {}).values())]
        ],
    )
