"""Checking a folder of files against the declarations, in whole columns and never row by row."""

from kinfold.dataset.checking.examination import Examination, check, examined

__all__ = ["Examination", "check", "examined"]
