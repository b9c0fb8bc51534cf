"""What holds when the hub rates, matches, decides and answers; each docstring is the message that a person reads."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from kinfold.practice import code_lists
from kinfold.practice.thresholds import ThresholdsDocument
from kinfold.web.access.models import Team, User
from kinfold.web.mash.models import Contact, ContactChild, Incident, WordToSchool

WITHOUT_A_MATCH = ("advice", "no_further_action", "other_authority")
HELP_BY_AGREEMENT = ("family_support", "early_help")
HANDED_OVER = {
    "family_support": (("family_support", "school"), "family_support"),
    "early_help": (("early_help",), "early_help"),
    "social_care": (("social_care",), "child_in_need"),
    "strategy_discussion": (("social_care",), "child_in_need"),
}
"""Decision ▶ (the services that may take the family on, the status that begins when one does)."""

URGENT_FIRST = ("red", "amber", "green")

CANNOT_WAIT = ("strategy_discussion", "allocated_worker")
"""Decisions that need no stage before them: harm is talked over the same day, and a child's own worker knows best."""


def hd1_rating_is_known(rating: str) -> bool:
    """Choose red, amber or green."""
    return rating in URGENT_FIRST


def hd2_change_is_explained(former: str, rating: str, reason: str) -> bool:
    """Say why the rating changes."""
    return not former or former == rating or bool(reason.strip())


def hd3_not_yet_decided(child: ContactChild) -> bool:
    """This child’s decision is already made."""
    return child.decided_at is None


def hd4_decision_is_known(decision: str) -> bool:
    """Choose what happens next for this child."""
    return decision in code_lists.labels("contact_decision")


def hd5_says_why(rationale: str) -> bool:
    """Say why you decided this, in a few words that the family could read."""
    return bool(rationale.strip())


def hd6_matched_first(child: ContactChild, decision: str) -> bool:
    """Confirm who this child is first. Only advice, no further action or another council do without."""
    return child.person_id is not None or decision in WITHOUT_A_MATCH


def hd7_unmatched_is_explained(child: ContactChild, why: str) -> bool:
    """Say why you could not find out who this child is."""
    return child.person_id is not None or bool(why.strip())


def hd8_service_is_named(decision: str, signposted_to: str) -> bool:
    """Name the service that you signposted the family to."""
    return decision != "signposted" or bool(signposted_to.strip())


def hd9_council_is_named(decision: str, other_authority: str) -> bool:
    """Name the council that you passed this to."""
    return decision != "other_authority" or bool(other_authority.strip())


def hd10_tier_is_chosen(tier: int | None) -> bool:
    """Choose the tier of need. You decide it; the indicators only suggest."""
    return tier in (1, 2, 3, 4)


def hd11_need_is_shown(tier: int | None, required_from: int, indicators: Collection[str]) -> bool:
    """Choose at least one indicator of need for this tier."""
    return tier is None or tier < required_from or bool(indicators)


def hd12_indicators_are_of_this_version(document: ThresholdsDocument, indicators: Collection[str]) -> bool:
    """Choose indicators from the Thresholds Document in force."""
    return set(indicators) <= {indicator.key for indicator in document.indicators}


def hd13_team_takes_it_on(decision: str, team: Team | None) -> bool:
    """Choose the team that takes this on."""
    return decision not in HANDED_OVER or (team is not None and team.service in HANDED_OVER[decision][0])


def hd14_family_may_be_asked(contact: Contact, decision: str) -> bool:
    """The parents do not know about this contact, so nobody may offer them help yet. Ring the referrer first; once the
    parents know, record it on the contact."""
    return decision not in HELP_BY_AGREEMENT or not contact.parents_do_not_know


def hd15_agreed_by_another(child: ContactChild, by: User) -> bool:
    """A second person must agree, not the one who decided."""
    return child.decided_by_id != by.pk


def hd16_waits_for_a_second_person(child: ContactChild) -> bool:
    """This decision does not wait for a second person."""
    return child.awaits_agreement


def hd17_return_is_explained(reason: str) -> bool:
    """Say what you would like looked at again."""
    return bool(reason.strip())


def hd18_every_child_is_decided(children: Sequence[ContactChild]) -> bool:
    """Decide for every child before you answer the referrer."""
    return bool(children) and all(child.decided_at is not None and not child.awaits_agreement for child in children)


def hd19_can_be_answered(contact: Contact) -> bool:
    """Nobody knows who made this contact, so there is nobody to answer."""
    return not contact.anonymous


