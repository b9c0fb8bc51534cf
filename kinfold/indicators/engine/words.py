"""`_`, in which a definition says what it means of a row's columns, to be worked out later on any engine.

    (_.decision == "signposted") & _.submitted_on.notnull()

An expression knows the columns it names and prints itself in one way only, so that it can be checked when it is
written and stand in a cache's key; working it out needs no more than a row or a table which understands the operators.
"""

import operator
from collections.abc import Callable, Iterable
from typing import Any

_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "&": operator.and_,
    "|": operator.or_,
    "*": operator.mul,
}
QUESTIONS = ("isnull", "notnull", "isin", "fill_null")


class Expression:
    """A column, or something said of columns."""

    __slots__ = ("_columns", "_text", "_work_out")

    def __init__(self, text: str, columns: Iterable[str], work_out: Callable[[Any], Any]) -> None:
        self._text, self._columns, self._work_out = text, frozenset(columns), work_out

    def on(self, rows: Any) -> Any:
        """The expression worked out on `rows`, whose columns are reached as `rows[name]`."""
        return self._work_out(rows)

    @property
    def columns(self) -> frozenset[str]:
        return self._columns

    def __repr__(self) -> str:
        return self._text

    __hash__ = None  # type: ignore[assignment]  # == makes an expression, so a set of them would be nonsense

    def __bool__(self) -> bool:
        raise TypeError(f"{self._text} is not true or false yet: join conditions with &, | and ~, not and, or and not.")

    def __eq__(self, other: object) -> "Expression":  # type: ignore[override]
        return self._with("==", other)

    def __ne__(self, other: object) -> "Expression":  # type: ignore[override]
        return self._with("!=", other)

    def __lt__(self, other: object) -> "Expression":
        return self._with("<", other)

    def __le__(self, other: object) -> "Expression":
        return self._with("<=", other)

    def __gt__(self, other: object) -> "Expression":
        return self._with(">", other)

    def __ge__(self, other: object) -> "Expression":
        return self._with(">=", other)

    def __and__(self, other: object) -> "Expression":
        return self._with("&", other)

    def __or__(self, other: object) -> "Expression":
        return self._with("|", other)

    def __mul__(self, other: object) -> "Expression":
        return self._with("*", other)

    def __invert__(self) -> "Expression":
        return Expression(f"~{self._text}", self._columns, lambda rows: ~self.on(rows))

    def isnull(self) -> "Expression":
        return self._asked("isnull")

    def notnull(self) -> "Expression":
        return self._asked("notnull")

    def isin(self, *values: object) -> "Expression":
        if not values:
            raise ValueError(f"{self._text}.isin() needs at least one value.")
        return Expression(f"{self._text}.isin{values!r}", self._columns, lambda rows: self.on(rows).isin(values))

    def fill_null(self, value: object) -> "Expression":
        return self._asked("fill_null", value)

    def _asked(self, question: str, *values: object) -> "Expression":
        text = f"{self._text}.{question}({', '.join(map(repr, values))})"
        return Expression(text, self._columns, lambda rows: getattr(self.on(rows), question)(*values))

    def _with(self, symbol: str, other: object) -> "Expression":
        if other is None:
            raise TypeError(f"{self._text} {symbol} None is never true: ask {self._text}.isnull() or .notnull().")
        work_out = _OPERATORS[symbol]
        if isinstance(other, Expression):
            columns = self._columns | other._columns
            return Expression(
                f"({self._text} {symbol} {other._text})", columns, lambda rows: work_out(self.on(rows), other.on(rows))
            )
        return Expression(
            f"({self._text} {symbol} {other!r})", self._columns, lambda rows: work_out(self.on(rows), other)
        )


class _Columns:
    """Any attribute is the column of that name."""

    def __getattr__(self, name: str) -> Expression:
        if name.startswith("_"):
            raise AttributeError(name)
        return column(name)


def column(name: str) -> Expression:
    return Expression(f"_.{name}", (name,), lambda rows: rows[name])


_ = _Columns()
