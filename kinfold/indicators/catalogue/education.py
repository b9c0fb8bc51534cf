"""Indicators of attendance and inclusion that the partnership's own records can answer."""

from kinfold.indicators.engine.breakdowns import OF_THE_CHILD
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import Expression, _

_PLAN = "Safer Portsmouth Partnership, Young People at Risk"
_BELOW_HALF = Rule(
    "The pupil missed more than half of the term’s possible sessions", _.sessions_attended * 2 < _.sessions_possible
)


def _led(key: str, title: str, led: Expression, words: str) -> Indicator:
    return Indicator(
        key=f"attendance.{key}",
        title=title,
        counts="pupils",
        of="low_attendance",
        dated_by=_.term_ended_on,
        denominator=_BELOW_HALF,
        numerator=Rule(words, led),
        breakdowns=OF_THE_CHILD,
        better="higher",
        source=_PLAN,
        reported_in=("young-people YP.2",),
        note="The plan’s target is all of them. A term is in the quarter in which it ended.",
    )


with_lead = _led(
    "below_half_with_lead",
    "Pupils below 50% attendance who have a lead professional",
    _.lead_professional.isin("school", "early_help", "social_care"),
    "Somebody in the school, early help or social care leads",
)
led_by_school = _led(
    "below_half_led_by_school",
    "Pupils below 50% attendance led by their school",
    _.lead_professional == "school",
    "The lead professional is in the school",
)
led_by_early_help = _led(
    "below_half_led_by_early_help",
    "Pupils below 50% attendance led by targeted early help",
    _.lead_professional == "early_help",
    "The lead professional is in targeted early help",
)

managed_moves = Indicator(
    key="attendance.managed_moves",
    title="Managed moves through the Inclusion Support Panel",
    counts="pupils",
    of="managed_moves",
    dated_by=_.agreed_on,
    numerator=Rule("The panel agreed a move", _.panel == "inclusion_support_panel"),
    breakdowns=OF_THE_CHILD,
    better="neither",
    source=_PLAN,
    reported_in=("young-people YP.9",),
)

INDICATORS = (with_lead, led_by_school, led_by_early_help, managed_moves)
