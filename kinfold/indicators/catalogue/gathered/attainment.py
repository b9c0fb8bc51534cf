"""What children attain at school, where they go next, and the schools themselves, as published each year."""

from kinfold.indicators.catalogue.gathered.owners import DFE, OFSTED, SEN
from kinfold.indicators.engine.gathered import Gathered

_STATE = "state-funded schools in Portsmouth"
_POINTS = "points"
_PAUSED = "Not published for 2020 and 2021."

good_development = Gathered(
    key="attainment.good_level_of_development",
    title="Children with a good level of development in Year R",
    definition="Children at the expected level at the end of the Early Years Foundation Stage in all early learning "
    "goals of the prime areas, literacy and mathematics, as a percentage of all assessed.",
    kind="share",
    unit="% of children",
    population=f"children at the end of Year R in {_STATE}",
    owner=DFE,
    collected="published",
    source="Early years foundation stage profile results",
    better="higher",
    every="year",
    numerator="Children with a good level of development",
    denominator="Children assessed",
    per=100,
    reported_in=("trust-plan 1.1", "young-people YP.13"),
    note=f"The profile changed in 2021/22: earlier figures are not comparable. {_PAUSED} The plan says FSP.",
)

key_stage_two = Gathered(
    key="attainment.key_stage_two_expected",
    title="Pupils at the expected standard at key stage 2",
    definition="Pupils at the end of key stage 2 who met the expected standard in reading, writing and mathematics "
    "together, as a percentage of all at the end of the stage.",
    kind="share",
    unit="% of pupils",
    population=f"pupils at the end of Year 6 in {_STATE}",
    owner=DFE,
    collected="published",
    source="Key stage 2 attainment",
    better="higher",
    every="year",
    numerator="Pupils at the expected standard in all three",
    denominator="Pupils at the end of key stage 2",
    per=100,
    reported_in=("trust-plan 1.1",),
    note=_PAUSED,
)

attainment_eight = Gathered(
    key="attainment.attainment_eight",
    title="Average Attainment 8 score",
    definition="Mean of pupils’ points in 8 approved qualifications at the end of key stage 4, English and "
    "mathematics counted twice; from 0 to 90.",
    kind="score",
    unit=_POINTS,
    population=f"pupils at the end of Year 11 in {_STATE}",
    owner=DFE,
    collected="published",
    source="Key stage 4 performance",
    better="higher",
    every="year",
    reported_in=("trust-plan 1.1",),
    note="A score, not a share of children: the Annual Report 2019-20 prints 40.8%, a slip.",
)

sixteen_to_eighteen = Gathered(
    key="attainment.sixteen_to_eighteen_points",
    title="Average points of students aged 16 to 18 for each entry",
    definition="Mean points for each level 3 entry (A level, applied general and tech level together) of students "
    "at the end of 16 to 18 study.",
    kind="score",
    unit=_POINTS,
    population="students at the end of 16 to 18 study in state-funded schools and colleges in Portsmouth",
    owner=DFE,
    collected="published",
    source="A level and other 16 to 18 results",
    better="higher",
    every="year",
    reported_in=("trust-plan 1.1",),
)

progress_eight = Gathered(
    key="attainment.progress_eight",
    title="Average Progress 8 score",
    definition="Mean difference between pupils’ Attainment 8 and that of pupils in England with the same results at "
    "key stage 2, per subject. 0 is England’s; it may be below 0.",
    kind="score",
    unit="progress score",
    population=f"pupils at the end of Year 11 in {_STATE}",
    owner=DFE,
    collected="published",
    source="Key stage 4 performance",
    better="higher",
    every="year",
    breakdowns=(SEN,),
    reported_in=("trust-plan 1.2", "trust-plan 6.7"),
    note="The groups answer 6.7. Not published for 2025 and 2026, whose pupils took no key stage 2 tests. Key stage "
    "1 to 2 progress ended in 2023.",
)

