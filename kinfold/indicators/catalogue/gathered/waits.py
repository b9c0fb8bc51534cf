"""Whether children with special educational needs and disabilities were seen in time, beside how long they waited."""

from kinfold.indicators.catalogue.gathered.owners import COMMUNITY_HEALTH
from kinfold.indicators.engine.gathered import Gathered

_PLAN = "Children’s Trust Plan 2020-23, Priority Six"
_NOTE = "The 18 weeks are NHS England’s referral-to-treatment standard, used here as a local mark; the plan sets none."


def _seen_in_time(
    key: str, title: str, who: str, number: str, breakdowns: tuple[tuple[str, tuple[str, ...]], ...]
) -> Gathered:
    return Gathered(
        key=key,
        title=title,
        definition=f"Of {who} first seen in the quarter, those seen within 18 weeks (126 days) of the day their "
        "referral was accepted.",
        kind="share",
        unit="% seen within 18 weeks",
        population=f"{who}, aged 0 to 17, in Portsmouth",
        owner=COMMUNITY_HEALTH,
        collected="submitted",
        source=_PLAN,
        better="higher",
        numerator="Children first seen within 18 weeks",
        denominator="Children first seen in the quarter",
        per=100,
        breakdowns=breakdowns,
        reported_in=(number,),
        note=_NOTE,
    )


GATHERED: tuple[Gathered, ...] = (
    _seen_in_time(
        "send.mental_health_support_in_time",
        "Children with SEND seen in time for mental health support",
        "children with SEND referred to the mental health teams",
        "trust-plan 6.9",
        (),
    ),
    _seen_in_time(
        "send.therapies_in_time",
        "Children seen in time by therapies",
        "children referred to therapies",
        "trust-plan 6.10",
        (("therapy", ("Speech and language", "Occupational", "Physiotherapy")),),
    ),
    _seen_in_time(
        "send.neurodevelopmental_assessment_in_time",
        "Children seen in time for a neurodevelopmental assessment",
        "children referred for a neurodevelopmental assessment",
        "trust-plan 6.11",
        (),
    ),
    _seen_in_time(
        "send.specialist_services_in_time",
        "Children with SEND seen in time by specialist services",
        "children with SEND referred to specialist services",
        "trust-plan 6.12",
        (("service", ("Specialist health", "Specialist education")),),
    ),
)
