"""Pictures keep their gaps, their scale and their names apart."""

from datetime import date
from itertools import pairwise

from kinfold.web.core.sparkline import NAME_GAP, progress_lines, sparkline


def test_a_period_without_a_figure_leaves_a_gap():
    line = sparkline([{"period": p, "value": v} for p, v in (("a", 1), ("b", 2), ("c", None), ("d", 4))])
    assert [len(run) for run in line.runs] == [2, 1]
    assert line.last.value == 4
    assert len(line.lone_points) == 1


def test_nothing_to_draw_draws_nothing():
    assert sparkline([]).last is None
    assert sparkline([{"period": "a", "value": None}]).last is None


def test_a_level_trend_runs_through_the_middle():
    line = sparkline([{"period": "a", "value": 7}, {"period": "b", "value": 7}])
    assert {point.y for run in line.runs for point in run} == {line.height / 2}


def test_names_that_would_collide_are_moved_apart():
    points = [{"on": date(2026, 1, 1), "score": 5}, {"on": date(2026, 2, 1), "score": 0}]
    drawn = progress_lines([{"name": name, "points": points} for name in ("Maya", "Mum", "Teacher")])
    heights = sorted(line.name_y for line in drawn["lines"])
    assert all(lower - upper >= NAME_GAP for upper, lower in pairwise(heights))
    assert heights[-1] <= drawn["base"]


def test_lines_are_told_apart_without_colour():
    points = [{"on": date(2026, 1, 1), "score": 5}]
    drawn = progress_lines([{"name": str(number), "points": points} for number in range(4)])
    assert len({(line.mark, line.dashes) for line in drawn["lines"]}) == 4
