"""Indicators of harm outside the home: children who go missing and children at risk of being exploited."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD
from kinfold.indicators.engine.definition import Indicator, Quantity, Rule
from kinfold.indicators.engine.words import Expression, _

STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority 4"
# “Three times in 90 days”: the first and the last of them lie inside 90 days, both of these days among them.
WINDOW = 90
_WENT_MISSING = Rule("The child went missing, or was away from placement without authorisation", _.started_at.notnull())
_BY_START = "An episode is in the period in which the child went missing."

missing_episodes = Indicator(
    key="missing.episodes",
    title="Times that children went missing",
    counts="episodes",
    of="missing_episodes",
    dated_by=_.started_at,
    numerator=_WENT_MISSING,
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source=STRATEGY,
    reported_in=("safeguarding 4.1a", "dataset AR.18"),
    note=_BY_START,
)

missing_children = Indicator(
    key="missing.children",
    title="Children who went missing",
    counts="children",
    of="missing_episodes",
    dated_by=_.started_at,
    numerator=_WENT_MISSING,
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source=STRATEGY,
    reported_in=("safeguarding 4.1b",),
    note=f"Each child once in a period, however often. {_BY_START}",
)


def _repeatedly(
    key: str, title: str, condition: Expression, words: str, names: tuple[str, ...], note: str
) -> Indicator:
    return Indicator(
        key=key,
        title=title,
        counts="children",
        of="missing_episodes",
        dated_by=_.started_at,
        numerator=Rule(words, condition),
        breakdowns=OF_PLACE_AND_CHILD,
        better="lower",
        source=STRATEGY,
        reported_in=names,
        note=note,
    )


three_times = _repeatedly(
    "missing.three_times_in_ninety_days",
    "Children who went missing three times or more in 90 days",
    _.days_since_two_before < WINDOW,
    "The child went missing for at least the third time within 90 days",
    ("safeguarding 4.2",),
    "The episode that is the third, or later, of any 90 days is in the period; those before it may be earlier.",
)

more_than_three_times = _repeatedly(
    "missing.more_than_three_times",
    "Children who went missing more than three times in 90 days",
    # The first is so wherever the second is; said too, it shows that these children are among those above.
    (_.days_since_two_before < WINDOW) & (_.days_since_three_before < WINDOW),
    "The child went missing for at least the fourth time within 90 days",
    ("dataset AR.18",),
    "The annual report says “more than 3 times”, the strategy “3 times or more”: each is counted as it is written.",
)


def _interviewed(key: str, open_to: str, whose: str, number: str) -> Indicator:
    return Indicator(
        key=f"missing.interviewed_{key}",
        title=f"Missing children {whose} who had a return home interview",
        counts="children",
        of="missing_episodes",
        dated_by=_.ended_at,
        denominator=Rule(
            f"The child came back at least 72 hours before the last day known, and was then {whose}",
            (_.open_to == open_to) & (_.days_since_return >= 3),
        ),
        numerator=Rule("A return home interview was held", _.interview_held_on.notnull()),
        breakdowns=OF_PLACE_AND_CHILD,
        better="higher",
        source="Department for Education, Children who run away or go missing from home or care, 2014",
        reported_in=(number,),
        note=(
            "A child who came back more than once is counted once, and as interviewed if any interview was held. "
            "The interview is due within 72 hours; one held later still counts here."
        ),
    )


interviewed_social_care = _interviewed(
    "social_care", "social_care", "open to children’s social care", "safeguarding 4.3a"
)
interviewed_early_help = _interviewed("early_help", "early_help", "open to early help", "safeguarding 4.3b")
interviewed_not_open = _interviewed(
    "not_open", "not_open", "not open to children and families’ services", "safeguarding 4.3c"
)

missing_from_care = Indicator(
    key="missing.from_care_over_a_day",
    title="Looked after children missing from care for over 24 hours",
    counts="children",
    of="missing_episodes",
    dated_by=_.started_at,
    numerator=Rule(
        "The child was looked after, and came back after 24 hours or more or is not back the day after",
        _.looked_after & ((_.hours_away >= 24) | (_.ended_at.isnull() & (_.started_at < _.known_to))),
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source="Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset",
    reported_in=("dataset AR.15",),
    note=_BY_START,
)

rose_to_high = Indicator(
    key="exploitation.rose_to_high",
    title="Children whose risk of exploitation rose to high",
    counts="children",
    of="exploitation_levels",
    dated_by=_.started_on,
    numerator=Rule(
        "The risk of sexual or criminal exploitation became high, from low or medium",
        (_.level == "high") & _.previous_level.isin("low", "medium"),
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source=STRATEGY,
    reported_in=("safeguarding 4.4",),
    note="A child first flagged at high, or flagged again after none, has not risen from low or medium.",
)

high_for_six_months = Indicator(
    key="exploitation.high_for_six_months",
    title="Children at high risk of exploitation who have been so for six months or more",
    counts="children",
    of="exploitation_levels",
    denominator=Rule("The risk of sexual or criminal exploitation is high", _.level == "high"),
    numerator=Rule("It has been for six months or more", _.months_at_level >= 6),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source=STRATEGY,
    reported_in=("safeguarding 4.5",),
)

high_number = Indicator(
    key="exploitation.high",
    title="Children at high risk of exploitation",
    counts="children",
    of="exploitation_levels",
    numerator=Rule("The risk of sexual or criminal exploitation is high", _.level == "high"),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source="Children’s Trust Plan 2020-23, Priority Two",
    reported_in=("trust-plan 2.11",),
    note="A child at high risk of both is counted once.",
)

months_at_high = Indicator(
    key="exploitation.months_at_high",
    title="How long risk of exploitation has been high",
    counts="levels",
    of="exploitation_levels",
    numerator=Rule("The risk of sexual or criminal exploitation is high", _.level == "high"),
    quantity=Quantity("Whole months since it became high, on average", _.months_at_level, "months"),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source="Children’s Trust Plan 2020-23, Priority Two",
    reported_in=("trust-plan 2.11",),
    note="A child at high risk of both kinds is in it twice, once for each.",
)

_AT_RISK = _.level.isin("low", "medium", "high")
_WORDS = {"sexual": "sexual exploitation", "criminal": "criminal exploitation"}


def _at_risk(key: str, title: str, condition: Expression, words: str, *names: str) -> Indicator:
    return Indicator(
        key=f"exploitation.{key}",
        title=title,
        counts="children",
        of="exploitation_levels",
        numerator=Rule(words, condition),
        breakdowns=OF_PLACE_AND_CHILD,
        better="neither",
        source=STRATEGY if names[0].startswith("safeguarding") else "Portsmouth SCP, Annual Report 2019-20, dataset",
        reported_in=names,
        note="More children flagged can mean more harm, or harm seen sooner.",
    )


at_risk_of = tuple(
    _at_risk(
        f"at_risk_{kind}",
        f"Children flagged at risk of {words}",
        _AT_RISK & (_.kind == kind),
        f"The child is flagged at low, medium or high risk of {words}",
        number,
        "dataset AR.17",
    )
    for (kind, words), number in zip(_WORDS.items(), ("safeguarding 4.6a", "safeguarding 4.6b"), strict=True)
)
at_risk_of_both = _at_risk(
    "at_risk_both",
    "Children flagged at risk of both sexual and criminal exploitation",
    _AT_RISK & (_.kind == "sexual") & _.at_risk_of_criminal,
    "The child is flagged at risk of sexual and of criminal exploitation at once",
    "dataset AR.17",
)
considered_by_group = tuple(
    _at_risk(
        f"group_{kind}_{level}",
        f"Children at {level} risk of {words}, considered by the operational group",
        (_.level == level) & (_.kind == kind) & (_.met_group == "Y"),
        f"The child is flagged at {level} risk of {words}, and the Missing, Exploited and Trafficked group sees it",
        f"safeguarding 4.7{letter}",
    )
    for letter, (kind, words, level) in zip(
        "abcdef",
        ((kind, words, level) for kind, words in _WORDS.items() for level in ("low", "medium", "high")),
        strict=True,
    )
)

INDICATORS = (
    missing_episodes,
    missing_children,
    three_times,
    more_than_three_times,
    interviewed_social_care,
    interviewed_early_help,
    interviewed_not_open,
    missing_from_care,
    rose_to_high,
    high_for_six_months,
    high_number,
    months_at_high,
    *at_risk_of,
    at_risk_of_both,
    *considered_by_group,
)
