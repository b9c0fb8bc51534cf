"""Referrals: a child's unbroken times with children's social care."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city.draws import Flags, Ints
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import ASSESSMENT
from kinfold.city.help.spells import Spells
from kinfold.city.history import DAY
from kinfold.city.population import Population

_SPAN = 10_000_000


@dataclass(frozen=True)
class Referrals:
    """A child's unbroken time with social care. `of_status` gives each status its referral, -1 for early help."""

    child: Ints
    spell: Ints
    received: Ints
    closed: Ints
    of_status: Ints
    only_assessed: Flags
    last_status: Ints
    ids: pa.StringArray

    def open_on(self, child: Ints, day: Ints) -> Flags:
        """Whether social care had each child's referral open on its own day."""
        order = np.lexsort((self.received, self.child))
        marks = self.child[order] * _SPAN + self.received[order]
        place = np.searchsorted(marks, child * _SPAN + day, side="right") - 1
        referral = order[np.maximum(place, 0)]
        return np.asarray((place >= 0) & (self.child[referral] == child) & (self.closed[referral] > day))


def refer(city: Population, episodes: Episodes, spells: Spells) -> Referrals:
    statuses = episodes.statuses
    order = np.lexsort((statuses.stage, statuses.child, statuses.episode))
    order = order[statuses.step[order] >= ASSESSMENT]
    episode, child, stage = statuses.episode[order], statuses.child[order], statuses.stage[order]
    begins = np.ones(len(order), bool)
    begins[1:] = (episode[1:] != episode[:-1]) | (child[1:] != child[:-1]) | (stage[1:] != stage[:-1] + 1)
    number = np.cumsum(begins) - 1
    of_status = np.full(len(statuses.child), -1)
    of_status[order] = number
    first = np.flatnonzero(begins)
    closed = np.maximum.reduceat(statuses.ended[order], first)
    deepest = np.maximum.reduceat(statuses.step[order], first)
    last = np.append(first[1:], len(order)) - 1
    received = statuses.started[order][first]
    ids = city.ids_of("referrals", received * DAY + 12 * 3600)
    return Referrals(
        child[first],
        spells.of_status[order[first]],
        received,
        closed,
        of_status,
        deepest == ASSESSMENT,
        order[last],
        ids,
    )
