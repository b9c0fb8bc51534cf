"""Children and young people admitted to hospital, as published each year in the publisher's own unit.

A directly standardised rate is weighted to a standard population: no count can be made of it, so none is asked for.
"""

from kinfold.indicators.catalogue.gathered.owners import NHS_ENGLAND, OHID
from kinfold.indicators.engine.gathered import Gathered

_STRATEGY = "Fingertips, Child and Maternal Health; Multi-Agency Safeguarding Strategy 2023-26, Priority 5"
_PLAN = "Fingertips, Child and Maternal Health; Children’s Trust Plan 2020-23"
_TENTH = "The strategy asks per 10,000, which is a tenth of this figure; the figure is kept as published"
_STANDARDISED = "directly standardised rate (2013 European Standard Population)"
_INJURIES = (
    "Emergency admissions in the year for an injury, unintentional or deliberate (ICD-10 S00 to T79 with V01 to Y36)"
)
_ESTIMATE = "mid-year population estimate"

injuries_to_fourteen = Gathered(
    key="hospital.injuries_to_fourteen",
    title="Hospital admissions for injuries, ages 0 to 14",
    definition=f"{_INJURIES}, of children aged 0 to 14 who live in Portsmouth, per 10,000: a crude rate.",
    kind="rate",
    unit="per 10,000 children aged 0 to 14",
    population="children aged 0 to 14 in Portsmouth",
    owner=OHID,
    collected="published",
    source=_STRATEGY,
    better="lower",
    every="year",
    numerator="Admissions for injuries",
    denominator=f"Children aged 0 to 14, {_ESTIMATE}",
    per=10_000,
    reported_in=("safeguarding 5.2a",),
)

injuries_older = Gathered(
    key="hospital.injuries_fifteen_to_twenty_four",
    title="Hospital admissions for injuries, ages 15 to 24",
    definition=f"{_INJURIES}, of people aged 15 to 24 who live in Portsmouth, per 10,000: a crude rate.",
    kind="rate",
    unit="per 10,000 people aged 15 to 24",
    population="people aged 15 to 24 in Portsmouth",
    owner=OHID,
    collected="published",
    source=_STRATEGY,
    better="lower",
    every="year",
    numerator="Admissions for injuries",
    denominator=f"People aged 15 to 24, {_ESTIMATE}",
    per=10_000,
    reported_in=("safeguarding 5.2b",),
)

alcohol = Gathered(
    key="hospital.alcohol_specific",
    title="Hospital admissions for conditions due to alcohol alone, under 18",
    definition="Admissions with a primary or secondary diagnosis of a condition wholly due to alcohol, of children "
    "under 18 who live in Portsmouth, over three pooled years, per 100,000: a crude rate.",
    kind="rate",
    unit="per 100,000 children aged 0 to 17",
    population="children aged 0 to 17 in Portsmouth",
    owner=OHID,
    collected="published",
    source=_STRATEGY,
    better="lower",
    every="year",
    numerator="Admissions in the three years",
    denominator=f"Children aged 0 to 17 in each of the three years, {_ESTIMATE}s",
    per=100_000,
    reported_in=("safeguarding 5.2c",),
    note=f"{_TENTH}. It also says ages 0 to 18; the publisher counts under 18. The year named is the last of the "
    "three.",
)

substances = Gathered(
    key="hospital.substance_misuse",
    title="Hospital admissions for substance misuse, ages 15 to 24",
    definition="Admissions with a primary diagnosis of poisoning by, or disorder due to, drugs (ICD-10 F11 to F19, "
    "T40, T52, T59, T43.6, Y12, Y16, Y19), of people aged 15 to 24 who live in Portsmouth, per 100,000: a "
    f"{_STANDARDISED}.",
    kind="rate",
    unit="per 100,000 people aged 15 to 24",
    population="people aged 15 to 24 in Portsmouth",
    owner=OHID,
    collected="published",
    source=_STRATEGY,
    better="lower",
    every="year",
    reported_in=("safeguarding 5.2d",),
    note=f"{_TENTH}. Standardised: never turned into a count. The publisher pools three years.",
)

