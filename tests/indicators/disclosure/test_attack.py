"""Nobody who solves everything published as one set of equations finds a small number.

`make test` attacks a few tables; `pytest -m attack` attacks three thousand, in minutes.
"""

import random

import pytest

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine import protection
from kinfold.indicators.engine.disclosure import sums
from kinfold.indicators.engine.protection import protected
from tests.indicators.disclosure.attack import Release, recovered
from tests.indicators.disclosure.tables import drawn, drawn_by_band, figures_of, periods_of, revised

HUNDREDS = 30  # of a hundred and fifty tables each, a third of them published twice
ONCE_RECOVERED = (1602, 1682, 1933, 2212)  # by an attack on what was published before its faults were mended


def published(place, periods, earlier=()):
    indicators = {key: BY_KEY[key] for key in place.keys}
    return Release(
        place, periods, protected(figures_of(place, periods), indicators, periods, "public", earlier=earlier)
    )


def published_once(seed):
    dice = random.Random(seed)
    return [published(drawn(dice), periods_of(dice))]


def published_by_band(seed):
    """Wards beside the bands of deprivation that they add up to."""
    dice = random.Random(seed)
    return [published(drawn_by_band(dice), periods_of(dice))]


def published_twice(seed):
    """The second time with more periods, and after some records were corrected."""
    dice = random.Random(seed)
    first = published(drawn(dice), periods_of(dice, quarters=dice.choice((2, 3, 4))))
    periods = list({one.key: one for one in (*first.periods, *periods_of(dice))}.values())
    return [first, published(revised(dice, first.place), periods, [first.published])]


WAYS = (published_once, published_by_band, published_twice)


def attack(seeds):
    return {(way.__name__, seed): found for seed in seeds for way in WAYS if (found := recovered(way(seed)))}


def test_an_attack_on_a_few_tables_recovers_nothing():
    assert attack((*range(8), *ONCE_RECOVERED)) == {}


@pytest.mark.attack
@pytest.mark.parametrize("hundred", range(HUNDREDS))
def test_an_attack_on_thousands_of_tables_recovers_nothing(hundred):
    assert attack(range(1000 + 50 * hundred, 1050 + 50 * hundred)) == {}


BROKEN = {
    "hides only what is small": lambda monkeypatch: monkeypatch.setattr(
        protection.Hiding, "run", lambda self: self.figures
    ),
    "forgets that quarters add up": lambda monkeypatch: monkeypatch.setattr(sums, "add_over_time", lambda *_: None),
    "forgets that groups add up": lambda monkeypatch: monkeypatch.setattr(sums, "add_breakdowns", lambda *_: None),
    "forgets which indicators are parts of others": lambda monkeypatch: monkeypatch.setattr(
        sums, "families", lambda _: []
    ),
}


def test_the_attack_notices_a_protection_that_forgets_that_wards_add_up_to_bands(monkeypatch):
    monkeypatch.setattr(sums, "_band_of", lambda _: "")
    assert any(recovered(published_by_band(seed)) for seed in range(40))


@pytest.mark.parametrize("fault", BROKEN)
def test_the_attack_notices_a_protection_that(monkeypatch, fault):
    BROKEN[fault](monkeypatch)
    assert any(recovered(published_once(seed)) for seed in range(40))


def test_the_attack_notices_a_protection_that_forgets_what_was_published_before():
    def forgetful(seed):
        [first, second] = published_twice(seed)
        return [first, published(second.place, second.periods)]

    assert any(recovered(forgetful(seed)) for seed in range(40))
