"""Children's mental health: the help they wait for, how many need it, and those who are confident to give it."""

from kinfold.indicators.catalogue.gathered.owners import COMMUNITY_HEALTH, COUNCIL, NHS_ENGLAND
from kinfold.indicators.engine.gathered import Gathered

_PLAN = "Children’s Trust Plan 2020-23, Priority Four"
_CHILDREN = "children aged 0 to 17 in Portsmouth"
_SURVEY = "NHS England, Mental Health of Children and Young People in England"
_ENGLAND = (
    "A survey of England: no figure for Portsmouth is published, and England’s is shown as England’s. The plan’s four "
    "conditions are each an indicator"
)

response_time = Gathered(
    key="mental_health.response_time",
    title="Wait for social, emotional and mental health support",
    definition="Mean weeks from the day a referral to specialist or targeted mental health support (CAMHS and the "
    "mental health support teams) was received to the first contact, over children first seen in the quarter.",
    kind="duration",
    unit="weeks",
    population=_CHILDREN,
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=_PLAN,
    better="lower",
    numerator="Weeks waited, added up",
    denominator="Children first seen in the quarter",
    most=520,
    breakdowns=(("service", ("Specialist CAMHS", "Mental health support teams")),),
    reported_in=("trust-plan 4.4",),
)

inappropriate = Gathered(
    key="mental_health.inappropriate_referrals",
    title="Referrals to specialist CAMHS that were not for it",
    definition="Referrals to specialist Child and Adolescent Mental Health Services (CAMHS) decided in the quarter "
    "that were closed at triage as not meeting its criteria, as a percentage of all decided.",
    kind="share",
    unit="% of referrals",
    population=_CHILDREN,
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=_PLAN,
    better="lower",
    numerator="Referrals closed at triage as not meeting the criteria",
    denominator="Referrals decided",
    per=100,
    breakdowns=(("referrer", ("General practice", "School", "Children’s services", "Another referrer")),),
    reported_in=("trust-plan 4.5",),
    note="The plan calls them inappropriate. The worry was real: it is the door that was wrong.",
)

referrals = Gathered(
    key="mental_health.specialist_referrals",
    title="Referrals to specialist CAMHS",
    definition="Referrals received in the quarter by specialist Child and Adolescent Mental Health Services.",
    kind="count",
    unit="referrals",
    population=_CHILDREN,
    owner=COMMUNITY_HEALTH,
    collected="submitted",
    source=_PLAN,
    better="neither",
    breakdowns=(("referrer", ("General practice", "School", "Children’s services", "Another referrer")),),
    reported_in=("trust-plan 4.6",),
    note="The plan wants fewer, through earlier help; fewer may also mean that children are not reached.",
)

confidence = Gathered(
    key="mental_health.confident_workforce",
    title="Staff confident to help with emotional wellbeing",
    definition="Respondents to the yearly survey of staff in schools and children’s services who agree or strongly "
    "agree that they are confident to promote wellbeing and to respond to distress and mental ill-health.",
    kind="share",
    unit="% confident",
    population="staff of schools and children’s services in Portsmouth who answered",
    owner=COUNCIL,
    collected="submitted",
    source=_PLAN,
    better="higher",
    every="year",
    numerator="Respondents who agree or strongly agree",
    denominator="Respondents",
    per=100,
    breakdowns=(("sector", ("Schools", "Council", "Health", "Voluntary sector")),),
    reported_in=("trust-plan 4.9",),
)


def _prevalence(key: str, title: str, who: str) -> Gathered:
    return Gathered(
        key=f"mental_health.{key}",
        title=title,
        definition=f"{who}, as a percentage of children surveyed, weighted to England’s population by the publisher.",
        kind="share",
        unit="% of children",
        population="children aged 8 to 16 in England",
        owner=NHS_ENGLAND,
        collected="published",
        source=_SURVEY,
        better="lower",
        every="year",
        reported_in=("trust-plan 4.8",),
        note=f"{_ENGLAND}; each wave says which ages it asked.",
    )


anxiety = _prevalence(
    "anxiety_prevalence",
    "Children with an anxiety disorder",
    "Children with an anxiety disorder by the Development and Well-Being Assessment (ICD-10)",
)
self_harm = _prevalence(
    "self_harm_prevalence",
    "Children who have harmed themselves",
    "Children who, by their own or their parent’s answer, have ever tried to harm themselves",
)
low_mood = _prevalence(
    "low_mood_prevalence",
    "Children with a depressive disorder",
    "Children with a depressive disorder by the Development and Well-Being Assessment (ICD-10); the plan says low mood",
)
eating_disorders = _prevalence(
    "eating_disorder_prevalence",
    "Children with an eating disorder",
    "Children with an eating disorder by the Development and Well-Being Assessment (ICD-10)",
)

GATHERED: tuple[Gathered, ...] = (
    response_time,
    inappropriate,
    referrals,
    confidence,
    anxiety,
    self_harm,
    low_mood,
    eating_disorders,
)
