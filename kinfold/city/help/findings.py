"""What social care found of each family and child, drawn once and told by several tables."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Flags, Ints, pick
from kinfold.city.help.looked_after import why_care_ended
from kinfold.city.help.placements import Placements
from kinfold.city.help.referrals import Referrals
from kinfold.city.help.spells import Spells
from kinfold.city.population import Population

CATEGORIES = ("NEG", "EMO", "PHY", "SAB", "MUL")
_CATEGORY_WEIGHTS = (46, 37, 9, 4, 4)
_NEED_WEIGHTS = (62, 9, 5, 9, 11, 3, 1)
_CATEGORY_STAYS, _UNFOUNDED, _DOMESTIC_ABUSE = 0.86, 0.04, 0.43


@dataclass(frozen=True)
class Findings:
    """`need`, `category` and `latest_category` are by spell, `domestic_abuse` by episode, `unfounded` by referral;
    `care_ended` and `seen_before` (the days since a reviewing officer was last in touch) by placement."""

    need: Ints
    category: Ints
    latest_category: Ints
    care_ended: Ints
    unfounded: Flags
    seen_before: Ints
    domestic_abuse: Flags


def find(city: Population, spells: Spells, placements: Placements, referrals: Referrals) -> Findings:
    rng = city.draws.stream("social care")
    need = pick(rng, _NEED_WEIGHTS, len(spells))
    category = pick(rng, _CATEGORY_WEIGHTS, len(spells))
    later = np.where(rng.random(len(spells)) < _CATEGORY_STAYS, category, pick(rng, _CATEGORY_WEIGHTS, len(spells)))
    care_ended = why_care_ended(city, rng, placements)
    unfounded = rng.random(len(referrals.child)) < _UNFOUNDED
    seen_before = rng.integers(5, 120, len(placements))
    abused = city.draws.stream("domestic abuse").random(int(spells.episode.max(initial=0)) + 1) < _DOMESTIC_ABUSE
    return Findings(need, category, later, care_ended, unfounded, seen_before, abused)
