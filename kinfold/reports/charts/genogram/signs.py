"""The signs of a family’s picture: a shape for each person, a cross for who has died."""

from markupsafe import Markup

from kinfold.reports import palette
from kinfold.reports.charts.genogram.values import Drawn
from kinfold.reports.charts.picture import drawing, line, polygon, polyline

HALF = 17.0  # of a sign’s width and height
INK = palette.TEXT


def sign(person: Drawn, x: float, y: float) -> Markup:
    """Round the middle given. Square, circle and diamond have the same area to the eye."""
    half = HALF
    if person.shape == "man":
        corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    elif person.shape == "unborn":
        corners = [(x, y - half), (x + half, y + half - 2), (x - half, y + half - 2)]
    else:
        half += 3
        corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    if person.shape == "woman":
        shape = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:g}" fill="{}" stroke="{}" stroke-width="2"/>').format(
            x, y, HALF + 1, palette.PAPER, INK
        )
    else:
        shape = polygon(corners, fill=palette.PAPER) + polyline([*corners, *corners[:2]], stroke=INK)
    if not person.died:
        return shape
    arm = HALF if person.shape == "man" else HALF - 5
    return shape + line(x - arm, y - arm, x + arm, y + arm, stroke=INK, width=2) + line(
        x - arm, y + arm, x + arm, y - arm, stroke=INK, width=2
    )  # fmt: skip


def end_of_couple(x: float, y: float, strokes: int) -> Markup:
    """One stroke through the line of two who parted, two where they divorced."""
    starts = [x + 7 * number for number in range(strokes)]
    return Markup("").join(line(start - 4, y + 9, start + 4, y - 9, stroke=INK, width=2) for start in starts)


def key_to_signs() -> list[tuple[Markup, str]]:
    """Each sign, small, and what it means; for beside the picture."""
    people = [
        (Drawn(key="", name="", shape="man"), "A boy or a man"),
        (Drawn(key="", name="", shape="woman"), "A girl or a woman"),
        (Drawn(key="", name="", shape="other"), "Somebody whose sex is not known, or who says it otherwise"),
        (Drawn(key="", name="", shape="unborn"), "A baby not yet born"),
        (Drawn(key="", name="", shape="other", died=True), "Somebody who has died"),
    ]
    stroke = line(2, 22, 58, 22, stroke=INK, width=2)
    lines = [
        (stroke, "A couple, or the parents of a child"),
        (stroke + end_of_couple(30, 22, 1), "They live apart"),
        (stroke + end_of_couple(27, 22, 2), "They are divorced"),
        (line(30, 2, 30, 42, stroke=INK, width=2), "Above, parents; below, their children, the eldest on the left"),
        (line(30, 2, 30, 42, stroke=INK, width=2, dashed=True), "Adopted or fostered"),
        (line(30, 2, 30, 42, stroke=palette.QUIET_TEXT, width=1), "Step-parent, carer, or another tie"),
        (home(8, 4, 52, 40), "People who live in one home"),
    ]
    return [(drawing(60, 44, "", sign(one, 30, 22)), words) for one, words in people] + [
        (drawing(60, 44, "", shape), words) for shape, words in lines
    ]


def home(left: float, top: float, right: float, bottom: float) -> Markup:
    return around([(left, top), (right, top), (right, bottom), (left, bottom)])


def around(corners: list[tuple[float, float]]) -> Markup:
    path = " ".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in corners)
    return Markup(
        '<polygon points="{}" fill="{}" stroke="{}" stroke-width="2" stroke-dasharray="2 4" stroke-linecap="round"/>'
    ).format(path, palette.HOME, palette.MID_BLUE)
