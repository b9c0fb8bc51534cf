"""Figures, scorecards and the boards' reports."""
