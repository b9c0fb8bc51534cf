"""Children with special educational needs and disabilities (SEND): their plans, places and waits."""

from kinfold.indicators.catalogue.gathered.owners import COMMUNITY_HEALTH, COUNCIL
from kinfold.indicators.engine.gathered import Gathered

_PLAN = "Children’s Trust Plan 2020-23, Priority Six"
_WITH_PLAN = "children and young people aged 0 to 24 with an education, health and care plan kept by Portsmouth"
_WAIT = (
    "Mean weeks from the day a referral was accepted to the first contact that begins the help, over children first "
    "seen in the quarter. A wait is whole days divided by 7"
)
_SUM, _SEEN = "Weeks waited, added up", "Children first seen in the quarter"

plans = Gathered(
    key="send.plans",
    title="Children with an education, health and care plan",
    definition="People aged 0 to 24 with a plan kept by the council under section 37 of the Children and Families "
    "Act 2014 at the quarter’s end.",
    kind="count",
    unit="children",
    population=_WITH_PLAN,
    owner=COUNCIL,
    collected="submitted",
    source="Multi-Agency Safeguarding Strategy 2023-26, Priority 6; SEN2",
    better="neither",
    breakdowns=(("age", ("0 to 4", "5 to 10", "11 to 15", "16 to 19", "20 to 24")),),
    reported_in=("safeguarding 6.1",),
)

in_mainstream = Gathered(
    key="send.in_local_mainstream",
    title="Children with special educational needs in a local mainstream school",
    definition="Children with a plan or SEN support on the roll of a mainstream school, academy or early years "
    "setting in Portsmouth at the term’s end, as a percentage of all with a plan or SEN support.",
    kind="share",
    unit="% of children with SEND",
    population="children with a plan kept by Portsmouth or SEN support in a Portsmouth school",
    owner=COUNCIL,
    collected="submitted",
    source=_PLAN,
    better="higher",
    every="term",
    numerator="Children in a local mainstream setting",
    denominator="Children with a plan or SEN support",
    per=100,
    breakdowns=(("need", ("Education, health and care plan", "SEN support")),),
    reported_in=("trust-plan 6.3",),
)

with_place = Gathered(
    key="send.plans_with_a_place",
    title="Children with a plan who have the place it names",
    definition="Children with a plan on the roll of the kind of placement that section I of it names, at the term’s "
    "end, as a percentage of all of compulsory school age with a plan.",
    kind="share",
    unit="% of children with a plan",
    population="children of compulsory school age with a plan kept by Portsmouth",
    owner=COUNCIL,
    collected="submitted",
    source=_PLAN,
    better="higher",
    every="term",
    numerator="Children on the roll of the place named",
    denominator="Children of compulsory school age with a plan",
    per=100,
    reported_in=("trust-plan 6.4",),
)

within_twenty_weeks = Gathered(
    key="send.plans_in_twenty_weeks",
    title="Education, health and care plans issued within 20 weeks",
    definition="Final plans issued in the quarter within 20 weeks of the request for an assessment (SEND "
    "Regulations 2014, SI 2014/1530, regulation 13), as a percentage of first plans issued. Lawful exceptions are "
    "left out of both.",
    kind="share",
    unit="% within 20 weeks",
    population=_WITH_PLAN,
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; SEN2",
    better="higher",
    numerator="First plans issued within 20 weeks",
    denominator="First plans issued",
    per=100,
    reported_in=("trust-plan 6.5",),
)

not_in_education = Gathered(
    key="send.not_in_education_or_work",
    title="Young people with SEND who are not in education, employment or training",
    definition="People aged 16 to 24 with a plan, or 16 to 17 who had SEN support in Year 11, who at the quarter’s "
    "end are not in education, employment or training. Those whose activity is not known are counted apart.",
    kind="count",
    unit="young people",
    population="young people aged 16 to 24 with SEND in Portsmouth",
    owner=COUNCIL,
    collected="submitted",
    source=f"{_PLAN}; National Client Caseload Information System",
    better="lower",
    breakdowns=(("need", ("Education, health and care plan", "SEN support in Year 11")),),
    reported_in=("trust-plan 6.8",),
)

mental_health_wait = Gathered(
    key="send.wait_for_mental_health_support",
    title="Wait for mental health support of children with SEND",
    definition=f"{_WAIT}. Children with a plan or SEN support first seen by the mental health teams.",
    kind="duration",
    unit="weeks",
    population="children aged 0 to 17 with SEND in Portsmouth",
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=_PLAN,
    better="lower",
    numerator=_SUM,
    denominator=_SEEN,
    most=520,
    reported_in=("trust-plan 6.9",),
)

therapy_wait = Gathered(
    key="send.wait_for_therapies",
    title="Wait for therapies",
    definition=f"{_WAIT}. Speech and language therapy, occupational therapy and physiotherapy.",
    kind="duration",
    unit="weeks",
    population="children aged 0 to 17 in Portsmouth",
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=_PLAN,
    better="lower",
    numerator=_SUM,
    denominator=_SEEN,
    most=520,
    breakdowns=(("therapy", ("Speech and language", "Occupational", "Physiotherapy")),),
    reported_in=("trust-plan 6.10",),
    note="A child may be seen by more than one therapy and waits once for each.",
)

neurodevelopmental_wait = Gathered(
    key="send.wait_for_neurodevelopmental_assessment",
    title="Wait for a neurodevelopmental assessment",
    definition=f"{_WAIT}. Assessments for autism and attention deficit hyperactivity disorder.",
    kind="duration",
    unit="weeks",
    population="children aged 0 to 17 in Portsmouth",
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=f"{_PLAN}; NICE guidelines CG128 and NG87",
    better="lower",
    numerator=_SUM,
    denominator=_SEEN,
    most=520,
    reported_in=("trust-plan 6.11",),
)

specialist_wait = Gathered(
    key="send.wait_for_specialist_services",
    title="Wait for specialist services of children with SEND",
    definition=f"{_WAIT}. Community paediatrics and specialist nursing (health), and the council’s advisory teachers "
    "and educational psychologists (education, sent on to the trust by the council).",
    kind="duration",
    unit="weeks",
    population="children aged 0 to 17 with SEND in Portsmouth",
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=_PLAN,
    better="lower",
    numerator=_SUM,
    denominator=_SEEN,
    most=520,
    breakdowns=(("service", ("Specialist health", "Specialist education")),),
    reported_in=("trust-plan 6.12",),
)

GATHERED: tuple[Gathered, ...] = (
    plans,
    in_mainstream,
    with_place,
    within_twenty_weeks,
    not_in_education,
    mental_health_wait,
    therapy_wait,
    neurodevelopmental_wait,
    specialist_wait,
)
