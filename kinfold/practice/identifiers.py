"""Checking the numbers a child is known by: the NHS number and the unique pupil number."""

import re

from kinfold.practice import code_lists

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_GAPS = re.compile(r"[\s\-\u2010-\u2015]+")


class ImpossibleIdentifier(ValueError):
    """The number cannot be right; the message is for the person who typed it."""


def nhs_number(text: str) -> str:
    """Ten digits without gaps. The last is a check digit, modulus 11 (NHS Data Dictionary)."""
    digits = _GAPS.sub("", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise ImpossibleIdentifier("An NHS number has 10 digits, like 943 476 5919")
    if len(set(digits)) == 1 or nhs_check_digit(digits[:9]) != digits[9]:
        raise ImpossibleIdentifier("This is not a real NHS number: check each digit where you found it")
    return digits


def nhs_check_digit(first_nine: str) -> str | None:
    """The tenth digit; None where no NHS number can start with these nine."""
    remainder = sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True)) % 11
    check = (11 - remainder) % 11
    return None if check == 10 else str(check)


def upn(text: str) -> str:
    """Thirteen characters in capitals: a check letter, then twelve digits, the last a letter while it is temporary.

    Source: DfE, Unique pupil numbers, a guide for schools and local authorities.
    """
    characters = _GAPS.sub("", text).upper()
    if not re.fullmatch(rf"[A-Z][0-9]{{11}}[0-9{UPN_LETTERS}]", characters):
        raise ImpossibleIdentifier("A unique pupil number is a letter, then 12 digits, like H801200001001")
    if upn_check_letter(characters[1:]) != characters[0]:
        raise ImpossibleIdentifier("This is not a real unique pupil number: check each character where you found it")
    return characters


def upn_check_letter(last_twelve: str) -> str:
    """The first letter, from the twelve characters that follow it, weighted 2 to 13, modulus 23."""
    total = sum(_upn_value(character) * weight for character, weight in zip(last_twelve, range(2, 14), strict=True))
    return UPN_LETTERS[total % 23]


def is_temporary_upn(upn: str) -> bool:
    return upn[-1].isalpha()


def identifier(kind: str, text: str) -> str:
    """The number as it is kept, or ImpossibleIdentifier; kinds other than NHS number and UPN are only trimmed."""
    if kind not in code_lists.labels("identifier_type"):
        raise KeyError(f"There is no kind of identifier called “{kind}”.")
    if kind == "nhs_number":
        return nhs_number(text)
    if kind in ("upn", "former_upn"):
        return upn(text)
    if not text.strip():
        raise ImpossibleIdentifier("Enter the number")
    return text.strip()


def problem_with(kind: str, text: str) -> str | None:
    """The sentence to show beside the box, or None where the number is possible."""
    try:
        identifier(kind, text)
    except ImpossibleIdentifier as problem:
        return str(problem)
    return None


def _upn_value(character: str) -> int:
    return int(character) if character.isdigit() else UPN_LETTERS.index(character)
