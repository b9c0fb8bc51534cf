"""Indicators of the front door: contacts into the Multi-Agency Safeguarding Hub (MASH) and what came of them."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import Expression, _

STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority 1"
ANY_CONTACT = Rule("The MASH received a contact about a child", _.received_on.notnull())
EVERY = (*OF_PLACE_AND_CHILD, "agency", "tier")
_BY_RECEIPT = "A contact is in the period in which it was received, whenever it was decided."

contacts = Indicator(
    key="mash.contacts",
    title="Contacts into the MASH",
    counts="contacts",
    of="contacts",
    dated_by=_.received_on,
    numerator=ANY_CONTACT,
    breakdowns=EVERY,
    better="neither",
    source=STRATEGY,
    reported_in=("safeguarding 1.2a", "dataset AR.2", "trust-plan 2.1"),
    note="A call about three brothers and sisters is three contacts, one for each child.",
)

children = Indicator(
    key="mash.children",
    title="Individual children in contacts into the MASH",
    counts="children",
    of="contacts",
    dated_by=_.received_on,
    numerator=ANY_CONTACT,
    breakdowns=EVERY,
    better="neither",
    source=STRATEGY,
    reported_in=("safeguarding 1.2b", "dataset AR.1"),
    note=(
        "Each child once in a period, however many contacts. Quarters do not add up to the year, nor wards to the "
        "city: a child in contact twice, from two addresses, is in both."
    ),
)

contact_events = Indicator(
    key="mash.contact_events",
    title="Calls, forms and notifications into the MASH",
    counts="contact events",
    of="contacts",
    dated_by=_.received_on,
    numerator=ANY_CONTACT,
    breakdowns=("agency",),
    better="neither",
    source="Local: shown beside contacts, because one call may be about several children",
    note="A call about three brothers and sisters is one.",
)


def _resulting_in(key: str, what: str, decided: Expression, words: str, number: str, note: str) -> Indicator:
    return Indicator(
        key=key,
        title=f"Contacts that resulted in {what}",
        counts="contacts",
        of="contacts",
        dated_by=_.received_on,
        numerator=Rule(f"The decision for the child was {words}", decided),
        breakdowns=EVERY,
        better="neither",
        source=STRATEGY,
        reported_in=(number,),
        note=f"{note} {_BY_RECEIPT}",
    )


signposted = _resulting_in(
    "mash.signposted",
    "signposting to universal services",
    _.decision == "signposted",
    "signposted to a named service",
    "safeguarding 1.3a",
    "Advice and information alone is not signposting.",
)

to_early_help = _resulting_in(
    "mash.to_early_help",
    "referral to Early Help and Prevention",
    _.decision == "early_help",
    "Early Help and Prevention (Tier 3)",
    "safeguarding 1.3b",
    "Family Support (Tier 2) is not counted: the strategy names Early Help and Prevention.",
)

to_social_care = _resulting_in(
    "mash.to_social_care",
    "referral to children’s social care",
    _.decision.isin("social_care", "strategy_discussion"),
    "children’s social care referral or immediate strategy discussion",
    "safeguarding 1.3c",
    "A contact passed to the worker of a child who is already open is not a new referral.",
)

decided_in_time = Indicator(
    key="mash.decided_in_time",
    title="Contacts decided within one working day",
    counts="contacts",
    of="contacts",
    dated_by=_.received_on,
    settles_after="contact_decision",
    denominator=Rule("A decision on the contact was due, and the day it was due is over", _.due_on.notnull()),
    numerator=Rule("The decision was made before the close of that day", _.met_in_time),
    breakdowns=EVERY,
    better="higher",
    source="Local, against the one working day of Working Together to Safeguard Children",
    note="A contact whose working day is not over is in neither count, even if it is decided already.",
)

INDICATORS = (contacts, children, contact_events, signposted, to_early_help, to_social_care, decided_in_time)
