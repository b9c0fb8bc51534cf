"""Measures Kinfold against its budgets; figures for people to read, never a timed test."""
