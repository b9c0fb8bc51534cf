"""Children looked after and how they fare, as the council's teams submit it."""

from kinfold.indicators.catalogue.gathered.owners import COMMUNITY_HEALTH, COUNCIL
from kinfold.indicators.engine.gathered import Gathered

_PLAN = "Children’s Trust Plan 2020-23, Priority Five"
_LOOKED_AFTER = "children looked after by Portsmouth"
_YEAR_LONG = "looked after by Portsmouth for at least 12 months"
_PUPILS = "children of compulsory school age looked after by Portsmouth"

difficulties = Gathered(
    key="looked_after.strengths_and_difficulties",
    title="Average Strengths and Difficulties score of looked-after children",
    definition="Mean total difficulties score (0 to 40) on the carer’s Strengths and Difficulties Questionnaire, "
    "over children aged 4 to 16 looked after for at least 12 months whose yearly questionnaire came back in the "
    "year to the quarter’s end. 17 or more is cause for concern.",
    kind="score",
    unit="points",
    population=f"children aged 4 to 16 {_YEAR_LONG}",
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; SSDA903",
    better="lower",
    numerator="Sum of scores",
    denominator="Children with a score",
    most=40,
    reported_in=("trust-plan 5.5",),
    note="The plan’s mental and physical health outcomes are three indicators here.",
)

difficulties_done = Gathered(
    key="looked_after.questionnaires_returned",
    title="Looked-after children with a Strengths and Difficulties score",
    definition="Children aged 4 to 16 looked after for at least 12 months with a questionnaire scored in the year "
    "to the quarter’s end, as a percentage of all such children.",
    kind="share",
    unit="% of children",
    population=f"children aged 4 to 16 {_YEAR_LONG}",
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; SSDA903",
    better="higher",
    numerator="Children with a score",
    denominator="Children aged 4 to 16 looked after for 12 months or more",
    per=100,
    reported_in=("trust-plan 5.5",),
)

health_assessments = Gathered(
    key="looked_after.health_assessments",
    title="Looked-after children whose health assessment is up to date",
    definition="Children looked after for at least 12 months at the quarter’s end who have had the reviews of their "
    "health due to them (every 6 months under 5, every 12 from 5), as a percentage of all such children.",
    kind="share",
    unit="% of children",
    population=f"children {_YEAR_LONG}",
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=f"{_PLAN}; Care Planning Regulations 2010 (SI 2010/959), regulation 7",
    better="higher",
    numerator="Children up to date",
    denominator=f"Children {_YEAR_LONG}",
    per=100,
    breakdowns=(("age", ("Under 5", "5 to 17")),),
    reported_in=("trust-plan 5.5",),
)

attendance = Gathered(
    key="looked_after.sessions_attended",
    title="Attendance at school of looked-after children",
    definition="Sessions that looked-after pupils attended, as a percentage of possible sessions in the quarter, "
    "from the daily calls to every school (Welfare Call). Codes as for attendance of all pupils.",
    kind="share",
    unit="% of possible sessions",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; Safer Portsmouth Partnership, Young People at Risk",
    better="higher",
    numerator="Sessions attended or at an approved activity",
    denominator="Possible sessions",
    per=100,
    breakdowns=(("school", ("In Portsmouth", "Elsewhere")),),
    reported_in=("trust-plan 5.6", "young-people YP.4"),
    note="In schools anywhere, not only in Portsmouth. The plan’s educational inclusion is three indicators here.",
)

suspensions = Gathered(
    key="looked_after.suspensions",
    title="Suspensions of looked-after children",
    definition="Suspensions begun in the quarter of pupils looked after on that day. One pupil may have several.",
    kind="count",
    unit="suspensions",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=_PLAN,
    better="lower",
    reported_in=("trust-plan 5.6",),
)

permanent_exclusions = Gathered(
    key="looked_after.permanent_exclusions",
    title="Permanent exclusions of looked-after children",
    definition="Permanent exclusions in the quarter, not overturned, of pupils looked after on that day.",
    kind="count",
    unit="exclusions",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=_PLAN,
    better="lower",
    reported_in=("trust-plan 5.6",),
)

high_cost_placements = Gathered(
    key="looked_after.high_cost_placements",
    title="High-cost placements",
    definition="Children whose placement at the quarter’s end costs the council £5,000 a week or more, everything "
    "included.",
    kind="count",
    unit="placements",
    population=_LOOKED_AFTER,
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; the £5,000 is local",
    better="lower",
    breakdowns=(("placement", ("Children’s home", "Secure children’s home", "Fostering", "Another placement")),),
    reported_in=("trust-plan 5.11",),
    note="The plan does not say what cost is high: a partnership sets its own.",
)

high_cost_spend = Gathered(
    key="looked_after.high_cost_spend",
    title="Spending on high-cost placements",
    definition="Pounds spent in the quarter, before contributions from health or others, on placements that cost "
    "£5,000 a week or more.",
    kind="money",
    unit="GBP",
    population=_LOOKED_AFTER,
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; the £5,000 is local",
    better="lower",
    breakdowns=(("placement", ("Children’s home", "Secure children’s home", "Fostering", "Another placement")),),
    reported_in=("trust-plan 5.11",),
)

GATHERED: tuple[Gathered, ...] = (
    difficulties,
    difficulties_done,
    health_assessments,
    attendance,
    suspensions,
    permanent_exclusions,
    high_cost_placements,
    high_cost_spend,
)
