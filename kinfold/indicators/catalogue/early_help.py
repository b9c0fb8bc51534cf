"""Indicators of early help: Family Support Plans and Early Help Assessments."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD, OF_THE_PLACE
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import _

plans_submitted = Indicator(
    key="early_help.plans_submitted",
    title="Family Support Plans submitted",
    counts="plans",
    of="family_support_plans",
    dated_by=_.submitted_on,
    numerator=Rule("A Family Support Plan was submitted", _.submitted_on.notnull()),
    breakdowns=(*OF_THE_PLACE, "agency", "tier"),
    better="higher",
    source="Multi-Agency Safeguarding Strategy 2023-26, Priority 1",
    reported_in=("safeguarding 1.1",),
    note="A plan belongs to a family: one plan for three brothers and sisters is one plan.",
)

assessments_completed = Indicator(
    key="early_help.assessments_completed",
    title="Early Help Assessments completed",
    counts="assessments",
    of="conversations",
    dated_by=_.completed_on,
    numerator=Rule(
        "A Family Support Conversation that counts as an Early Help Assessment was completed",
        _.completed_on.notnull() & (_.counts_as_assessment == "Y"),
    ),
    breakdowns=(*OF_THE_PLACE, "agency", "tier"),
    better="higher",
    source="Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, Early Help and MASH",
    reported_in=("dataset AR.3",),
    note=(
        "Which conversations count is a local setting (by default those at Tier 3), stored with the conversation when "
        "it is held: changing the setting does not change earlier figures."
    ),
)

open_to_early_help = Indicator(
    key="early_help.children",
    title="Children open to family support or early help",
    counts="children",
    of="early_help_episodes",
    numerator=Rule(
        "The child is open to Family Support (Tier 2) or Early Help and Prevention (Tier 3)", _.started_on.notnull()
    ),
    breakdowns=(*OF_PLACE_AND_CHILD, "tier"),
    better="neither",
    source="Children’s Trust Plan 2020-23, Priority Two",
    reported_in=("trust-plan 2.3",),
    note="The breakdown by tier tells the two apart.",
)

INDICATORS = (plans_submitted, assessments_completed, open_to_early_help)
