"""Comparison: over time (spc), between places and groups (benchmarks, funnels, ratios), with a target (targets).

It works on figures that are there already, so screens and reports may use it: nothing here counts, or opens a dataset.
"""
