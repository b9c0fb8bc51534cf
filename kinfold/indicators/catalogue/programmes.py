"""Indicators of local programmes: police officers in early help, Team Around the Worker, Supporting Families."""

from kinfold.indicators.engine.breakdowns import OF_THE_CHILD
from kinfold.indicators.engine.definition import Indicator, Quantity, Rule
from kinfold.indicators.engine.words import Expression, _

_PCSO = "Cabinet item, Police Community Support Officers in Early Help and Prevention"
_FIRST_COHORT = "The child is in the first cohort helped by police community support officers"


def _of_the_cohort(key: str, title: str, reached: Expression, words: str) -> Indicator:
    return Indicator(
        key=f"pcso.{key}",
        title=title,
        counts="children",
        of="cohort_members",
        dated_by=_.left_on,
        denominator=Rule(
            f"{_FIRST_COHORT}, left it in the period, and was at low, medium or high risk when they joined",
            (_.cohort == "pcso_first") & _.level_at_start.isin("low", "medium", "high"),
        ),
        numerator=Rule(words, reached),
        breakdowns=OF_THE_CHILD,
        better="higher",
        source=_PCSO,
        reported_in=("pcso PC.2",),
        note="What changed while a child was helped is not all owed to the help.",
    )


re_referred = Indicator(
    key="pcso.re_referred",
    title="Children of the first PCSO cohort who were referred again",
    counts="children",
    of="cohort_members",
    dated_by=_.left_on,
    denominator=Rule(f"{_FIRST_COHORT} and left it in the period", _.cohort == "pcso_first"),
    numerator=Rule("The child was referred again afterwards", _.re_referred_on.notnull()),
    breakdowns=OF_THE_CHILD,
    better="lower",
    source=_PCSO,
    reported_in=("pcso PC.1",),
    note="Those who left lately have had less time to be referred again.",
)
risk_ended = _of_the_cohort(
    "risk_ended",
    "Children of the PCSO cohort whose risk of exploitation ended",
    _.level_at_end == "none",
    "The risk was none when they left",
)
risk_low = _of_the_cohort(
    "risk_low",
    "Children of the PCSO cohort whose risk of exploitation fell to low",
    (_.level_at_end == "low") & (_.level_at_start != "low"),
    "The risk was low when they left, and higher when they joined",
)

_AT_RISK_PLAN = "Safer Portsmouth Partnership, Young People at Risk"

good_contacts_from_schools = Indicator(
    key="pcso.good_contacts_from_schools",
    title="Contacts from schools that the MASH graded good",
    counts="contacts",
    of="contact_quality",
    dated_by=_.graded_on,
    denominator=Rule("The hub graded a contact from a school", _.sector == "school"),
    numerator=Rule("It was graded good", _.grade == "good"),
    breakdowns=("agency",),
    better="higher",
    source=_PCSO,
    reported_in=("pcso PC.3",),
)

complaints_from_schools = Indicator(
    key="pcso.complaints_from_schools",
    title="Complaints from school leaders",
    counts="complaints",
    of="complaints",
    dated_by=_.received_on,
    numerator=Rule("A school complained about a service for children", _.from_sector == "school"),
    better="lower",
    source=_PCSO,
    reported_in=("pcso PC.3",),
    note="Fewer complaints can also mean that nobody was told how to complain.",
)

referrals_spared = Indicator(
    key="programmes.referrals_spared",
    title="Referrals not needed after a Team Around the Worker consultation",
    counts="consultations",
    of="consultations",
    dated_by=_.held_on,
    numerator=Rule(
        "The worker came meaning to refer, and afterwards did not",
        (_.referral_intended == "Y") & (_.referral_made == "N"),
    ),
    breakdowns=("agency",),
    better="neither",
    source=_AT_RISK_PLAN,
    reported_in=("young-people YP.10",),
    note="As the worker said before and after: it shows what they did, not whether it was right.",
)

family_claims = Indicator(
    key="programmes.family_claims",
    title="Claims for families whose lives turned around",
    counts="claims",
    of="family_claims",
    dated_by=_.claimed_on,
    numerator=Rule("A result was claimed from the Supporting Families programme", _.claimed_on.notnull()),
    better="neither",
    source=_AT_RISK_PLAN,
    reported_in=("young-people YP.12",),
    note="The programme was called Troubled Families when the plan was written.",
)

family_revenue = Indicator(
    key="programmes.family_revenue",
    title="Revenue from the Supporting Families programme",
    counts="claims",
    of="family_claims",
    dated_by=_.claimed_on,
    numerator=Rule("A result was claimed from the Supporting Families programme", _.claimed_on.notnull()),
    quantity=Quantity("Pounds claimed", _.amount, "GBP"),
    better="neither",
    source=_AT_RISK_PLAN,
    reported_in=("young-people YP.12",),
    note="The programme was called Troubled Families when the plan was written.",
)

INDICATORS = (
    re_referred,
    risk_ended,
    risk_low,
    good_contacts_from_schools,
    complaints_from_schools,
    referrals_spared,
    family_claims,
    family_revenue,
)
