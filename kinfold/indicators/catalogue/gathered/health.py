"""Children's health: what health services submit, and what is published of weight, teeth, activity and vaccination."""

from kinfold.indicators.catalogue.gathered.owners import (
    COMMUNITY_HEALTH,
    COUNCIL,
    NHS_ENGLAND,
    OHID,
    SPORT_ENGLAND,
    UKHSA,
)
from kinfold.indicators.engine.gathered import Gathered

_CHILDREN = "children aged 0 to 17 in Portsmouth"
_PLAN = "Children’s Trust Plan 2020-23, Priority Three"
_DEATHS = "Child Death Review statutory and operational guidance (England), 2018"

abuse_medicals = Gathered(
    key="health.sexual_abuse_medicals",
    title="Children referred for a specialist medical for sexual abuse",
    definition="Different children referred in the quarter for a child protection medical by a doctor specialised "
    "in child sexual abuse, whether or not it took place.",
    kind="count",
    unit="children",
    population=_CHILDREN,
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source="Multi-Agency Safeguarding Strategy 2023-26, Priority 3",
    better="neither",
    breakdowns=(("harm", ("Within the last 7 days", "Longer ago", "Not known")),),
    reported_in=("safeguarding 3.1",),
    note="The source writes CSA for child sexual abuse.",
)


def _deaths(key: str, title: str, definition: str) -> Gathered:
    return Gathered(
        key=f"health.{key}",
        title=title,
        definition=definition,
        kind="count",
        unit="deaths",
        population=_CHILDREN,
        owner=COUNCIL,
        collected="submitted",
        source=_DEATHS,
        better="neither",
        reported_in=("dataset AR.20",),
        note="The Annual Report 2019-20 prints “fewer than 5” of the unexpected.",
    )


deaths_notified = _deaths(
    "child_deaths_notified",
    "Child deaths notified",
    "Deaths in the quarter of children aged 0 to 17 who normally live in Portsmouth, notified to the child death "
    "review partners (Children Act 2004, sections 16M and 16N). Stillbirths and planned terminations are left out.",
)
deaths_reviewed = _deaths(
    "child_deaths_reviewed",
    "Child deaths reviewed",
    "Reviews completed in the quarter by the Child Death Overview Panel, whenever the child died.",
)
deaths_unexpected = _deaths(
    "child_deaths_unexpected",
    "Child deaths that were unexpected",
    "Of the deaths notified in the quarter, those not anticipated as a significant possibility 24 hours before.",
)


def _obesity(key: str, year: str, ages: str, number: str) -> Gathered:
    return Gathered(
        key=f"health.{key}",
        title=f"{year} children who are obese",
        definition=f"Children in {year} (aged {ages}) measured in state schools in the school year whose body mass "
        "index is at or above the 95th centile of the British 1990 growth reference, as a percentage of those "
        "measured.",
        kind="share",
        unit="% of children measured",
        population=f"{year} children who live in Portsmouth and were measured",
        owner=OHID,
        collected="published",
        source="Fingertips, Child and Maternal Health: National Child Measurement Programme",
        better="lower",
        every="year",
        numerator="Children obese, severe obesity included",
        denominator="Children measured",
        per=100,
        reported_in=(number, "trust-plan 3.1"),
        note="The comparator of Year R in the Annual Report 2019-20 (14.2%) is doubtful." if year == "Year R" else "",
    )


obesity_year_r = _obesity("obesity_year_r", "Year R", "4 to 5", "safeguarding 2.5a")
obesity_year_six = _obesity("obesity_year_six", "Year 6", "10 to 11", "safeguarding 2.5b")

dental_decay = Gathered(
    key="health.dental_decay",
    title="Year 8 and Year 10 pupils with dental decay",
    definition="Pupils examined in the school year with at least one tooth decayed into dentine, missing because of "
    "decay or filled, as a percentage of those examined, for Year 8 and for Year 10.",
    kind="share",
    unit="% of pupils examined",
    population="pupils in Years 8 and 10 in Portsmouth who were examined",
    owner=OHID,
    collected="published",
    source="Dental public health epidemiology programme",
    better="lower",
    every="year",
    breakdowns=(("year group", ("Year 8", "Year 10")),),
    reported_in=("safeguarding 2.4a", "safeguarding 2.4b"),
    note="The national programme mostly examines 5-year-olds and no survey of these two years by council was found, "
    "so there are gaps until one is. The Annual Report’s admissions for caries (21.2 against 307.5 per 100,000) are "
    "not this, and that gap is too wide to be right.",
)

activity = Gathered(
    key="health.physical_activity",
    title="Children who are physically active",
    definition="Children in Years 1 to 11 active for an average of 60 minutes or more a day across the week, as a "
    "percentage of children surveyed, weighted by the publisher.",
    kind="share",
    unit="% of children",
    population="children aged 5 to 16 in Portsmouth",
    owner=SPORT_ENGLAND,
    collected="published",
    source=f"Active Lives Children and Young People Survey; {_PLAN}",
    better="higher",
    every="year",
    reported_in=("trust-plan 3.2",),
)

vaccinations = Gathered(
    key="health.vaccination_at_five",
    title="Children vaccinated by their fifth birthday",
    definition="Children whose fifth birthday fell in the year who had by then had the vaccine, as a percentage of "
    "all such children registered, for each vaccine.",
    kind="share",
    unit="% covered",
    population="children aged 5 in Portsmouth",
    owner=UKHSA,
    collected="published",
    source=f"Cover of Vaccination Evaluated Rapidly (COVER) programme; {_PLAN}",
    better="higher",
    every="year",
    breakdowns=(("vaccine", ("Six-in-one", "MMR, two doses", "Four-in-one booster", "Hib and MenC booster")),),
    reported_in=("trust-plan 3.9",),
    note="Only groups: no one figure covers all vaccines. The plan’s priority is wider and takes in school-age "
    "vaccines too.",
)


def _use(key: str, what: str, definition: str) -> Gathered:
    return Gathered(
        key=f"health.{key}",
        title=f"Young people who {what}",
        definition=f"{definition}, as a percentage of pupils surveyed.",
        kind="share",
        unit="% of pupils aged 11 to 15",
        population="pupils aged 11 to 15 in England",
        owner=NHS_ENGLAND,
        collected="published",
        source=f"Smoking, Drinking and Drug Use among Young People in England; {_PLAN}",
        better="lower",
        every="year",
        reported_in=("trust-plan 3.5",),
        note="A survey of England every other year: no figure for Portsmouth is published. The plan’s three habits "
        "are each an indicator.",
    )


alcohol = _use("alcohol_use", "drink alcohol", "Pupils in Years 7 to 11 who drank alcohol in the last week")
drugs = _use("drug_use", "take drugs", "Pupils in Years 7 to 11 who took any drug in the last month")
tobacco = _use("tobacco_use", "smoke", "Pupils in Years 7 to 11 who smoke at least one cigarette a week")

GATHERED: tuple[Gathered, ...] = (
    abuse_medicals,
    deaths_notified,
    deaths_reviewed,
    deaths_unexpected,
    obesity_year_r,
    obesity_year_six,
    dental_decay,
    activity,
    vaccinations,
    alcohol,
    drugs,
    tobacco,
)
