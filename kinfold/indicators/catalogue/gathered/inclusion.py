"""Children who are out of school, or in it for less than they should be."""

from kinfold.indicators.catalogue.gathered.owners import COUNCIL, PHASE, SEN
from kinfold.indicators.engine.gathered import Gathered

_STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority 8"
_PRIORITIES = "Safer Portsmouth Partnership, Young People at Risk"
_PUPILS = "pupils on the roll of state-funded schools in Portsmouth"
_OF_AGE = "children of compulsory school age who live in Portsmouth"
_RATE = "per 100 pupils"

suspensions = Gathered(
    key="inclusion.suspensions",
    title="Suspensions from school",
    definition="Suspensions begun in the term (Education Act 2002, section 51A: for a set period, at most 45 school "
    "days in a school year; part of a day counts), per 100 pupils on roll at the January census. One pupil may have "
    "several.",
    kind="rate",
    unit=_RATE,
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source="Department for Education, suspensions and permanent exclusions guidance",
    better="lower",
    every="term",
    numerator="Suspensions begun in the term",
    denominator="Pupils on roll at the January census",
    per=100,
    breakdowns=(PHASE, SEN),
    reported_in=("safeguarding 8.4", "trust-plan 1.3", "trust-plan 4.1", "trust-plan 6.2", "young-people YP.1"),
    note="The sources say fixed-term or fixed period exclusions. 8.4 and YP.1 ask for the number, the numerator. "
    "Suspensions of pupils with special educational needs (6.2) are this figure’s group. It is a rate, not a share "
    "of pupils, though the Annual Report 2019-20 prints 10% of pupils.",
)

permanent_exclusions = Gathered(
    key="inclusion.permanent_exclusions",
    title="Permanent exclusions from school",
    definition="Permanent exclusions in the term that were not overturned by the governors or a review panel, per "
    "100 pupils on roll at the January census.",
    kind="rate",
    unit=_RATE,
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source="Department for Education, suspensions and permanent exclusions guidance",
    better="lower",
    every="term",
    numerator="Permanent exclusions upheld",
    denominator="Pupils on roll at the January census",
    per=100,
    breakdowns=(PHASE, SEN),
    reported_in=("trust-plan 1.3", "trust-plan 4.1", "trust-plan 6.2"),
    note="Permanent exclusions of pupils with special educational needs (6.2) are this figure’s group.",
)

long_reduced_timetables = Gathered(
    key="inclusion.long_reduced_timetables",
    title="Children on a reduced timetable for more than 6 weeks",
    definition="Children on a part-time timetable (code C2) on the quarter’s last school day that began more than "
    "42 days before.",
    kind="count",
    unit="children",
    population=_OF_AGE,
    owner=COUNCIL,
    collected="submitted",
    source=_STRATEGY,
    better="lower",
    breakdowns=(PHASE,),
    reported_in=("safeguarding 8.1",),
    note="The 42 days are a local reading of 6 weeks.",
)

reduced_timetables = Gathered(
    key="inclusion.reduced_timetables",
    title="Children on a reduced timetable",
    definition="Children on a part-time timetable (code C2) on the quarter’s last school day, however long.",
    kind="count",
    unit="children",
    population=_OF_AGE,
    owner=COUNCIL,
    collected="submitted",
    source=_PRIORITIES,
    better="lower",
    breakdowns=(PHASE,),
    reported_in=("young-people YP.1",),
)

home_education = Gathered(
    key="inclusion.elective_home_education",
    title="Children electively home educated",
    definition="Children whose parents are known to the council to have chosen to educate them at home, at the "
    "quarter’s end. Children educated otherwise than at school by arrangement of the council are left out.",
    kind="count",
    unit="children",
    population=_OF_AGE,
    owner=COUNCIL,
    collected="submitted",
    source="Department for Education, elective home education collection",
    better="neither",
    breakdowns=(("age", ("5 to 10", "11 to 16")),),
    reported_in=("young-people YP.1",),
    note="The Department rounds each council’s figure to the nearest 10; the figure here is the council’s own.",
)

whereabouts_unknown = Gathered(
    key="inclusion.whereabouts_unknown",
    title="Pupils taken off a roll whose family’s whereabouts are unknown",
    definition="Pupils deleted from a school’s admission register in the quarter because neither school nor council "
    "could find where they are after reasonable enquiry (SI 2024/208, regulation 9).",
    kind="count",
    unit="pupils",
    population=_OF_AGE,
    owner=COUNCIL,
    collected="submitted",
    source=_STRATEGY,
    better="lower",
    breakdowns=(PHASE,),
    reported_in=("safeguarding 8.5",),
    note="Part of the children missing education (Education Act 1996, section 436A).",
)

alternative_provision = Gathered(
    key="inclusion.alternative_provision_referrals",
    title="Referrals to alternative provision",
    definition="Referrals received in the quarter for a place in alternative provision, whether or not a place was "
    "given.",
    kind="count",
    unit="referrals",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source="Children’s Trust Plan 2020-23, Priority Four",
    better="lower",
    breakdowns=(("key stage", ("Key stages 1 and 2", "Key stage 3", "Key stage 4")),),
    reported_in=("trust-plan 4.3",),
)

reintegrated = Gathered(
    key="inclusion.reintegrated_pupils",
    title="Key stage 3 pupils back in a mainstream school from alternative provision",
    definition="Pupils in Years 7 to 9 who left the roll of The Harbour School in the quarter for that of a "
    "mainstream school.",
    kind="count",
    unit="pupils",
    population="pupils in Years 7 to 9 at The Harbour School",
    owner=COUNCIL,
    collected="submitted",
    source=_PRIORITIES,
    better="higher",
    reported_in=("young-people YP.8",),
)

hate_incidents = Gathered(
    key="inclusion.hate_incidents_in_schools",
    title="Hate incidents recorded by schools",
    definition="Incidents in the quarter that a school recorded as perceived by anyone to be motivated by hostility "
    "or prejudice, crimes or not.",
    kind="count",
    unit="incidents",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=_PRIORITIES,
    better="neither",
    breakdowns=(PHASE,),
    reported_in=("young-people YP.7",),
    note="The source says hate crime recorded with schools. Few are crimes; those the police record are counted apart.",
)

GATHERED: tuple[Gathered, ...] = (
    suspensions,
    permanent_exclusions,
    long_reduced_timetables,
    reduced_timetables,
    home_education,
    whereabouts_unknown,
    alternative_provision,
    reintegrated,
    hate_incidents,
)
