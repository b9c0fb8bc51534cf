"""The one SQL that adds up every relation, for DuckDB and Spark alike.

It returns a row for each period and group with the sums of every measure's two sides; `by_what` and `grp` are null for
the whole. What is counted distinctly is first reduced to one row for each period, group and child (or event): nobody is
counted twice, and no engine has to count distinct values within grouping sets.
"""

from collections.abc import Sequence

# The columns that a measure's figure is made of: those in the numerator and all, or what is added up and by how many.
Sides = tuple[str, str]


def rollup(rows: str, unit: str | None, breakdowns: Sequence[str], measures: Sequence[Sides]) -> str:
    """SQL that sums both sides of `measures` over `rows`, or over what is different in their column `unit`."""
    flags = _columns(measures)
    sums = ", ".join(f"SUM({flag}) AS {flag}" for flag in flags)
    if unit is None:
        return (
            f"SELECT period, {_by(breakdowns)} AS by_what, {_grp(breakdowns)} AS grp, {sums}\n"
            f"FROM {rows}\n{_grouping_sets(breakdowns)}"
        )
    return (
        f"WITH reduced AS (\n{_reduced(rows, unit, breakdowns, flags)}\n)\n"
        f"SELECT period, by_what, grp, {sums}\nFROM reduced\nGROUP BY period, by_what, grp"
    )


def projected(relation: str, units: Sequence[str], breakdowns: Sequence[str], measures: Sequence[Sides]) -> str:
    """SQL for only those columns of the relation that will be counted, so that no others are read."""
    columns = ", ".join(("period", *units, *breakdowns, *_columns(measures)))
    return "\n".join((f"SELECT {columns}", "FROM (", relation, ") AS relation"))


def rows_behind(relation: str, unit: str, by: str | None) -> str:
    """SQL for the keys of what the first measure's numerator counts, of one group where a breakdown is named."""
    within = f" AND {by} = ?" if by else ""
    return (
        f"WITH counted AS (\n{relation}\n)\n"
        f"SELECT DISTINCT {unit} FROM counted WHERE n_0 = 1 AND {unit} IS NOT NULL{within} ORDER BY {unit}"
    )


def _columns(measures: Sequence[Sides]) -> list[str]:
    """Each once, though a column may be a side of two measures."""
    return list(dict.fromkeys(column for sides in measures for column in sides))


def _reduced(rows: str, unit: str, breakdowns: Sequence[str], flags: Sequence[str]) -> str:
    """One row for each period, group and thing counted: in the count if any of its rows is."""
    most = ", ".join(f"MAX({flag}) AS {flag}" for flag in flags)
    return "\n".join(
        (
            f"SELECT period, {_by(breakdowns)} AS by_what, {_grp(breakdowns)} AS grp, {most}",
            f"FROM {rows} WHERE {unit} IS NOT NULL",
            _grouping_sets(breakdowns, unit),
        )
    )


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
