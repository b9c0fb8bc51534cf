"""Domestic abuse at high risk, and the children in the homes."""

from kinfold.indicators.catalogue.gathered.owners import AGE, COUNCIL, POLICE
from kinfold.indicators.engine.gathered import Gathered

_PRIORITY = "Multi-Agency Safeguarding Strategy 2023-26, Priority 5"
_HIGH = (
    "whose risk was graded high on the DASH or DARA checklist. Domestic abuse is as section 1 of the Domestic Abuse "
    "Act 2021 defines it"
)

incidents = Gathered(
    key="domestic_abuse.high_risk_incidents",
    title="High-risk domestic abuse incidents",
    definition=f"Domestic abuse incidents, crimes or not, attended or reported to the police in the quarter {_HIGH}.",
    kind="count",
    unit="incidents",
    population="people aged 16 and over in Portsmouth",
    owner=POLICE,
    collected="submitted",
    source=_PRIORITY,
    better="neither",
    reported_in=("safeguarding 5.1a",),
    note="The source’s words are “total domestics”, under the heading of high-risk incidents.",
)

children_linked = Gathered(
    key="domestic_abuse.children_of_high_risk_incidents",
    title="Children linked to high-risk domestic abuse incidents",
    definition="Different children aged 0 to 17 who live with, or were present with, either person in a domestic "
    f"abuse incident reported to the police in the quarter {_HIGH}.",
    kind="count",
    unit="children",
    population="children aged 0 to 17 in Portsmouth",
    owner=POLICE,
    collected="submitted",
    source=_PRIORITY,
    better="neither",
    breakdowns=(AGE,),
    reported_in=("safeguarding 5.1b",),
    note="A child who sees, hears or lives with abuse is a victim of it in law (2021 Act, section 3).",
)

children_at_conference = Gathered(
    key="domestic_abuse.children_in_high_risk_homes",
    title="Children living with high-risk domestic abuse",
    definition="Different children aged 0 to 17 in the households discussed at the Multi-Agency Risk Assessment "
    "Conference (MARAC) in the quarter.",
    kind="count",
    unit="children",
    population="children aged 0 to 17 in Portsmouth",
    owner=COUNCIL,
    collected="submitted",
    source="Children’s Trust Plan 2020-23, Priority Two; the conference’s own list",
    better="neither",
    breakdowns=(AGE,),
    reported_in=("trust-plan 2.10",),
    note="Cases that agencies brought to a conference, so fewer than the children linked to police incidents.",
)

GATHERED: tuple[Gathered, ...] = (incidents, children_linked, children_at_conference)
