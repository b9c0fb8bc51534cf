"""What holds for agreements, sharing and requests to agencies; each docstring is the message that a person reads."""

from collections.abc import Collection, Iterable
from datetime import date

from kinfold.practice import code_lists
from kinfold.web.access.models import Agency, User
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import AgencyRequest
from kinfold.web.sharing.recipients import Recipient

PURPOSES = {"family_support": "Family Support (Tier 2)", "early_help": "Early Help and Prevention (Tier 3)"}
GIVEN_HOW = code_lists.labels("agreement_given_how")


def sh1_known_purpose(purpose: str) -> bool:
    """Choose what the person was asked to take part in."""
    return purpose in PURPOSES


def sh2_known_way(given_how: str) -> bool:
    """Choose how the person gave their answer."""
    return given_how in GIVEN_HOW


def sh3_given_by_today(given_on: date, today: date) -> bool:
    """The day of the answer must be today or in the past."""
    return given_on <= today


def sh4_not_kept_from_ones_own(with_: Person | User | Agency, may_share: bool, by: User) -> bool:
    """You cannot keep a plan from yourself or your whole agency. Ask the MASH manager to restrict the record."""
    return may_share or with_.pk not in (by.pk, by.agency_id)


def sh5_asks_something(questions: Collection[str]) -> bool:
    """Choose at least one thing to ask, or ask in your own words."""
    return bool(questions)


def sh6_says_why_asked(why: str) -> bool:
    """Say why you ask. The agency reads this, and a court may."""
    return bool(why.strip())


def sh7_can_be_reached(to: Recipient) -> bool:
    """Give the person’s name, email address and telephone number. You tell them the code by telephone."""
    return to.user is not None or bool(to.name.strip() and to.email.strip() and to.telephone.strip())


def sh8_may_be_shared_with(kept_from: bool) -> bool:
    """It is recorded that this family’s plan is not to be shared with them. Ask somebody else, or speak with whoever
    decided that."""
    return not kept_from


def sh9_was_not_asked(waiting: object) -> bool:
    """They have been asked about this child already, and have not replied yet. Remind them, or take that request
    back."""
    return waiting is None


def sh10_was_not_answered(request: AgencyRequest) -> bool:
    """This has been answered already. What was said then stays."""
    return request.replied_at is None


def sh11_is_still_asked(request: AgencyRequest) -> bool:
    """This request was taken back, so no reply is needed. Nothing you wrote was sent."""
    return request.withdrawn_at is None


def sh12_says_what_is_known(outcome: str, answers: Iterable[str]) -> bool:
    """Write what you know in at least one box. If you know nothing, choose that instead."""
    return outcome != AgencyRequest.Outcome.SHARED or any(each.strip() for each in answers)


def sh13_says_why_not(outcome: str, because: str) -> bool:
    """Say why you will not share this."""
    return outcome != AgencyRequest.Outcome.DECLINED or bool(because.strip())


def sh14_says_how_they_reply(outcome: str) -> bool:
    """Choose how you reply."""
    return outcome in AgencyRequest.Outcome.values


def sh15_says_who_replies(name: str) -> bool:
    """Enter your name and your post."""
    return bool(name.strip())


def sh16_says_why_taken_back(because: str) -> bool:
    """Say why the reply is not needed any more."""
    return bool(because.strip())
