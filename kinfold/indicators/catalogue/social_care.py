"""Indicators of children's social care: children in need, on a protection plan and looked after at a period's close."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD, OF_THE_POPULATION
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import _

STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority 1"
PER = 10_000
_WARD = "The ward is where the child lived when the status began."

_WITH_PLAN_ALONE = Rule(
    "The child has a child-in-need plan and is neither on a protection plan nor looked after", _.started_on.notnull()
)
# Plans of children who only stay here are the other council's to count.
_OWN_PROTECTION_PLAN = Rule(
    "The child is on a protection plan of this council", _.other_authority.fill_null("N") != "Y"
)
_LOOKED_AFTER = Rule("The child is looked after", _.started_on.notnull())

in_need_rate = Indicator(
    key="children_in_need.with_plan_rate",
    title="Children in need, with a plan",
    counts="children",
    of="child_in_need_plans",
    numerator=_WITH_PLAN_ALONE,
    unless_open_in=("protection_plans", "looked_after_episodes"),
    per=PER,
    breakdowns=OF_THE_POPULATION,
    better="neither",
    source=STRATEGY,
    reported_in=("safeguarding 1.4", "dataset AR.6"),
    note=f"As Portsmouth publishes it: narrower than the Department for Education’s rate of children in need. {_WARD}",
)

in_need_number = Indicator(
    key="children_in_need.with_plan_number",
    title="Number of children in need, with a plan",
    counts="children",
    of="child_in_need_plans",
    numerator=_WITH_PLAN_ALONE,
    unless_open_in=("protection_plans", "looked_after_episodes"),
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source="Local: the number behind the rate, which can be broken down further",
    reported_in=("trust-plan 2.4",),
    note=_WARD,
)

with_social_worker = Indicator(
    key="children_in_need.with_social_worker",
    title="Children in need who have an allocated social worker",
    counts="children",
    of="child_in_need_plans",
    denominator=_WITH_PLAN_ALONE,
    numerator=Rule("A named social worker is allocated to the child", _.has_social_worker),
    unless_open_in=("protection_plans", "looked_after_episodes"),
    breakdowns=OF_PLACE_AND_CHILD,
    better="higher",
    source="Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset",
    reported_in=("dataset AR.9",),
    note=_WARD,
)

_OPEN_REFERRAL = Rule(
    "The child is open to children’s social care after a referral that did not end in no further action",
    _.no_further_action.fill_null("N") != "Y",
)

open_to_social_care = Indicator(
    key="children_in_need.open_referral_number",
    title="Children open to children’s social care",
    counts="children",
    of="referrals",
    numerator=_OPEN_REFERRAL,
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source="Children’s Trust Plan 2020-23, Priority Two",
    reported_in=("trust-plan 2.4",),
    note="Children in need, on a protection plan and looked after, and those still being assessed, each once.",
)

in_need_wider_rate = Indicator(
    key="children_in_need.open_referral_rate",
    title="Children in need, as the Department for Education counts them",
    counts="children",
    of="referrals",
    numerator=_OPEN_REFERRAL,
    per=PER,
    breakdowns=("age_band",),
    better="neither",
    source="Department for Education, Characteristics of children in need",
    note="Children on a protection plan and looked after are in it, and those still being assessed.",
)

protection_rate = Indicator(
    key="child_protection.rate",
    title="Children with a child protection plan",
    counts="children",
    of="protection_plans",
    numerator=_OWN_PROTECTION_PLAN,
    per=PER,
    breakdowns=OF_THE_POPULATION,
    better="neither",
    source=STRATEGY,
    reported_in=("safeguarding 1.5", "dataset AR.7"),
    note=f"Unborn children with a plan are counted; the population does not have them. {_WARD}",
)

protection_number = Indicator(
    key="child_protection.number",
    title="Number of children with a child protection plan",
    counts="children",
    of="protection_plans",
    numerator=_OWN_PROTECTION_PLAN,
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source="Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, Safeguarding",
    reported_in=("trust-plan 2.4",),
    note=_WARD,
)

looked_after_rate = Indicator(
    key="looked_after.rate",
    title="Children looked after",
    counts="children",
    of="looked_after_episodes",
    numerator=_LOOKED_AFTER,
    per=PER,
    breakdowns=OF_THE_POPULATION,
    better="neither",
    source=STRATEGY,
    reported_in=("safeguarding 1.6",),
    note=f"A child who moves placement on the day has two episodes and is counted once. {_WARD}",
)

looked_after_number = Indicator(
    key="looked_after.number",
    title="Number of children looked after",
    counts="children",
    of="looked_after_episodes",
    numerator=_LOOKED_AFTER,
    breakdowns=OF_PLACE_AND_CHILD,
    better="neither",
    source="Portsmouth Safeguarding Children Partnership, Annual Report 2019-20",
    reported_in=("dataset AR.8", "trust-plan 2.4"),
    note=_WARD,
)

INDICATORS = (
    in_need_rate,
    in_need_number,
    with_social_worker,
    open_to_social_care,
    in_need_wider_rate,
    protection_rate,
    protection_number,
    looked_after_rate,
    looked_after_number,
)
