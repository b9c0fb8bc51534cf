"""The one SQL that adds up every relation, for DuckDB and Spark alike.

It returns a row for each period and group with the sums of every measure's flags; `by_what` and `grp` are null for
the whole.
What is counted distinctly is first reduced to one row for each period, group and child (or event), so that nobody is
counted twice and no engine has to count distinct values within grouping sets.
"""

from collections.abc import Sequence

_INDENT = "  "


def rollup(relation: str, row: str, unit: str, breakdowns: Sequence[str], measures: Sequence[int]) -> str:
    """SQL that sums the flags of `measures` over the relation, counting `unit`; `row` is the relation's own row."""
    flags = [f"{side}_{number}" for number in measures for side in ("n", "d")]
    counted, source = f"WITH counted AS (\n{relation}\n)", "counted"
    if unit != row:
        reduced = _reduced(unit, breakdowns, flags)
        counted, source = f"{counted},\nreduced AS (\n{reduced}\n)", "reduced"
        return f"{counted}\n{_sums_of_reduced(breakdowns, flags, source)}"
    sums = ",\n".join(f"{_INDENT}SUM({flag}) AS {flag}" for flag in flags)
    return (
        f"{counted}\nSELECT\n{_INDENT}period,\n{_INDENT}{_by(breakdowns)} AS by_what,\n"
        f"{_INDENT}{_grp(breakdowns)} AS grp,\n{sums}\nFROM {source}\n{_grouping_sets(breakdowns)}"
    )


def rows_behind(relation: str, unit: str, by: str | None) -> str:
    """SQL for the keys of what the first measure's numerator counts, of one group where a breakdown is named."""
    within = f" AND {by} = ?" if by else ""
    return (
        f"WITH counted AS (\n{relation}\n)\n"
        f"SELECT DISTINCT {unit} FROM counted WHERE n_0 = 1 AND {unit} IS NOT NULL{within} ORDER BY {unit}"
    )


def _reduced(unit: str, breakdowns: Sequence[str], flags: Sequence[str]) -> str:
    """One row for each period, group and thing counted: in the count if any of its rows is."""
    most = ",\n".join(f"{_INDENT}MAX({flag}) AS {flag}" for flag in flags)
    return (
        f"{_INDENT}SELECT period, {_by(breakdowns)} AS by_what, {_grp(breakdowns)} AS grp,\n{most}\n"
        f"{_INDENT}FROM counted WHERE {unit} IS NOT NULL\n{_INDENT}{_grouping_sets(breakdowns, unit)}"
    )


def _sums_of_reduced(breakdowns: Sequence[str], flags: Sequence[str], source: str) -> str:
    sums = ", ".join(f"SUM({flag}) AS {flag}" for flag in flags)
    return f"SELECT period, by_what, grp, {sums}\nFROM {source}\nGROUP BY period, by_what, grp"


def _grouping_sets(breakdowns: Sequence[str], unit: str = "") -> str:
    always = ["period", unit] if unit else ["period"]
    sets = [always, *([*always, by] for by in breakdowns)]
    return "GROUP BY GROUPING SETS (" + ", ".join(f"({', '.join(columns)})" for columns in sets) + ")"


def _by(breakdowns: Sequence[str]) -> str:
    if not breakdowns:
        return "CAST(NULL AS VARCHAR(20))"
    return "CASE " + " ".join(f"WHEN GROUPING({by}) = 0 THEN '{by}'" for by in breakdowns) + " END"


def _grp(breakdowns: Sequence[str]) -> str:
    """Never null within a breakdown: a row without the fact is in the group of those not recorded."""
    return f"COALESCE({', '.join(breakdowns)}, NULL)" if breakdowns else "CAST(NULL AS VARCHAR(20))"
