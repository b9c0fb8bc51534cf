"""Refusing what a numbered rule of law or local policy forbids, in the words that a person reads."""

from collections.abc import Callable

from django.core.exceptions import ValidationError


class RuleBroken(ValidationError):
    """What was asked breaks a rule; the message is the rule's own text, ``code`` its number."""


def broken(rule: Callable[..., object]) -> RuleBroken:
    """The refusal for a rule function: its docstring is the sentence, its name begins with its number."""
    number = rule.__name__.split("_")[0].upper()
    return RuleBroken(" ".join((rule.__doc__ or "").split()), code=number)


def hold(rule: Callable[..., bool], *facts: object) -> None:
    """Raises :class:`RuleBroken` unless the rule says that these facts will do."""
    if not rule(*facts):
        raise broken(rule)
