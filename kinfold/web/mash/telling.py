"""What somebody tells the hub, once every answer is checked: what the actions are handed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kinfold.web.access.models import Agency

Purpose = Literal["safeguarding", "support"]


@dataclass(frozen=True)
class ToldChild:
    """One child as described; nothing here says who the child turns out to be."""

    forename: str = ""
    surname: str = ""
    born_on: date | None = None
    age: str = ""
    expected_on: date | None = None
    sex: str = ""
    address: str = ""
    postcode: str = ""
    parents: str = ""
    school: str = ""
    upn: str = ""
    nhs_number: str = ""
    first_language: str = ""
    interpreter_needed: bool | None = None
    communication_needs: str = ""
    disability_or_send: str = ""
    worries: tuple[str, ...] = ()  # code list worry
    own_words: str = ""

    @property
    def is_named(self) -> bool:
        return bool(self.forename or self.surname or self.expected_on)


@dataclass(frozen=True)
class Teller:
    """Who tells it. Of somebody anonymous nothing is kept but that they were."""

    name: str = ""
    post: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Caller:
    """How it came when the hub writes down what somebody else says."""

    kind: Literal["professional", "public", "anonymous"]
    channel: str  # code list channel
    received_at: datetime
    source_code: str  # code list referral_source
    agency: Agency | None = None


@dataclass(frozen=True)
class Telling:
    purpose: Purpose
    children: tuple[ToldChild, ...]
    what_happened: str
    teller: Teller = Teller()
    immediate_danger: bool = False
    strengths: str = ""
    parents_informed: str = "not_known"
    consent: str = "not_known"
    telling_puts_at_risk: bool | None = None
    not_told_reason: str = ""
    not_told_agreed_by: str = ""
    assessment_done: str = "not_known"
    assessment_why_not: str = ""


@dataclass(frozen=True)
class ToldIncident:
    """What the sender's own system calls an incident: its number, its day and how it was graded there."""

    number: str
    happened_on: date
    domestic_abuse: bool = False
    risk: str = ""  # code list incident_risk
    conference_on: date | None = None