def hd20_has_words(words: str) -> bool:
    """Write what the referrer should know."""
    return bool(words.strip())


def hd21_is_not_somebody_else(child: ContactChild, others: Collection[ContactChild]) -> bool:
    """Another child in this contact is already matched with this person."""
    return all(other.pk == child.pk or other.person_id != child.person_id for other in others)


def hd22_has_an_allocated_worker(worker: object) -> bool:
    """This child has no allocated social worker or lead professional. Choose another decision."""
    return worker is not None


def hd23_parents_were_not_told(contact: Contact) -> bool:
    """This contact does not say that the parents do not know."""
    return contact.parents_do_not_know


def hd24_says_how_parents_know(how: str) -> bool:
    """Say who told the parents, and when."""
    return bool(how.strip())


def hd25_is_rated(contact: Contact, decision: str) -> bool:
    """Rate this contact first. No further action on a red contact needs a second person."""
    return bool(contact.rating) or decision != "no_further_action"


def hd26_goes_to_who_helps(helper: object, decision: str) -> bool:
    """Somebody already helps this child. Choose “Passed to allocated worker”, or work through it step by step."""
    return helper is None or decision == "allocated_worker"


def hd27_rated_before_asking(contact: Contact) -> bool:
    """Rate this contact first. The rating sets how soon an agency replies."""
    return bool(contact.rating)


def hd32_grade_is_known(grade: str) -> bool:
    """Choose whether it told enough."""
    return grade in code_lists.labels("contact_grade")


def hd33_lacks_are_known(lacks: Collection[str]) -> bool:
    """Choose what was missing from the list."""
    return set(lacks) <= set(code_lists.labels("contact_lacks"))


def hd34_an_agency_made_it(contact: Contact) -> bool:
    """Only what an agency told the hub is graded, so that the agency can learn from it."""
    return contact.agency_id is not None


def hd35_topic_is_known(topic: str) -> bool:
    """Choose what it is about."""
    return topic in code_lists.labels("advice_topic")


def hd36_says_what_was_advised(advised: str) -> bool:
    """Say what you advised."""
    return bool(advised.strip())


def hd37_risk_is_known(risk: str) -> bool:
    """Choose how the police graded it."""
    return not risk or risk in code_lists.labels("incident_risk")


def hd38_happened_before_now(happened_on: date, today: date) -> bool:
    """The day it happened cannot be in the future."""
    return happened_on <= today


def hd39_was_domestic_abuse(incident: Incident | None) -> bool:
    """Record the incident as domestic abuse first."""
    return incident is not None and incident.domestic_abuse


def hd40_somebody_was_told(told_name: str) -> bool:
    """Say who at the school was told."""
    return bool(told_name.strip())


def hd41_says_why_not_told(because: str) -> bool:
    """Say why the school is not told."""
    return bool(because.strip())


def hd42_decided_since_it_came(decided_at: datetime, received_at: datetime, now: datetime) -> bool:
    """A decision on paper was made after the contact came, and before now."""
    return received_at <= decided_at <= now


def hd43_says_what_to_know(words: str) -> bool:
    """Write what the next shift must know."""
    return bool(words.strip())


def hd44_nobody_said_otherwise(held: WordToSchool, said: Mapping[str, str]) -> bool:
    """A colleague recorded just now whether the school was told, and it is not what you wrote. What they recorded
    stands: look at the child’s page."""
    return all(getattr(held, name) == words for name, words in said.items())


def hd45_stages_are_made(missing: str, decision: str) -> bool:
    """This partnership decides in stages. Record the next stage first, or say there that the others are not needed.
    A strategy discussion, and passing it to the allocated worker, need not wait."""
    return not missing or decision in CANNOT_WAIT


def hd46_nobody_looked_meanwhile(had_read: int | None, now: int) -> bool:
    """A colleague recorded a stage for this child just now. Read it, then save yours: what you wrote is still here."""
    return had_read is None or had_read == now


def hd47_stages_come_in_turn(stage: str, wanted: Sequence[str], made: Collection[str]) -> bool:
    """Record the stages in their order."""
    return stage in wanted and set(wanted[: wanted.index(stage)]) <= set(made)


def needs_second_person(*, decision: str, red: bool, contacts_in_period: int, for_red: bool, from_contact: int) -> bool:
    """No further action on a contact that is or was red, or on one of many about the same child, takes two people."""
    return decision == "no_further_action" and ((for_red and red) or contacts_in_period >= from_contact)
