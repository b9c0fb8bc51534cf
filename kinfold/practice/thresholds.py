"""The Thresholds Document as a dated value: tiers, domains and indicators of need, which suggest and never decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinfold.practice.dated import PracticeDataFault, check_versions, names_in, read_toml, version_on

UNBORN = -1
OLDEST = 17


@dataclass(frozen=True)
class Tier:
    number: int
    title: str
    words: str


@dataclass(frozen=True)
class Domain:
    key: str
    title: str
    words: str


@dataclass(frozen=True)
class Indicator:
    """One sign of need. Ages are completed years, both included; UNBORN stands for a child not yet born."""

    key: str
    tier: int
    domain: str
    age_from: int
    age_to: int
    text: str

    def fits(self, age: int) -> bool:
        return self.age_from <= age <= self.age_to


@dataclass(frozen=True)
class ThresholdsDocument:
    version: str
    title: str
    source: str
    note: str
    valid_from: date
    valid_to: date | None
    tiers: tuple[Tier, ...]
    domains: tuple[Domain, ...]
    indicators: tuple[Indicator, ...]

    def indicator(self, key: str) -> Indicator:
        """KeyError where this version has none of that key: a decision keeps its version beside its keys."""
        for indicator in self.indicators:
            if indicator.key == key:
                return indicator
        raise KeyError(f"The Thresholds Document {self.version} has no indicator called “{key}”.")

    def indicators_for(
        self, *, ages: Iterable[int] | None = None, tier: int | None = None, domain: str | None = None
    ) -> tuple[Indicator, ...]:
        """Those that fit any of the children's ages; every age where none is known."""
        known = None if ages is None else tuple(ages)
        return tuple(
            indicator
            for indicator in self.indicators
            if (tier is None or indicator.tier == tier)
            and (domain is None or indicator.domain == domain)
            and (not known or any(indicator.fits(age) for age in known))
        )


@dataclass(frozen=True)
class Suggestion:
    """What the indicators chosen point to. A person decides; `tier` is None where nothing was chosen."""

    tier: int | None
    because: tuple[Indicator, ...]
    words: str


def document(on: date) -> ThresholdsDocument:
    """The version in force on a day: the day of the decision."""
    return version_on(DOCUMENTS, on, "Thresholds Document")


def document_of(version: str) -> ThresholdsDocument:
    """The version that a decision kept, in force or not, so that its indicators can still be read."""
    for document in DOCUMENTS:
        if document.version == version:
            return document
    raise KeyError(f"There is no Thresholds Document {version}.")


def suggest(document: ThresholdsDocument, selected: Iterable[str]) -> Suggestion:
    """The highest tier among the indicators chosen, and those that point there."""
    chosen = [document.indicator(key) for key in dict.fromkeys(selected)]
    if not chosen:
        return Suggestion(None, (), "No indicators are chosen. You decide the tier.")
    highest = max(indicator.tier for indicator in chosen)
    because = tuple(indicator for indicator in chosen if indicator.tier == highest)
    title = next(tier.title for tier in document.tiers if tier.number == highest)
    return Suggestion(highest, because, f"What you chose points to Tier {highest}, {title}. You decide the tier.")


def read_document(table: Mapping[str, Any]) -> ThresholdsDocument:
    """A Thresholds Document from its TOML table; refused at the first fault."""
    tiers = tuple(Tier(**row) for row in table["tier"])
    domains = tuple(Domain(**row) for row in table["domain"])
    indicators = tuple(_indicators(table["indicators"]))
    keys = [indicator.key for indicator in indicators]
    for indicator in indicators:
        where = f"Thresholds Document {table['version']}, indicator {indicator.key}"
        if keys.count(indicator.key) > 1:
            raise PracticeDataFault(f"{where}: the key is used twice.")
        if indicator.tier not in {tier.number for tier in tiers}:
            raise PracticeDataFault(f"{where}: there is no Tier {indicator.tier}.")
        if indicator.domain not in {domain.key for domain in domains}:
            raise PracticeDataFault(f"{where}: there is no domain {indicator.domain}.")
        if not UNBORN <= indicator.age_from <= indicator.age_to <= OLDEST:
            raise PracticeDataFault(f"{where}: ages must run upwards from unborn to {OLDEST}.")
    return ThresholdsDocument(
        version=table["version"],
        title=table["title"],
        source=table["source"],
        note=table["note"],
        valid_from=table["valid_from"],
        valid_to=table.get("valid_to"),
        tiers=tiers,
        domains=domains,
        indicators=indicators,
    )


def _indicators(tables: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]]) -> Iterable[Indicator]:
    for tier, domains in tables.items():
        for domain, rows in domains.items():
            for key, row in rows.items():
                age_from, age_to = _ages(row["ages"])
                yield Indicator(key, int(tier.removeprefix("tier_")), domain, age_from, age_to, row["text"])


def _ages(words: str) -> tuple[int, int]:
    """`any`, `unborn`, `unborn-4` or `5-10`."""
    if words == "any":
        return UNBORN, OLDEST
    first, _, last = words.partition("-")
    try:
        age_from = UNBORN if first == "unborn" else int(first)
        return age_from, int(last) if last else age_from
    except ValueError as fault:
        raise PracticeDataFault(f"“{words}” must look like “any”, “unborn”, “unborn-4” or “5-10”.") from fault


DOCUMENTS = check_versions(
    (read_document(read_toml("thresholds", file)) for file in names_in("thresholds")), "Thresholds Document"
)
