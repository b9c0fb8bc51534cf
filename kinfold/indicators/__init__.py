"""Indicators: what is counted and why (catalogue), how it is computed and protected (engine), what others published."""
