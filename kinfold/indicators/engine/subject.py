"""What rows an indicator can count: a table, and the facts found for each of its rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinfold.dataset.tables import table
from kinfold.indicators.engine.facts import Fact, Lookup
from kinfold.indicators.engine.words import Expression

# Known of every row once it is dated: the moment itself, and the last day that the data know of.
OF_THE_MOMENT = ("on_day", "known_to")

# What each breakdown is made of.
BREAKDOWN_COLUMNS: dict[str, tuple[str, ...]] = {
    "ward": ("ward",),
    "deprivation": ("ward",),
    "agency": ("agency",),
    "age_band": ("born_on", "expected_on"),
    "sex": ("sex",),
    "ethnicity": ("ethnicity",),
    "disability": ("has_disability", "disability_known"),
    "tier": ("tier",),
}


@dataclass(frozen=True)
class Subject:
    """Rows of `table`. `units` says what can be counted and by which column; the first is the row itself.

    `open_between` names the columns of the first day and of the first day after, for rows that last. Where `only` is
    given, other rows are as if they were not there: what was recorded in error neither counts nor comes before another.
    """

    table: str
    units: dict[str, str]
    facts: tuple[Fact, ...] = ()
    open_between: tuple[str, str] | None = None
    only: Expression | None = field(default=None, compare=False, repr=False)
    sources: dict[str, str] = field(init=False, compare=False, repr=False)
    """The table each column comes from."""

    def __post_init__(self) -> None:
        declared = table(self.table)
        sources = {name: self.table for name in (*(field.name for field in declared.fields), *OF_THE_MOMENT)}
        for fact in self.facts:
            for column in fact.starts_from:
                if column not in sources:
                    raise ValueError(f"{self.table}: there is no {column} from which to find {', '.join(fact.gives)}.")
            for ours in fact.gives:
                if ours in sources:
                    raise ValueError(f"{self.table}: there is a {ours} already.")
                sources[ours] = fact.table or self.table
        named = self.only.columns if self.only is not None else ()
        for column in (*self.units.values(), *(self.open_between or ()), *named):
            if column not in sources:
                raise ValueError(f"{self.table}: there is no column {column}.")
        if self.row != declared.key[0]:
            raise ValueError(f"{self.table}: the first unit must be the row's key, {declared.key[0]}.")
        object.__setattr__(self, "sources", sources)

    @property
    def first_unit(self) -> str:
        return next(iter(self.units))

    @property
    def row(self) -> str:
        return self.units[self.first_unit]

    @property
    def lookups(self) -> tuple[Lookup, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, Lookup))

    @property
    def breakdowns(self) -> tuple[str, ...]:
        return tuple(by for by, columns in BREAKDOWN_COLUMNS.items() if set(columns) <= self.sources.keys())

    def facts_for(self, columns: Iterable[str]) -> tuple[Fact, ...]:
        """The facts that give those columns, and those from which they start, in the order of the declaration."""
        wanted, needed = set(columns), []
        for fact in reversed(self.facts):
            if wanted & set(fact.gives):
                needed.append(fact)
                wanted |= set(fact.starts_from)
        return tuple(reversed(needed))

    def tables_for(self, columns: Iterable[str]) -> set[str]:
        """Our own table and every other that those columns are found in."""
        return {self.table, *(fact.table for fact in self.facts_for(columns) if fact.table)}