self_harm = Gathered(
    key="hospital.self_harm_admissions",
    title="Hospital admissions for self-harm, ages 10 to 24",
    definition="Emergency admissions in the year for intentional self-harm (ICD-10 X60 to X84), of people aged 10 "
    f"to 24 who live in Portsmouth, per 100,000: a {_STANDARDISED}.",
    kind="rate",
    unit="per 100,000 people aged 10 to 24",
    population="people aged 10 to 24 in Portsmouth",
    owner=OHID,
    collected="published",
    source=_STRATEGY,
    better="lower",
    every="year",
    breakdowns=(("age", ("10 to 14", "15 to 19", "20 to 24")),),
    reported_in=("safeguarding 5.2e", "trust-plan 4.7"),
    note=f"{_TENTH}. Standardised: never turned into a count. The Annual Report 2019-20 gives ages 10 to 14 and 15 "
    "to 19 apart.",
)

self_harm_attendances = Gathered(
    key="hospital.self_harm_attendances",
    title="Attendances at emergency departments for self-harm",
    definition="Attendances in the year of children under 18 at an emergency department with a chief complaint or "
    "diagnosis of self-harm in the Emergency Care Data Set.",
    kind="count",
    unit="attendances",
    population="children aged 0 to 17 in Portsmouth",
    owner=NHS_ENGLAND,
    collected="published",
    source="NHS England, Hospital Accident and Emergency Activity; Children’s Trust Plan 2020-23, Priority Four",
    better="lower",
    every="year",
    reported_in=("trust-plan 4.7",),
    note="The plan asks for attendances and admissions; each is an indicator here.",
)

asthma = Gathered(
    key="hospital.asthma_admissions",
    title="Hospital admissions for asthma, under 19",
    definition="Emergency admissions in the year with a primary diagnosis of asthma (ICD-10 J45, J46), of people "
    "aged 0 to 18 who live in Portsmouth, per 100,000: a crude rate.",
    kind="rate",
    unit="per 100,000 people aged 0 to 18",
    population="people aged 0 to 18 in Portsmouth",
    owner=OHID,
    collected="published",
    source=f"{_PLAN}, Priority Three",
    better="lower",
    every="year",
    numerator="Emergency admissions for asthma",
    denominator=f"People aged 0 to 18, {_ESTIMATE}",
    per=100_000,
    reported_in=("trust-plan 3.10",),
)

diabetes = Gathered(
    key="hospital.diabetes_admissions",
    title="Hospital admissions for diabetes, under 19",
    definition="Emergency admissions in the year with a primary diagnosis of diabetes (ICD-10 E10 to E14), of "
    "people aged 0 to 18 who live in Portsmouth, per 100,000: a crude rate.",
    kind="rate",
    unit="per 100,000 people aged 0 to 18",
    population="people aged 0 to 18 in Portsmouth",
    owner=OHID,
    collected="published",
    source=f"{_PLAN}, Priority Three",
    better="lower",
    every="year",
    numerator="Emergency admissions for diabetes",
    denominator=f"People aged 0 to 18, {_ESTIMATE}",
    per=100_000,
    reported_in=("trust-plan 3.10",),
    note="The plan’s other long-term conditions are those the publisher gives: diabetes and epilepsy.",
)

epilepsy = Gathered(
    key="hospital.epilepsy_admissions",
    title="Hospital admissions for epilepsy, under 19",
    definition="Emergency admissions in the year with a primary diagnosis of epilepsy (ICD-10 G40, G41), of people "
    "aged 0 to 18 who live in Portsmouth, per 100,000: a crude rate.",
    kind="rate",
    unit="per 100,000 people aged 0 to 18",
    population="people aged 0 to 18 in Portsmouth",
    owner=OHID,
    collected="published",
    source=f"{_PLAN}, Priority Three",
    better="lower",
    every="year",
    numerator="Emergency admissions for epilepsy",
    denominator=f"People aged 0 to 18, {_ESTIMATE}",
    per=100_000,
    reported_in=("trust-plan 3.10",),
)

GATHERED: tuple[Gathered, ...] = (
    injuries_to_fourteen,
    injuries_older,
    alcohol,
    substances,
    self_harm,
    self_harm_attendances,
    asthma,
    diabetes,
    epilepsy,
)
