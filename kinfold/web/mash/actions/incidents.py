"""What the police were called to: its number and grade, its conference, and the word to each child's school."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import broken, hold
from kinfold.web.core.versions import StaleVersion, locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions.hub import hub_team, locked_children
from kinfold.web.mash.deadline_kinds import WORD_TO_SCHOOL
from kinfold.web.mash.models import Contact, ContactChild, Incident, WordToSchool

SHARED_BECAUSE = (
    "So that somebody at school looks out for the child: Children Act 2004 section 10, UK GDPR articles 6(1)(e) and "
    "9(2)(g), Data Protection Act 2018 schedule 1 paragraph 18."
)


@dataclass(frozen=True)
class SaidOfIncident:
    """``risk`` is a code of the list incident_risk, or empty."""

    number: str
    happened_on: date
    domestic_abuse: bool
    risk: str = ""
    conference_on: date | None = None
    conference_actions: str = ""


@transaction.atomic
def record_incident(
    *, contact: Contact, said: SaidOfIncident, by: User, at: datetime, version: int | None = None
) -> Incident:
    """Of a contact that tells of one; what was recorded is changed. Domestic abuse puts each school on the clock."""
    require(by, Permission.CONTACT_RATE, on=contact)
    agency = contact.agency
    if agency is None:
        raise broken(rules.hd34_an_agency_made_it)
    hold(rules.hd37_risk_is_known, said.risk)
    hold(rules.hd38_happened_before_now, said.happened_on, in_london(at).date())
    contact = locked(contact)
    incident = Incident.objects.filter(contact=contact).first()
    if incident is None:
        incident = Incident.objects.create(contact=contact, record_id=contact.record_id, agency=agency, **asdict(said))
    else:
        for name, value in asdict(said).items():
            setattr(incident, name, value)
        if version is None:  # whoever writes has seen none: somebody else was first
            raise StaleVersion(current=Incident.objects.get(pk=incident.pk), mine=incident)
        save_version(incident, expected=version, fields=list(asdict(said)))
    events.record("contact.incident_recorded", by=by, about=contact, details={"risk": said.risk})
    children = list(contact.children.filter(word_to_school__isnull=True))
    for child in children:
        if said.domestic_abuse:
            deadlines.start(WORD_TO_SCHOOL, about=child, at=contact.received_at, team=hub_team(by), person=child.person)
        else:
            deadlines.withdraw(WORD_TO_SCHOOL, about=child, at=at)
    return incident


@transaction.atomic
def tell_school(*, child: ContactChild, told_name: str, how: str, by: User, at: datetime) -> WordToSchool:
    """Somebody at the school knows, as little as helps. The same said twice is said once."""
    hold(rules.hd40_somebody_was_told, told_name)
    return _word(child, by, at, told_name=told_name.strip(), how=how, lawful_basis=SHARED_BECAUSE)


@transaction.atomic
def keep_from_school(*, child: ContactChild, because: str, by: User, at: datetime) -> WordToSchool:
    """A decision not to share is recorded with its reason, like one to share."""
    hold(rules.hd41_says_why_not_told, because)
    return _word(child, by, at, not_told_because=because.strip())


def _word(child: ContactChild, by: User, at: datetime, **said: str) -> WordToSchool:
    require(by, Permission.CONTACT_RATE, on=child)
    child = locked_children([child])[0]
    hold(rules.hd39_was_domestic_abuse, Incident.objects.filter(contact=child.contact_id).first())
    held = WordToSchool.objects.filter(child=child).first()
    if held is not None:
        hold(rules.hd44_nobody_said_otherwise, held, said)
        return held
    word = WordToSchool.objects.create(child=child, record_id=child.record_id, told_at=at, told_by=by, **said)
    deadlines.meet(WORD_TO_SCHOOL, about=child, at=at)
    told = "not told" if word.not_told_because else "told"
    people = (child.person_id,) if child.person_id else ()
    events.record("contact.word_to_school", by=by, about=child, people=people, details={"school": told})
    return word
