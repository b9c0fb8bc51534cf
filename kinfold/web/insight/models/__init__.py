"""Figures in releases, what people decided of them, and the reports and files made from them."""

from kinfold.web.insight.models.neighbours import Neighbour, NeighbourFile
from kinfold.web.insight.models.publications import PublicFile
from kinfold.web.insight.models.releases import Figure, Release
from kinfold.web.insight.models.reports import FrozenFile, Report
from kinfold.web.insight.models.rulings import Ruling
from kinfold.web.insight.models.sections import Comment, Section

__all__ = [
    "Comment", "Figure", "FrozenFile", "Neighbour", "NeighbourFile", "PublicFile", "Release", "Report", "Ruling",
    "Section",
]  # fmt: skip
