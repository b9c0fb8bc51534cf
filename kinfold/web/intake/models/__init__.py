"""Agencies' returns and what was signed in them, and what others published."""

from kinfold.web.intake.models.published import PublishedFigure, PublishedRelease
from kinfold.web.intake.models.returns import Answer, Return, Upload
from kinfold.web.intake.models.signed import ReturnedFigure, ReturnVersion

__all__ = [
    "Answer",
    "PublishedFigure",
    "PublishedRelease",
    "Return",
    "ReturnVersion",
    "ReturnedFigure",
    "Upload",
]
