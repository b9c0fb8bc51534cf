"""A family's own scores over the reviews of its plan, as tracks from 0 to 10 that can be read together at a table."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.picture import Picture, circle, drawing, line, words
from kinfold.reports.charts.values import Score, Table, Voice
from kinfold.reports.text import shortened

_WIDTH, _TRACK_FROM, _TRACK_TO = 360, 132, 348
_ROW, _DOMAIN, _TOP = 34, 36, 32
_VOICES: tuple[Voice, ...] = ("child", "parent", "professional")
_COLOURS: dict[Voice, str] = {
    "child": palette.DARK_BLUE,
    "parent": palette.DARK_PINK,
    "professional": palette.DARK_GREY,
}


def progress_chart(scores: Sequence[Score], *, title: str = "") -> Picture:
    """A row for each part of life and person: a ring where they began, a full dot with its number where they are now.

    360 wide, so that it reads the same on a phone, a page and paper. Scores may come in any order.
    """
    rows = _rows(scores)
    message = _message(rows)
    described = " ".join(filter(None, [title and f"{title}.", message, *(_said(row) for row in rows)]))
    shapes, height = _drawn(rows)
    return Picture(
        svg=drawing(_WIDTH, height, described, *shapes), headline=message, alt=described, table=_table(rows, title)
    )


def _rows(scores: Sequence[Score]) -> list[list[Score]]:
    """Scores of one person for one part of life, oldest first; parts of life in the order they were first given."""
    domains = list(dict.fromkeys(score.domain for score in scores))

    def place(score: Score) -> tuple[int, int, str]:
        return domains.index(score.domain), _VOICES.index(score.voice), score.who

    ordered = sorted(scores, key=lambda score: (place(score), score.on))
    return [list(row) for _, row in groupby(ordered, key=place)]


def _message(rows: list[list[Score]]) -> str:
    compared = [row for row in rows if len(row) > 1]
    if not rows:
        return "No scores yet."
    if not compared:
        return "These are the first scores. The next review will show what has changed."
    up = sum(row[-1].score > row[0].score for row in compared)
    same = sum(row[-1].score == row[0].score for row in compared)
    lower = len(compared) - up - same
    parts = [f"{up} moved up"] * bool(up) + [f"{same} stayed the same"] * bool(same)
    parts += [f"{lower} {'is' if lower == 1 else 'are'} lower for now"] * bool(lower)
    return f"Since the first scores: {', '.join(parts)}."


def _said(row: list[Score]) -> str:
    first, now = row[0], row[-1]
    if len(row) == 1:
        return f"{now.domain}, {now.who}: {now.score} out of 10."
    if first.score == now.score:
        return f"{now.domain}, {now.who}: {now.score} out of 10, as at first."
    return f"{now.domain}, {now.who}: from {first.score} to {now.score} out of 10."


def _table(rows: list[list[Score]], title: str) -> Table:
    occasions = list(
        dict.fromkeys(score.when for score in sorted((s for row in rows for s in row), key=lambda s: s.on))
    )
    given = [{score.when: str(score.score) for score in row} for row in rows]
    return Table(
        caption=f"{title}: scores out of 10" if title else "Scores out of 10",
        headings=("Part of life", "Who", *occasions),
        rows=tuple(
            (row[0].domain, row[0].who, *(scores.get(when, "not given") for when in occasions))
            for row, scores in zip(rows, given, strict=True)
        ),
        figures_from=2,
    )


def _drawn(rows: list[list[Score]]) -> tuple[list[Markup], float]:
    shapes = [
        circle(8, 11, 6, fill=palette.PAPER, stroke=palette.DARK_GREY),
        words(18, 16, "first", size=13, fill=palette.QUIET_TEXT),
        circle(60, 11, 7, fill=palette.DARK_GREY),
        words(71, 16, "now", size=13, fill=palette.QUIET_TEXT),
        words(_TRACK_FROM - 4, 16, "0 hard right now", size=13, fill=palette.QUIET_TEXT),
        words(_WIDTH, 16, "going well 10", size=13, anchor="end", fill=palette.QUIET_TEXT),
    ]
    down, domain = float(_TOP), None
    for row in rows:
        if row[0].domain != domain:
            down += 8 * (domain is not None)
            domain = row[0].domain
            shapes += [
                line(0, down, _WIDTH, down, stroke=palette.RULE),
                words(0, down + 22, shortened(domain, 40), size=16, bold=True),
            ]
            down += _DOMAIN
        shapes += _track(row, down + _ROW / 2)
        down += _ROW
    return shapes, down + 6


def _track(row: list[Score], down: float) -> list[Markup]:
    first, now = row[0], row[-1]
    colour = _COLOURS[now.voice]

    def across(score: int) -> float:
        return _TRACK_FROM + score * (_TRACK_TO - _TRACK_FROM) / 10

    shapes = [
        words(0, down + 5, shortened(now.who, 17), size=14),
        line(_TRACK_FROM, down, _TRACK_TO, down, stroke=palette.RULE, width=2),
        *(circle(across(score), down, 2, fill=palette.RULE) for score in range(11)),
    ]
    if first.score != now.score:
        shapes.append(line(across(first.score), down, across(now.score), down, stroke=colour, width=4))
        shapes += [circle(across(score.score), down, 4, fill=colour) for score in row[1:-1]]
        shapes.append(circle(across(first.score), down, 9, fill=palette.PAPER, stroke=colour))
        shapes.append(words(across(first.score), down + 4.5, str(first.score), size=12, anchor="middle"))
    shapes.append(circle(across(now.score), down, 11, fill=colour))
    shapes.append(
        words(across(now.score), down + 4.5, str(now.score), size=13, anchor="middle", bold=True, fill=palette.PAPER)
    )
    return shapes
