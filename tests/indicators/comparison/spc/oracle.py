"""The rules of a process chart once more, written from the words of the issue, slowly and apart from the product."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise


def judged(values, fix_after=None, starts=(0,)):
    """For each baseline its (mean, lower, upper, points), and for each value the label or None."""
    labels, found = [], []
    edges = [*starts, len(values)]
    for start, end in pairwise(edges):
        part = [None if value is None else Fraction(Decimal(str(value))) for value in values[start:end]]
        found.append(_limits(part, fix_after))
        labels += [_label(part, place, *found[-1][:3]) for place in range(len(part))]
    return found, labels


def _limits(part, fix_after):
    counted, kept = [], 0
    for value in part:
        if fix_after is not None and kept == fix_after:
            break
        counted.append(value)
        kept += value is not None
    known = [value for value in counted if value is not None]
    if not known:
        return None, None, None, 0
    mean = Fraction(sum(known), len(known))
    moves = []
    for place in range(1, len(counted)):
        if counted[place] is not None and counted[place - 1] is not None:
            moves.append(abs(counted[place] - counted[place - 1]))
    if not moves:
        return mean, None, None, len(known)
    average = Fraction(sum(moves), len(moves))
    if average > 0:
        moves = [move for move in moves if not move >= Fraction(3267, 1000) * average]
        average = Fraction(sum(moves), len(moves))
    return mean, mean - Fraction(266, 100) * average, mean + Fraction(266, 100) * average, len(known)


def _label(part, place, mean, lower, upper):
    value = part[place]
    if value is None:
        return None
    if lower is not None and (value < lower or value > upper):
        return "outside"
    for window in _windows(part, place, 7):
        if all(a < b for a, b in pairwise(window)):
            return "trend"
        if all(a > b for a, b in pairwise(window)):
            return "trend"
    if lower is not None and _near(value, mean, lower, upper):
        for window in _windows(part, place, 3):
            one_side = all(one > mean for one in window) or all(one < mean for one in window)
            if one_side and len([one for one in window if _near(one, mean, lower, upper)]) >= 2:
                return "two_of_three"
    for window in _windows(part, place, 7):
        if all(one > mean for one in window) or all(one < mean for one in window):
            return "shift"
    return None


def _near(value, mean, lower, upper):
    """Beyond two thirds of the way from the mean to a limit, and not beyond the limit."""
    if value > mean:
        return value - mean > (upper - mean) * Fraction(2, 3) and value <= upper
    return mean - value > (mean - lower) * Fraction(2, 3) and value >= lower


def _windows(part, place, length):
    """Every run of so many neighbouring values that holds the place and has no gap."""
    for start in range(place - length + 1, place + 1):
        window = part[start : start + length] if start >= 0 else []
        if len(window) == length and None not in window:
            yield window
