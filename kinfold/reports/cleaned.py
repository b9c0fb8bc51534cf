"""What every value of a report starts from: text that is safe to print, and parts that belong together."""

from dataclasses import fields

from kinfold.reports.text import clean


class Value:
    """Cleans every text and turns every list into a tuple, so that a value can be neither unsafe nor changed."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for field in fields(self):  # type: ignore[arg-type]
            held = getattr(self, field.name)
            if isinstance(held, str):
                object.__setattr__(self, field.name, clean(held))
            elif isinstance(held, list | tuple):
                object.__setattr__(
                    self, field.name, tuple(clean(part) if isinstance(part, str) else part for part in held)
                )
        self._check()

    def _check(self) -> None:
        """Raises ValueError, in words, when the parts do not belong together."""
