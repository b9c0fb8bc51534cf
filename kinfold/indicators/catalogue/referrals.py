"""Indicators of referrals to children's social care and the assessments that follow."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import _
from kinfold.practice.timescales import TIMESCALES

_TRUST_PLAN = "Children’s Trust Plan 2020-23, Priority Two"
_ANNUAL_REPORT = "Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset"
ANY_REFERRAL = Rule("Children’s social care received a referral about a child", _.received_on.notnull())

referrals = Indicator(
    key="referrals.number",
    title="Referrals to children’s social care",
    counts="referrals",
    of="referrals",
    dated_by=_.received_on,
    numerator=ANY_REFERRAL,
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source=_TRUST_PLAN,
    reported_in=("trust-plan 2.1",),
    note="A referral of three brothers and sisters is three, one for each child.",
)

re_referrals = Indicator(
    key="referrals.again_within_a_year",
    title="Referrals within twelve months of an earlier one",
    counts="referrals",
    of="referrals",
    dated_by=_.received_on,
    denominator=ANY_REFERRAL,
    numerator=Rule("The same child had been referred less than twelve months before", _.months_since_referral < 12),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source="Department for Education, Characteristics of children in need: re-referrals",
    reported_in=("dataset AR.5", "trust-plan 2.1"),
    note="An earlier referral counts whether or not it led to anything. In the first year of records some are unseen.",
)

led_to_assessment = Indicator(
    key="referrals.led_to_assessment",
    title="Referrals that led to a child and family assessment, reported as initial assessment",
    counts="referrals",
    of="referrals",
    dated_by=_.received_on,
    denominator=ANY_REFERRAL,
    numerator=Rule("A child and family assessment followed from it", _.assessed),
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source=_ANNUAL_REPORT,
    reported_in=("dataset AR.4", "trust-plan 2.1"),
    note="Initial assessments ended in 2013; the report kept the name. The newest quarter may still grow.",
)

sexual_harm = Indicator(
    key="referrals.of_sexual_harm",
    title="Children referred because of sexual abuse, sexual exploitation or harmful sexual behaviour",
    counts="children",
    of="referrals",
    dated_by=_.received_on,
    numerator=Rule(
        "The contact that became the referral worried about sexual abuse, exploitation or behaviour", _.sexual_harm
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source="Multi-Agency Safeguarding Strategy 2023-26, Priority 3",
    reported_in=("safeguarding 3.2",),
    note="The strategy reports the three together. A referral that came of no recorded contact has no known worry.",
)

assessments = Indicator(
    key="assessments.completed",
    title="Child and family assessments completed",
    counts="assessments",
    of="assessments",
    dated_by=_.authorised_on,
    numerator=Rule("A manager authorised the assessment", _.authorised_on.notnull()),
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source=_TRUST_PLAN,
    reported_in=("trust-plan 2.1",),
)

assessed_in_time = Indicator(
    key="assessments.in_time",
    title=f"Assessments completed within {TIMESCALES['assessment'].words}",
    counts="assessments",
    of="assessments",
    dated_by=_.authorised_on,
    denominator=Rule("A manager authorised the assessment", _.working_days_taken.notnull()),
    numerator=Rule(
        f"No more than {TIMESCALES['assessment'].words} had passed since it began",
        _.working_days_taken <= TIMESCALES["assessment"].length,
    ),
    breakdowns=OF_PLACE_AND_CHILD,
    better="higher",
    source=TIMESCALES["assessment"].source,
    reported_in=("trust-plan 2.1",),
    note="From the start of the assessment, as the census counts; Working Together counts from the referral.",
)

INDICATORS = (referrals, re_referrals, led_to_assessment, sexual_harm, assessments, assessed_in_time)
