"""Figures in releases, what people decided of them, and the reports made from them."""

from kinfold.web.insight.models.neighbours import Neighbour, NeighbourFile
from kinfold.web.insight.models.releases import Figure, Release
from kinfold.web.insight.models.reports import FrozenFile, Remark, Report
from kinfold.web.insight.models.rulings import Ruling

__all__ = ["Figure", "FrozenFile", "Neighbour", "NeighbourFile", "Release", "Remark", "Report", "Ruling"]
