"""Chance by the column: every draw comes from a stream named after what it decides, so that one change moves little."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Draws:
    """The seed's streams: the same name gives the same numbers, whatever else has been drawn before."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def stream(self, name: str) -> np.random.Generator:
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, *name.encode()])))


def pick(rng: np.random.Generator, weights: ArrayLike, size: int) -> Ints:
    """Places in `weights`, each as often as its weight says."""
    running: Floats = np.cumsum(np.asarray(weights, dtype=np.float64))
    places: Ints = np.minimum(np.searchsorted(running, rng.random(size) * running[-1], side="right"), len(running) - 1)
    return places


def pick_each(rng: np.random.Generator, weights: Floats) -> Ints:
    """One place for each row of `weights`, which has a row for each draw."""
    running: Floats = np.cumsum(weights, axis=1)
    roll = rng.random(len(weights)) * running[:, -1]
    places: Ints = np.minimum((running < roll[:, None]).sum(axis=1), weights.shape[1] - 1)
    return places


def choose(rng: np.random.Generator, values: Sequence[str], weights: ArrayLike, size: int) -> NDArray[np.object_]:
    return np.asarray(values, dtype=object)[pick(rng, weights, size)]


def a_few(rng: np.random.Generator, among: Ints, share: float) -> Ints:
    """So many of `among`, in order: one at least where there are any, so that a small city has what is rare."""
    count = min(len(among), max(1, round(share * len(among))))
    return np.sort(rng.choice(among, count, replace=False))


def apportion(total: int, weights: ArrayLike) -> Ints:
    """`total` shared out in whole numbers, by largest remainder: the parts always add up."""
    exact = np.asarray(weights, dtype=np.float64) / np.sum(weights) * total
    parts: Ints = np.floor(exact).astype(np.int64)
    short = total - int(parts.sum())
    parts[np.argsort(parts - exact, kind="stable")[:short]] += 1
    return parts


def ranges(counts: Ints) -> tuple[Ints, Ints]:
    """For `counts` rows from each parent: the parent's place and the row's own number within it, from 0."""
    parent = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    return parent, np.arange(len(parent)) - first[parent]


def lognormal(rng: np.random.Generator, median: ArrayLike, spread: float, size: int) -> Floats:
    return np.asarray(median, dtype=np.float64) * np.exp(rng.normal(0.0, spread, size))
