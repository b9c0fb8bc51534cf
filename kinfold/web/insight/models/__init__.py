"""Figures in releases, and the reports made from them."""

from kinfold.web.insight.models.releases import Figure, Release
from kinfold.web.insight.models.reports import FrozenFile, Remark, Report

__all__ = ["Figure", "FrozenFile", "Release", "Remark", "Report"]
