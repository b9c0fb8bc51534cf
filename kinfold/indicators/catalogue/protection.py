"""Indicators of child protection: enquiries, strategy discussions, plans and conferences."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD, OF_THE_CHILD, OF_THE_POPULATION
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import Expression, _
from kinfold.practice.timescales import TIMESCALES

_STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority {}"
_ANNUAL_REPORT = "Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset"
PER = 10_000
# Plans of children who only stay here are the other council's to count.
_OWN = _.other_authority.fill_null("N") != "Y"
_OWN_PLAN = Rule("The child is on a protection plan of this council", _OWN)

_ENQUIRY = Rule("An enquiry began under section 47 of the Children Act 1989", _.started_on.notnull())
_TRUST_PLAN = "Children’s Trust Plan 2020-23, Priority Two"

enquiries = Indicator(
    key="enquiries.number",
    title="Section 47 enquiries",
    counts="enquiries",
    of="section_47_enquiries",
    dated_by=_.started_on,
    numerator=_ENQUIRY,
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source=_TRUST_PLAN,
    reported_in=("trust-plan 2.1",),
)
enquiries_rate = Indicator(
    key="enquiries.rate",
    title="Section 47 enquiries, as a rate",
    counts="enquiries",
    of="section_47_enquiries",
    dated_by=_.started_on,
    numerator=_ENQUIRY,
    per=PER,
    breakdowns=OF_THE_POPULATION,
    better="neither",
    source=_TRUST_PLAN,
    reported_in=("trust-plan 2.1",),
    note="A quarter’s rate is about a quarter of a year’s.",
)

_OF_NEGLECT = _.concern == "neglect"
_HOW = {"joint": ("by children’s social care and the police together", "Y"), "single": ("by one agency", "N")}


def _neglect(how: str, number: str, as_share: bool) -> Indicator:
    words, code = _HOW[how]
    return Indicator(
        key=f"enquiries.neglect_{how}{'_share' if as_share else ''}",
        title=f"{'Share of section 47 enquiries' if as_share else 'Section 47 enquiries'} into neglect made {words}",
        counts="enquiries",
        of="section_47_enquiries",
        dated_by=_.started_on,
        denominator=Rule("A section 47 enquiry into neglect began", _OF_NEGLECT) if as_share else None,
        numerator=Rule(f"A section 47 enquiry into neglect began, made {words}", _OF_NEGLECT & (_.joint == code)),
        breakdowns=OF_PLACE_AND_CHILD,
        better="neither",
        source=_STRATEGY.format(2),
        reported_in=(number,),
    )


neglect = (
    _neglect("joint", "safeguarding 2.1a", as_share=False),
    _neglect("single", "safeguarding 2.1b", as_share=False),
    _neglect("joint", "safeguarding 2.1c", as_share=True),
    _neglect("single", "safeguarding 2.1d", as_share=True),
)

_DISCUSSION = Rule("A strategy discussion was held", _.held_on.notnull())
discussions_attended = Indicator(
    key="strategy_discussions.attended",
    title="Strategy discussions that social care, police and health all attended",
    counts="discussions",
    of="strategy_discussions",
    dated_by=_.held_on,
    denominator=_DISCUSSION,
    numerator=Rule(
        "All three attended",
        (_.social_care_attended == "Y") & (_.police_attended == "Y") & (_.health_attended == "Y"),
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="higher",
    source="Working Together to Safeguard Children: who attends a strategy discussion",
    reported_in=("trust-plan 2.5",),
)
discussions_in_time = Indicator(
    key="strategy_discussions.in_time",
    title=f"Strategy discussions held within {TIMESCALES['strategy_discussion'].words}",
    counts="discussions",
    of="strategy_discussions",
    dated_by=_.held_on,
    denominator=_DISCUSSION,
    numerator=Rule(
        f"No more than {TIMESCALES['strategy_discussion'].words} had passed since there was cause to suspect harm",
        _.working_days_taken <= TIMESCALES["strategy_discussion"].length,
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="higher",
    source=TIMESCALES["strategy_discussion"].source,
    reported_in=("trust-plan 2.5",),
    note="Working Together gives no number of days: this one is local.",
)


def _plans(
    key: str, title: str, holds: Expression, words: str, priority: int, number: str, note: str = ""
) -> Indicator:
    return Indicator(
        key=f"child_protection.{key}",
        title=title,
        counts="plans",
        of="protection_plans",
        denominator=_OWN_PLAN,
        numerator=Rule(words, holds),
        breakdowns=OF_PLACE_AND_CHILD,
        better="neither",
        source=_STRATEGY.format(priority),
        reported_in=(number,),
        note=note,
    )


def _category(key: str, code: str, words: str, priority: int, number: str) -> Indicator:
    return _plans(
        key,
        f"Child protection plans because of {words}",
        _.latest_category == code,
        f"The plan’s latest category is {words}",
        priority,
        number,
        "The latest category counts at the close of a period; the category with which a plan began may differ.",
    )


for_neglect = _category("for_neglect", "NEG", "neglect", 2, "safeguarding 2.2")
for_sexual_abuse = _category("for_sexual_abuse", "SAB", "sexual abuse", 3, "safeguarding 3.3")
for_emotional_abuse = _category("for_emotional_abuse", "EMO", "emotional abuse", 5, "safeguarding 5.3a")
for_physical_abuse = _category("for_physical_abuse", "PHY", "physical abuse", 5, "safeguarding 5.3b")
with_domestic_abuse = _plans(
    "with_domestic_abuse",
    "Child protection plans where there is domestic abuse",
    _.domestic_abuse == "Y",
    "Domestic abuse was a factor when the plan began",
    5,
    "safeguarding 5.3c",
    "Domestic abuse is not a category of plan: it is recorded beside any of them.",
)
disabled = _plans(
    "disabled",
    "Children on a protection plan who have a disability",
    _.has_disability,
    "A disability of the child is recorded",
    6,
    "safeguarding 6.2a",
    "As recorded now: a disability found out later counts in earlier quarters too.",
)
global_majority = _plans(
    "global_majority",
    "Children on a protection plan who are from the global majority",
    _.ethnicity.isin(
        "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH"
    ),
    "The child’s ethnic group is Mixed, Asian, Black or Other",
    6,
    "safeguarding 6.2b",
    "The strategy’s words are “majority ethnic community”. White minorities are not counted; a child whose ethnic "
    "group is not known is in the denominator alone.",
)

repeat_plans = Indicator(
    key="child_protection.repeat_within_two_years",
    title="Child protection plans that began within two years of an earlier one",
    counts="plans",
    of="protection_plans",
    dated_by=_.started_on,
    denominator=Rule("A protection plan of this council began", _OWN),
    numerator=Rule(
        "The plan of this council before it had ended less than two years earlier", _.months_since_last_plan < 24
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source=_ANNUAL_REPORT,
    reported_in=("dataset AR.14",),
    note="Second or subsequent, within two years. Plans that ended before the records begin are not seen.",
)

inquorate = Indicator(
    key="child_protection.inquorate_reviews",
    title="Review child protection conferences that were not quorate",
    counts="reviews",
    of="protection_reviews",
    dated_by=_.held_on,
    denominator=Rule("A review conference was held, and whether it was quorate is recorded", _.quorate.notnull()),
    numerator=Rule("It was not quorate", _.quorate == "N"),
    breakdowns=OF_THE_CHILD,
    better="lower",
    source=_ANNUAL_REPORT,
    reported_in=("dataset AR.10",),
    note="Quorate is social care and at least two other agencies that work with the child.",
)

INDICATORS = (
    enquiries,
    enquiries_rate,
    *neglect,
    discussions_attended,
    discussions_in_time,
    for_neglect,
    for_sexual_abuse,
    for_emotional_abuse,
    for_physical_abuse,
    with_domestic_abuse,
    disabled,
    global_majority,
    repeat_plans,
    inquorate,
)