destinations_sixteen = Gathered(
    key="attainment.destinations_after_key_stage_four",
    title="Young people settled after Year 11",
    definition="Pupils who were in education, apprenticeship or work for at least six months from October after the "
    "end of key stage 4, as a percentage of those who finished it.",
    kind="share",
    unit="% of pupils with a sustained destination",
    population=f"pupils who finished Year 11 in {_STATE}",
    owner=DFE,
    collected="published",
    source="Key stage 4 destination measures",
    better="higher",
    every="year",
    numerator="Pupils with a sustained destination",
    denominator="Pupils who finished key stage 4",
    per=100,
    reported_in=("trust-plan 1.4",),
)

destinations_eighteen = Gathered(
    key="attainment.destinations_after_sixteen_to_eighteen",
    title="Young people settled after 16 to 18 study",
    definition="Students who were in education, apprenticeship or work for at least six months from October after "
    "16 to 18 study, as a percentage of those who finished it.",
    kind="share",
    unit="% of students with a sustained destination",
    population="students who finished 16 to 18 study in state-funded schools and colleges in Portsmouth",
    owner=DFE,
    collected="published",
    source="16 to 18 destination measures",
    better="higher",
    every="year",
    numerator="Students with a sustained destination",
    denominator="Students who finished 16 to 18 study",
    per=100,
    reported_in=("trust-plan 1.4",),
)

good_schools = Gathered(
    key="attainment.good_and_outstanding_schools",
    title="Schools judged good or outstanding",
    definition="State-funded schools whose latest graded inspection judged them good or outstanding for overall "
    "effectiveness, as a percentage of those inspected.",
    kind="share",
    unit="% of schools",
    population=_STATE,
    owner=OFSTED,
    collected="published",
    source="Ofsted, state-funded schools inspections and outcomes",
    better="higher",
    every="year",
    numerator="Schools judged good or outstanding",
    denominator="Schools with a graded inspection",
    per=100,
    breakdowns=(("phase", ("Primary", "Secondary", "Special")),),
    reported_in=("trust-plan 1.5",),
    note="Ofsted gave no overall judgement after September 2024 and report cards from November 2025: the series ends.",
)

teacher_vacancies = Gathered(
    key="attainment.teacher_vacancies",
    title="Teachers’ posts that are vacant",
    definition="Vacant full-time teachers’ posts on the census day in November, as a percentage of teachers in post "
    "plus vacancies. A post filled for less than a term is vacant.",
    kind="share",
    unit="% of posts",
    population=f"teachers’ posts in {_STATE}",
    owner=DFE,
    collected="published",
    source="School workforce in England",
    better="lower",
    every="year",
    reported_in=("trust-plan 1.6",),
    note="The plan asks for posts: the release gives each council’s number beside the percentage.",
)

looked_after_progress = Gathered(
    key="attainment.looked_after_progress_eight",
    title="Average Progress 8 score of looked-after children",
    definition="Mean Progress 8 of pupils looked after for at least 12 months on 31 March of the year. 0 is "
    "England’s; it may be below 0.",
    kind="score",
    unit="progress score",
    population="pupils at the end of Year 11 looked after by Portsmouth for 12 months or more",
    owner=DFE,
    collected="published",
    source="Outcomes for children in need, including children looked after",
    better="higher",
    every="year",
    reported_in=("trust-plan 5.7",),
    note="Few children: hidden by the Department in many years. Not published for 2025 and 2026.",
)

looked_after_attainment = Gathered(
    key="attainment.looked_after_attainment_eight",
    title="Average Attainment 8 score of looked-after children",
    definition="Mean Attainment 8 of pupils looked after for at least 12 months on 31 March of the year; from 0 to 90.",
    kind="score",
    unit=_POINTS,
    population="pupils at the end of Year 11 looked after by Portsmouth for 12 months or more",
    owner=DFE,
    collected="published",
    source="Outcomes for children in need, including children looked after",
    better="higher",
    every="year",
    reported_in=("trust-plan 5.7",),
    note="The plan says education progress and attainment; each is an indicator here.",
)

GATHERED: tuple[Gathered, ...] = (
    good_development,
    key_stage_two,
    attainment_eight,
    sixteen_to_eighteen,
    progress_eight,
    destinations_sixteen,
    destinations_eighteen,
    good_schools,
    teacher_vacancies,
    looked_after_progress,
    looked_after_attainment,
)
