"""What holds for returns and published files; each docstring is the message that a person reads."""

from kinfold.web.intake.models import Return


def in1_quarter_is_over(over: bool) -> bool:
    """Figures are asked for when the quarter is over."""
    return over


def in2_is_being_filled(one: Return) -> bool:
    """This return is signed off. To change a figure, open it again and say why."""
    return one.being_filled


def in3_is_whole(faults: int) -> bool:
    """Some figures are missing or need to be mended. Mend them, then sign the return off."""
    return faults == 0


def in4_is_signed(one: Return) -> bool:
    """This return is not signed off yet, so it can be changed as it is."""
    return not one.being_filled


def in5_says_why(reason: str) -> bool:
    """Say why the figures are to be revised."""
    return bool(reason.strip())


def in6_differs(differs: bool) -> bool:
    """No figure differs from the version signed before. Change what is wrong, then sign the return off."""
    return differs


def in7_is_asked_for(asked: bool) -> bool:
    """This figure is not asked for in this return."""
    return asked


def in8_is_new(new: bool) -> bool:
    """This file has been loaded already."""
    return new
