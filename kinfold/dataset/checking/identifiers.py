"""NHS numbers and unique pupil numbers that cannot be real, as SQL over whole columns.

NHS number: ten digits, the last chosen so that the weights 10 to 1 sum to a multiple of 11 (NHS Data Dictionary).
UPN: a check letter for the weights 2 to 13 of the twelve characters after it, the last of which may be a letter in a
temporary number (DfE, unique pupil numbers: guidance, 2019).
"""

from __future__ import annotations

from typing import Literal

from kinfold.dataset.checking import sql

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def impossible(standard: Literal["NHS number", "UPN"], column: str) -> str:
    return _impossible_nhs_number(column) if standard == "NHS number" else _impossible_upn(column)


def _impossible_nhs_number(column: str) -> str:
    digits = f"replace(replace({column}, ' ', ''), '-', '')"
    total = " + ".join(f"{11 - place} * TRY_CAST({digits}[{place}] AS INT)" for place in range(1, 11))
    return f"(NOT regexp_full_match({digits}, '\\d{{10}}') OR {digits} = '0000000000' OR ({total}) % 11 <> 0)"


def _impossible_upn(column: str) -> str:
    letters = sql.text(UPN_LETTERS)
    digits = " + ".join(f"{place} * TRY_CAST({column}[{place}] AS INT)" for place in range(2, 13))
    last = f"coalesce(TRY_CAST({column}[13] AS INT), strpos({letters}, {column}[13]) - 1)"
    shape = f"regexp_full_match({column}, '[{UPN_LETTERS}]\\d{{11}}[{UPN_LETTERS}0-9]')"
    return f"(NOT {shape} OR ({digits} + 13 * {last}) % 23 <> strpos({letters}, {column}[1]) - 1)"
