"""Figures in releases, and the reports and files made from them."""

from kinfold.web.insight.models.publications import PublicFile
from kinfold.web.insight.models.releases import Figure, Release
from kinfold.web.insight.models.reports import FrozenFile, Remark, Report

__all__ = ["Figure", "FrozenFile", "PublicFile", "Release", "Remark", "Report"]
