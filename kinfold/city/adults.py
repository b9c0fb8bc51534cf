"""Mothers, fathers, step-parents and grandparents: who they are to the children, who lives with them, and from when."""

from dataclasses import dataclass

import numpy as np

from kinfold.city import portrait
from kinfold.city.draws import Draws, Flags, Ints
from kinfold.city.families import Children, Families
from kinfold.city.history import NEVER, YEAR, History

MOTHER, FATHER, STEP_PARENT, GRANDPARENT = range(4)
KINDS = ("mother", "father", "step_parent", "grandparent", "parent")


@dataclass(frozen=True)
class Adults:
    """One place for each adult. `kind` points into KINDS. `moved_out` is when a parent left the children's home:
    before every day known for a parent who never lived there, NEVER for one who still does."""

    family: Ints
    role: Ints
    kind: Ints
    born: Ints
    female: Flags
    responsible: Flags
    joined: Ints
    moved_out: Ints

    def __len__(self) -> int:
        return len(self.family)


def raise_adults(families: Families, children: Children, history: History, draws: Draws) -> Adults:
    rng = draws.stream("adults")
    count = len(families)
    eldest = children.born[children.first_of_family[:-1]]
    youngest = children.born[children.first_of_family[1:] - 1]
    household = families.household
    couple = household == portrait.COUPLE
    alone = household == portrait.MOTHER_ALONE

    mothers = np.flatnonzero((household != portrait.FATHER_ALONE) | (rng.random(count) < 0.6))
    known = rng.random(count) >= np.where(
        alone, portrait.FATHER_UNKNOWN, np.where(household == portrait.GRANDPARENT, 0.5, 0.0)
    )
    fathers = np.flatnonzero(known)
    steps = np.flatnonzero(alone & (rng.random(count) < portrait.STEP_PARENT))
    grandparents = np.flatnonzero(household == portrait.GRANDPARENT)

    mother_age = np.clip(rng.normal(27.5, 5.6, count), 16.2, 41.0)
    latest = (youngest - 46 * YEAR).astype(np.int64)
    mother_born = np.maximum((eldest - mother_age * YEAR).astype(np.int64), latest)
    mother_born = np.minimum(mother_born, eldest - round(15.5 * YEAR))
    father_born = np.minimum(mother_born - (rng.normal(2.4, 4.0, count) * YEAR).astype(np.int64), eldest - 16 * 366)
    grown_up = history.last - 18 * 366
    mother_born, father_born = np.minimum(mother_born, grown_up), np.minimum(father_born, grown_up)
    step_born = np.minimum(
        mother_born - (rng.normal(0.5, 4.5, count) * YEAR).astype(np.int64), history.first - 19 * 366
    )
    grandparent_born = mother_born - (rng.uniform(19, 33, count) * YEAR).astype(np.int64)

    lived = history.last - history.first
    separates = couple & (rng.random(count) < portrait.SEPARATES) & (families.left == NEVER)
    separated = np.where(
        separates, np.maximum(history.first, eldest + 60) + (rng.random(count) * lived).astype(np.int64), NEVER
    )
    separated = np.where(separated < history.last, separated, NEVER)
    mother_out = np.where(np.isin(household, (portrait.FATHER_ALONE, portrait.GRANDPARENT)), -NEVER, NEVER)
    father_out = np.where(couple, separated, np.where(household == portrait.FATHER_ALONE, NEVER, -NEVER))
    step_joined = np.maximum(history.first - 700, eldest) + (rng.random(count) * (lived + 500)).astype(np.int64)
    step_joined = np.minimum(step_joined, history.last)

    groups = (mothers, fathers, steps, grandparents)
    family = np.concatenate(groups)
    role = np.repeat([MOTHER, FATHER, STEP_PARENT, GRANDPARENT], [len(group) for group in groups])
    never, before = np.full(count, NEVER), np.full(count, -NEVER)
    second_mother = (role == FATHER) & couple[family] & (rng.random(len(family)) < 0.015)
    female = (role == MOTHER) | second_mother | ((role == GRANDPARENT) & (rng.random(len(family)) < 0.75))
    female |= (role == STEP_PARENT) & (rng.random(len(family)) < 0.04)
    responsible = rng.random(len(family)) < np.array([1.0, 0.72, 0.0, 0.6])[role]
    responsible |= (role == FATHER) & couple[family]
    return Adults(
        family,
        role,
        np.where(second_mother, KINDS.index("parent"), role),
        np.stack((mother_born, father_born, step_born, grandparent_born))[role, family],
        female,
        responsible,
        np.stack((before, before, step_joined, before))[role, family],
        np.stack((mother_out, father_out, never, never))[role, family],
    )
