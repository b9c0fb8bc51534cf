"""A child's time with social care as the rooms beyond it need it: statuses, referrals, findings, and who works."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kinfold.city.draws import Flags, Ints
from kinfold.city.help.episode_tables import EpisodeIds
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.findings import Findings
from kinfold.city.help.pathways import CLOSED, LOOKED_AFTER
from kinfold.city.help.placements import Placements
from kinfold.city.help.referrals import Referrals
from kinfold.city.help.spells import Spells
from kinfold.city.history import YEAR
from kinfold.city.homes import Stays
from kinfold.city.population import Population
from kinfold.city.workforce import Workforce


@dataclass(frozen=True)
class Casework:
    city: Population
    statuses: Statuses
    spells: Spells
    placements: Placements
    referrals: Referrals
    findings: Findings
    ids: EpisodeIds
    stays: Stays
    workforce: Workforce

    @property
    def last(self) -> int:
        return self.city.history.last

    def of_step(self, step: int) -> Ints:
        return np.flatnonzero(self.statuses.step == step)

    def spell(self, status: Ints) -> Ints:
        spell: Ints = self.spells.of_status[status]
        return spell

    def referral(self, status: Ints) -> Ints:
        referral: Ints = self.referrals.of_status[status]
        return referral

    def team(self, status: Ints) -> Ints:
        team: Ints = self.workforce.team[self.spells.worker[self.spell(status)]]
        return team

    def worker(self, status: Ints) -> Ints:
        """The one who has or had it last; -1 where nobody led."""
        spell = self.spell(status)
        return np.where(self.spells.led[spell], self.spells.worker[spell], -1)

    def age(self, child: Ints, day: Ints) -> Ints:
        """In whole years, near enough for what depends on it; -1 before birth."""
        years: Ints = np.floor((day - self.city.children.born[child]) / YEAR).astype(np.int64)
        return years

    @cached_property
    def next_step(self) -> Ints:
        """For each status, the step that follows it in the same referral; CLOSED where none does."""
        among = np.flatnonzero(self.referrals.of_status >= 0)
        order = among[np.lexsort((self.statuses.stage[among], self.referrals.of_status[among]))]
        same = self.referrals.of_status[order][1:] == self.referrals.of_status[order][:-1]
        steps = np.full(len(self.statuses.child), CLOSED)
        steps[order[:-1][same]] = self.statuses.step[order[1:][same]]
        return steps

    @cached_property
    def into_care(self) -> Flags:
        """Whether a period of care follows the status in the same referral, or began while it was ending."""
        flags: Flags = self.next_step == LOOKED_AFTER
        return flags
