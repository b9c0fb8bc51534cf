"""Children in trouble with the law: who enters, who comes back, how it is dealt with."""

from kinfold.indicators.catalogue.gathered.owners import COUNCIL, ETHNICITY, MOJ, SEX, YJB, YOUTH_AGE
from kinfold.indicators.engine.gathered import Gathered

_PLAN = "Children’s Trust Plan 2020-23, Priority Two"
_PRIORITIES = "Safer Portsmouth Partnership, Young People at Risk"
_CHILDREN = "children aged 10 to 17 in Portsmouth"

entrants_rate = Gathered(
    key="youth_justice.first_time_entrants_rate",
    title="Children who enter the youth justice system for the first time",
    definition="Children aged 10 to 17 who received their first youth caution or conviction recorded on the Police "
    "National Computer in the year, per 100,000 children aged 10 to 17, by where they live.",
    kind="rate",
    unit="per 100,000 children aged 10 to 17",
    population=_CHILDREN,
    owner=YJB,
    collected="published",
    source="Youth Justice Board and Ministry of Justice, Youth Justice Statistics; the plan’s Priority Two",
    better="lower",
    every="year",
    numerator="Children with a first caution or conviction in the year",
    denominator="Children aged 10 to 17, mid-year population estimate",
    per=100_000,
    reported_in=("trust-plan 2.7",),
)

entrants = Gathered(
    key="youth_justice.first_time_entrants",
    title="First-time entrants to the youth justice system, and who they are",
    definition="Children aged 10 to 17 known to the youth justice team who received their first youth caution or "
    "conviction in the quarter, by age, sex and ethnicity and by whether they were looked after.",
    kind="count",
    unit="children",
    population=_CHILDREN,
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PRIORITIES}, for the analysis of the cohort",
    better="lower",
    breakdowns=(YOUTH_AGE, SEX, ETHNICITY, ("care status", ("Looked after", "Not looked after"))),
    reported_in=("young-people YP.5",),
    note="The team’s own count. The published rate is of police records and comes later, so they need not agree.",
)

reoffending = Gathered(
    key="youth_justice.reoffending_share",
    title="Children who reoffend",
    definition="Children aged 10 to 17 in a cohort (released from custody, sentenced or cautioned in the period) who "
    "committed a proven reoffence within 12 months, the conviction coming within those or 6 further months.",
    kind="share",
    unit="% of children in the cohort",
    population=f"{_CHILDREN} cautioned, sentenced or released",
    owner=MOJ,
    collected="published",
    source="Ministry of Justice, Proven Reoffending Statistics",
    better="lower",
    every="year",
    numerator="Children with a proven reoffence",
    denominator="Children in the cohort",
    per=100,
    reported_in=("trust-plan 2.8",),
)

reoffences = Gathered(
    key="youth_justice.reoffences_per_reoffender",
    title="Reoffences for each child who reoffends",
    definition="Proven reoffences within 12 months (and convicted within 6 more) of children aged 10 to 17 in the "
    "cohort, divided by the children who reoffended.",
    kind="score",
    unit="reoffences per child who reoffended",
    population="children aged 10 to 17 in Portsmouth who reoffended",
    owner=MOJ,
    collected="published",
    source="Ministry of Justice, Proven Reoffending Statistics",
    better="lower",
    every="year",
    numerator="Proven reoffences",
    denominator="Children with a proven reoffence",
    reported_in=("trust-plan 2.8",),
)

custody = Gathered(
    key="youth_justice.custody_rate",
    title="Young people in custody",
    definition="Custodial sentences passed in the quarter on children aged 10 to 17 at sentence, per 1,000 children "
    "aged 10 to 17. Remands are left out.",
    kind="rate",
    unit="per 1,000 children aged 10 to 17",
    population=_CHILDREN,
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; defined as the Youth Justice Board’s custody measure",
    better="lower",
    numerator="Custodial sentences passed in the quarter",
    denominator="Children aged 10 to 17, latest mid-year population estimate",
    per=1_000,
    reported_in=("trust-plan 2.9",),
    note="The plan asks for the number too: it is the numerator.",
)

looked_after_offending = Gathered(
    key="youth_justice.looked_after_offending",
    title="Looked-after children who offend",
    definition="Children aged 10 to 17, looked after for at least 12 months on 31 March, who were convicted or "
    "given a youth caution in the year, as a percentage of all such children.",
    kind="share",
    unit="% of children looked after for 12 months or more",
    population="children aged 10 to 17 looked after by Portsmouth for at least 12 months",
    owner=COUNCIL,
    collected="submitted",
    source="Children’s Trust Plan 2020-23, Priority Five; SSDA903 outcome collection",
    better="lower",
    every="year",
    numerator="Of those, convicted or cautioned in the year",
    denominator="Looked after for at least 12 months on 31 March, aged 10 to 17",
    per=100,
    reported_in=("trust-plan 5.10",),
)

out_of_court = Gathered(
    key="youth_justice.out_of_court_disposals",
    title="Out-of-court disposals of children",
    definition="Out-of-court disposals given in the quarter to children aged 10 to 17 at the offence, by kind.",
    kind="count",
    unit="disposals",
    population=_CHILDREN,
    owner=COUNCIL,
    collected="submitted",
    source=_PRIORITIES,
    better="neither",
    breakdowns=(
        ("disposal", ("Community resolution", "Youth caution", "Youth conditional caution", "Diversion or outcome 22")),
    ),
    reported_in=("young-people YP.6",),
)

slavery_defence = Gathered(
    key="youth_justice.modern_slavery_defence",
    title="Cases in which a child used the modern slavery defence",
    definition="Cases of children aged 10 to 17 at the offence, ended in the quarter, in which the defence of "
    "section 45 of the Modern Slavery Act 2015 was raised, by what came of it.",
    kind="count",
    unit="cases",
    population=_CHILDREN,
    owner=COUNCIL,
    collected="submitted",
    source=_PRIORITIES,
    better="neither",
    breakdowns=(("outcome", ("Not prosecuted or stopped", "Acquitted", "Convicted")),),
    reported_in=("young-people YP.6",),
)

GATHERED: tuple[Gathered, ...] = (
    entrants_rate,
    entrants,
    reoffending,
    reoffences,
    custody,
    looked_after_offending,
    out_of_court,
    slavery_defence,
)
