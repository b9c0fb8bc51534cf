"""Attendance at school and absence from it, counted from registers."""

from kinfold.indicators.catalogue.gathered.owners import COUNCIL, PHASE, SEN
from kinfold.indicators.engine.gathered import Gathered

_PUPILS = "pupils of compulsory school age on the roll of state-funded schools in Portsmouth"
_REGISTERS = "School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation 10"
_POSSIBLE = (
    "Possible sessions leave out those when attendance was not possible or not required (codes Q, X, Y1 to Y7, Z and #)"
)
_ENROLMENTS = "a pupil on two rolls in the term is two enrolments, as the Department for Education counts"

attendance = Gathered(
    key="attendance.sessions_attended",
    title="Attendance at school",
    definition="Sessions in the term at which pupils were present or at an approved activity (codes / \\ L B D K P "
    f"V W), as a percentage of possible sessions. {_POSSIBLE}.",
    kind="share",
    unit="% of possible sessions",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=_REGISTERS,
    better="higher",
    every="term",
    numerator="Sessions attended or at an approved activity",
    denominator="Possible sessions",
    per=100,
    breakdowns=(PHASE, SEN),
    reported_in=("trust-plan 1.3", "trust-plan 4.2", "trust-plan 6.1", "young-people YP.1"),
    note="Attendance of pupils with special educational needs (6.1) is this figure’s group. Overall absence, which "
    "the Annual Report 2019-20 gives as 5.41% “of enrolments”, is 100 less this; its parts are sessions.",
)

persistent_absence = Gathered(
    key="attendance.persistent_absence",
    title="Pupils persistently absent",
    definition="Enrolments that missed 10% or more of their own possible sessions in the school year so far, as a "
    f"percentage of enrolments; {_ENROLMENTS}. {_POSSIBLE}. Those who missed 50% or more are in it.",
    kind="share",
    unit="% of pupils",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=_REGISTERS,
    better="lower",
    every="term",
    numerator="Enrolments that missed 10% or more of possible sessions",
    denominator="Enrolments",
    per=100,
    breakdowns=(PHASE,),
    reported_in=("safeguarding 8.3a", "safeguarding 8.3b"),
    note="The strategy asks for primary (8.3a) and secondary (8.3b); special schools complete the whole.",
)

severe_absence = Gathered(
    key="attendance.severe_absence",
    title="Pupils severely absent",
    definition="Enrolments that missed 50% or more of their own possible sessions in the school year so far, as a "
    f"percentage of enrolments; {_ENROLMENTS}. {_POSSIBLE}.",
    kind="share",
    unit="% of pupils",
    population=_PUPILS,
    owner=COUNCIL,
    collected="submitted",
    source=_REGISTERS,
    better="lower",
    every="term",
    numerator="Enrolments that missed 50% or more of possible sessions",
    denominator="Enrolments",
    per=100,
    breakdowns=(PHASE,),
    reported_in=("safeguarding 8.2",),
    note="The source says chronic non-attendees.",
)

health_absence = Gathered(
    key="attendance.health_absence",
    title="School missed because of ill health",
    definition="Sessions in the term coded I (illness) or M (medical or dental appointment), as a percentage of "
    f"possible sessions, in schools that take part in the School Nursing project. {_POSSIBLE}.",
    kind="share",
    unit="% of possible sessions",
    population="pupils of compulsory school age in schools of the Health Related Absence project",
    owner=COUNCIL,
    collected="submitted",
    source="Safer Portsmouth Partnership, Young People at Risk; school registers",
    better="lower",
    every="term",
    numerator="Sessions missed with code I or M",
    denominator="Possible sessions",
    per=100,
    breakdowns=(PHASE,),
    reported_in=("young-people YP.11",),
    note="The source asks for each school. Here it is by phase, so that no school or child can be told from it.",
)

GATHERED: tuple[Gathered, ...] = (attendance, persistent_absence, severe_absence, health_absence)
