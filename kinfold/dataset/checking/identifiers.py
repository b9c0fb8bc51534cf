"""NHS numbers and unique pupil numbers that cannot be real: practice's own rules, as SQL over whole columns."""

from __future__ import annotations

from typing import Literal

from kinfold.dataset.checking import sql
from kinfold.practice.identifiers import UPN_LETTERS


def impossible(standard: Literal["NHS number", "UPN"], column: str) -> str:
    without_gaps = rf"regexp_replace(upper({column}), '[\s\-\x{{2010}}-\x{{2015}}]+', '', 'g')"
    return _impossible_nhs_number(without_gaps) if standard == "NHS number" else _impossible_upn(without_gaps)


def _impossible_nhs_number(digits: str) -> str:
    """Ten digits weighted 10 to 1 sum to a multiple of 11."""
    total = " + ".join(f"{11 - place} * TRY_CAST({digits}[{place}] AS INT)" for place in range(1, 11))
    all_alike = f"{digits} = repeat({digits}[1], 10)"
    return rf"(NOT regexp_full_match({digits}, '[0-9]{{10}}') OR {all_alike} OR ({total}) % 11 <> 0)"


def _impossible_upn(characters: str) -> str:
    """Characters 2 to 13 weighted by their place give the first letter, modulus 23; the last may be a letter."""
    letters = sql.text(UPN_LETTERS)
    digits = " + ".join(f"{place} * TRY_CAST({characters}[{place}] AS INT)" for place in range(2, 13))
    last = f"coalesce(TRY_CAST({characters}[13] AS INT), strpos({letters}, {characters}[13]) - 1)"
    shape = rf"regexp_full_match({characters}, '[A-Z][0-9]{{11}}[0-9{UPN_LETTERS}]')"
    return f"(NOT {shape} OR ({digits} + 13 * {last}) % 23 <> strpos({letters}, {characters}[1]) - 1)"
