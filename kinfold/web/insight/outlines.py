"""From what a board's duty covers to the outline of its report: its parts, what each counts, and what people write."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import cast

from kinfold.indicators.asked import SHORTLY, Measure
from kinfold.indicators.asked.boards import Covered
from kinfold.indicators.catalogue import EVERY, reported_as
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.engine.protection import Audience
from kinfold.web.insight.models import Section
from kinfold.web.partnership.models import Duty, Priority

# Asked for by the annual report, and the wider rate with which the published one is easily confused.
READ_WITH = {("safeguarding", "1"): ("early_help.assessments_completed", "children_in_need.open_referral_rate")}
_BY_KEY: dict[str, Indicator | Gathered] = {one.key: one for one in EVERY}


@dataclass(frozen=True)
class Part:
    """A priority of a report in three parts, or a chapter. `title` is empty where a report has one part alone."""

    key: str
    title: str
    covers: tuple[Covered, ...]
    actions: tuple[Covered, ...]
    indicators: tuple[str, ...] = ()
    guidance: str = ""
    by_ward: bool = False

    @cached_property
    def measured_by(self) -> tuple[tuple[str, Indicator | Gathered], ...]:
        """(its numbers in the document, an indicator), in the document's order; a number may be empty."""
        numbers: dict[str, list[str]] = {}
        for measure in self._measures:
            for one in reported_as(measure.name):
                numbers.setdefault(one.key, []).append(measure.number)
        beside = [key for each in self.covers for key in READ_WITH.get((each.document, each.number), ())]
        for key in (*beside, *self.indicators):
            numbers.setdefault(key, _in_the_dataset(_BY_KEY[key]))
        return tuple((", ".join(said), _BY_KEY[key]) for key, said in numbers.items())

    @property
    def _measures(self) -> tuple[Measure, ...]:
        return tuple(dict.fromkeys(measure for each in self.covers for measure in each.measures))


@dataclass(frozen=True)
class Asked:
    """One section that somebody is asked to write."""

    key: str
    part: Section.Part
    title: str
    under: str


@dataclass(frozen=True)
class Outline:
    """Who may read the report, and its parts; ``chapters`` is False for the Trust Plan's three parts."""

    parts: tuple[Part, ...]
    audience: Audience
    chapters: bool

    @property
    def sections(self) -> tuple[Asked, ...]:
        """A chapter each, or what is going well and what needs to improve on each priority."""
        if self.chapters:
            return tuple(Asked(one.key, Section.Part.CHAPTER, one.title, "") for one in self.parts)
        pairs = (Section.Part.GOING_WELL, Section.Part.NEEDS_TO_IMPROVE)
        titled = [one for one in self.parts if one.title and one.actions]
        if len(titled) < len(self.parts) or not titled:
            return tuple(Asked(part.value, part, part.label, "") for part in pairs)
        return tuple(Asked(f"{one.key}-{part.value}", part, part.label, one.title) for one in titled for part in pairs)

    def guidance(self, key: str) -> str:
        """What a chapter's author is told."""
        return next((one.guidance for one in self.parts if one.key == key), "")


def outline_of(duty: Duty) -> Outline:
    if duty.shape == Duty.Shape.PROGRESS:
        return Outline(_priorities(tuple(map(Covered.named, duty.covers))), "board", chapters=False)
    return _shapes()[duty.shape]


def priorities_of(covered: Sequence[Covered]) -> dict[Covered, Priority]:
    """Those that stand in strategies here; where a document numbers several kinds alike, its priorities."""
    rows = Priority.objects.filter(strategy__document__in={one.document for one in covered}).select_related("strategy")
    ranked = sorted(rows, key=lambda row: row.kind != Priority.Kind.PRIORITY, reverse=True)
    found = {(row.strategy.document, row.number): row for row in ranked if row.kind != Priority.Kind.SPINE}
    there = {one: found.get((one.document, one.priority)) for one in covered if one.priority is not None}
    return {one: row for one, row in there.items() if row is not None}


def _priorities(covers: tuple[Covered, ...]) -> tuple[Part, ...]:
    """A part for each; a whole document is a part for each of its headings."""
    if len(covers) == 1 and covers[0].number:
        return (Part("whole", "", covers, covers),)
    rows = priorities_of(covers)
    several = len({one.document for one in covers}) > 1
    parts = []
    for one in covers:
        if not one.number:
            for place, under in enumerate(dict.fromkeys(measure.under for measure in one.measures), start=1):
                numbers = [measure.number for measure in one.measures if measure.under == under]
                parts.append(Part(f"{one.document}-{place}", under, _exactly(one.document, numbers), ()))
            continue
        row = rows.get(one)
        title = f"{row.name}: {row.short or row.title}" if row else f"{SHORTLY[one.document]} {one.number}"
        title = f"{SHORTLY[one.document]}, {title}" if several and row else title
        key = f"{one.document}-{one.number}".replace(".", "-")
        parts.append(Part(key, title[:300], (one,), (one,) if one.priority is not None else ()))
    return tuple(parts)


def _exactly(document: str, numbers: list[str]) -> tuple[Covered, ...]:
    return tuple(Covered(document, number) for number in numbers)


def _in_the_dataset(one: Indicator | Gathered) -> list[str]:
    return [name.split(" ", 1)[1] for name in one.reported_in if name.startswith("dataset ")]


@cache
def _shapes() -> dict[str, Outline]:
    text = resources.files("kinfold.web.insight").joinpath("data", "shapes.toml").read_text(encoding="utf-8")
    return {
        key: Outline(tuple(map(_chapter, shape["chapter"])), cast(Audience, shape["audience"]), chapters=True)
        for key, shape in tomllib.loads(text).items()
    }


def _chapter(said: dict[str, object]) -> Part:
    def covers(name: str) -> tuple[Covered, ...]:
        return tuple(map(Covered.named, cast("list[str]", said.get(name, []))))

    return Part(
        key=str(said["key"]),
        title=str(said["title"]),
        covers=covers("covers"),
        actions=covers("actions"),
        indicators=tuple(cast("list[str]", said.get("indicators", []))),
        guidance=str(said["guidance"]),
        by_ward=bool(said.get("by_ward")),
    )
