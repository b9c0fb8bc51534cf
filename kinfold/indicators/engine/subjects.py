"""What rows an indicator can count: a table, and the facts looked up for each of its rows.

A lookup always goes to the other table's key, so it finds one row or none: no join can multiply what is counted.
"""

from dataclasses import dataclass, field

from kinfold.dataset.tables import table

# What each breakdown is made of.
BREAKDOWN_COLUMNS: dict[str, tuple[str, ...]] = {
    "ward": ("ward",),
    "agency": ("agency",),
    "age_band": ("born_on", "expected_on"),
    "sex": ("sex",),
    "ethnicity": ("ethnicity",),
    "tier": ("tier",),
}


@dataclass(frozen=True)
class Lookup:
    """`columns` of the one row of `table` whose key is in our column `by`; renamed with (theirs, ours)."""

    table: str
    by: str
    columns: tuple[str | tuple[str, str], ...]

    def __post_init__(self) -> None:
        declared = table(self.table)
        if len(declared.key) != 1:
            raise ValueError(f"A lookup in {self.table} could find several rows: its key is {', '.join(declared.key)}.")
        for theirs in self.named:
            declared.field(theirs)

    @property
    def key(self) -> str:
        return table(self.table).key[0]

    @property
    def named(self) -> dict[str, str]:
        """Our name for each of their columns, by theirs."""
        return dict(column if isinstance(column, tuple) else (column, column) for column in self.columns)


@dataclass(frozen=True)
class Subject:
    """Rows of `table`. `units` says what can be counted and by which column; the first is the row itself.

    `open_between` names the columns of the first day and of the first day after, for rows that last.
    """

    table: str
    units: dict[str, str]
    lookups: tuple[Lookup, ...] = ()
    open_between: tuple[str, str] | None = None
    sources: dict[str, str] = field(init=False, compare=False, repr=False)
    """The table each column comes from."""

    def __post_init__(self) -> None:
        declared = table(self.table)
        sources = {field.name: self.table for field in declared.fields}
        for lookup in self.lookups:
            if lookup.by not in sources:
                raise ValueError(f"{self.table}: nothing called {lookup.by} to look up in {lookup.table} by.")
            for ours in lookup.named.values():
                if ours in sources:
                    raise ValueError(f"{self.table}: {ours} from {lookup.table} is there already.")
                sources[ours] = lookup.table
        for column in (*self.units.values(), *(self.open_between or ())):
            if column not in sources:
                raise ValueError(f"{self.table}: there is no column {column}.")
        if self.row != declared.key[0]:
            raise ValueError(f"{self.table}: the first unit must be the row's key, {declared.key[0]}.")
        object.__setattr__(self, "sources", sources)

    @property
    def row(self) -> str:
        return next(iter(self.units.values()))

    @property
    def breakdowns(self) -> tuple[str, ...]:
        return tuple(by for by, columns in BREAKDOWN_COLUMNS.items() if set(columns) <= self.sources.keys())


_CHILD = Lookup("people", "person_id", ("born_on", "expected_on", "sex", "ethnicity"))
_AGENCY = Lookup("agencies", "agency_id", (("name", "agency"),))


def _status(key: str) -> Lookup:
    """The ward and tier that were stored when the status began."""
    return Lookup("statuses", key, ("tier", "ward"))


SUBJECTS: dict[str, Subject] = {
    subject.table: subject
    for subject in (
        Subject(
            table="contacts",
            units={"contacts": "contact_id", "children": "person_id", "contact events": "event_id"},
            lookups=(
                Lookup(
                    "contact_children",
                    "contact_id",
                    ("event_id", "tier", "decision", "decided_on", "ward", "agency_id"),
                ),
                _AGENCY,
                _CHILD,
            ),
        ),
        Subject(
            table="family_support_plans",
            units={"plans": "plan_id"},
            lookups=(_AGENCY,),
        ),
        Subject(
            table="conversations",
            units={"assessments": "conversation_id"},
            lookups=(_AGENCY,),
        ),
        Subject(
            table="child_in_need_plans",
            units={"plans": "plan_id", "children": "person_id"},
            lookups=(_status("plan_id"), _CHILD),
            open_between=("started_on", "ended_on"),
        ),
        Subject(
            table="protection_plans",
            units={"plans": "plan_id", "children": "person_id"},
            lookups=(_status("plan_id"), _CHILD),
            open_between=("started_on", "ended_on"),
        ),
        Subject(
            table="looked_after_episodes",
            units={"episodes": "episode_id", "children": "person_id"},
            lookups=(_status("episode_id"), _CHILD),
            open_between=("started_on", "ceased_on"),
        ),
        Subject(
            table="referrals",
            units={"referrals": "referral_id", "children": "person_id"},
            lookups=(_CHILD,),
            open_between=("received_on", "closed_on"),
        ),
    )
}
