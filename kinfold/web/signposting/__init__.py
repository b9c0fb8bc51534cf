"""Families told of a service or referred to it, whoever helps them, and what became of it."""
