"""A contact as the hub sees it: each child with who they may be, what is known of them, and what can be done next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from kinfold.practice import code_lists
from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.models import Handover
from kinfold.web.casework.selectors import Involved, involved
from kinfold.web.core.words import age, in_london
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local import selectors as local
from kinfold.web.mash import staging
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER, WORD_TO_SCHOOL
from kinfold.web.mash.models import Contact, ContactChild, Rating, Stage
from kinfold.web.mash.selectors.history import contacts_in_period, earlier_contacts
from kinfold.web.mash.selectors.places import Place, once_each, places_of
from kinfold.web.people.selectors import Candidate, Head, HiddenPlaces, heads, hidden_places, search
from kinfold.web.sharing.selectors.requests import Asked, asked_about

FEW_CANDIDATES = 6


@dataclass(frozen=True)
class ChildShown:
    """One child of the contact. ``candidates`` is None where nobody looked; ``head`` once someone confirmed it."""

    child: ContactChild
    head: Head | None
    described: dict[str, Any]  # the case header of a child who is not matched yet
    worries: list[str]
    candidates: list[Candidate] | None
    count: int  # contacts in the period, this one among them
    earlier: list[ContactChild]
    clock: Deadline | None
    school_clock: Deadline | None
    handover: Handover | None  # waiting with the allocated worker
    decision_label: str
    asked: list[Asked]  # agencies, in the order in which they were asked
    stages: list[Stage]  # before the decision, the latest of each
    next_stage: str  # to record before the decision; empty where none is

    @property
    def header(self) -> dict[str, Any]:
        """Of the case header, once matched; where nobody knows the date of birth, the age that the referrer guessed."""
        if self.head is None:
            return self.described
        guessed = f"about {self.child.described_age.removeprefix('about ')}" if self.child.described_age else None
        return self.head.arguments() | {"age": self.head.age or guessed}

    @property
    def name(self) -> str:
        return self.head.person.name if self.head else self.child.described_name


@dataclass(frozen=True)
class ContactPage:
    contact: Contact
    children: list[ChildShown]
    involved: list[Involved]
    places: list[Place]  # schools and surgeries
    ratings: list[Rating]
    clocks: list[Deadline]  # of the contact as a whole
    months: int
    hidden: HiddenPlaces

    @property
    def every_child_decided(self) -> bool:
        return all(one.child.decided_at and not one.child.awaits_agreement for one in self.children)

    @property
    def undecided(self) -> list[ChildShown]:
        return [one for one in self.children if one.child.decided_at is None]


def contact_of(viewer: User, contact_id: UUID) -> Contact:
    found = (
        Contact.objects.visible_to(viewer)
        .filter(pk=contact_id)
        .select_related(
            "agency", "referrer", "read_by", "feedback__sent_by", "grade__graded_by", "advice", "record", "incident"
        )
        .first()
    )
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def child_of(viewer: User, child_id: UUID) -> ContactChild:
    found = (
        ContactChild.objects.visible_to(viewer)
        .filter(pk=child_id)
        .select_related("contact__agency", "contact__referrer", "person", "decided_by")
        .first()
    )
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def contact_page(viewer: User, contact: Contact, now: datetime, *, look_for_matches: bool = True) -> ContactPage:
    """Looking for matches is a search, and goes into the audit as one."""
    today = in_london(now).date()
    rows = list(
        ContactChild.objects.visible_to(viewer)
        .filter(contact=contact)
        .select_related(
            "person__record", "decided_by", "agreed_by", "returned_by", "matched_by", "word_to_school__told_by"
        )
        .prefetch_related("worries", Prefetch("stages", Stage.objects.select_related("made_by")))
        .order_by("created_at", "pk")
    )
    people = [row.person for row in rows if row.person]
    known = heads(viewer, people, today)
    ids = [person.pk for person in people]
    months = int(str(local.value("second_person_months", today)))
    counts = contacts_in_period(ids, contact.received_at, months)
    earlier = earlier_contacts(viewer, ids, contact.received_at)
    clocks = list(Deadline.objects.filter(about_id__in=[contact.pk, *(row.pk for row in rows)]).order_by("due_at"))
    by_kind = {(clock.about_id, clock.kind): clock for clock in clocks}
    waiting = {
        row.contact_child_id: row
        for row in Handover.objects.visible_to(viewer)
        .waiting()
        .filter(kind=Handover.Kind.OPEN_CASE, contact_child_id__in=[row.pk for row in rows])
        .select_related("to_user", "to_team")
    }
    asked = asked_about(viewer, [row.pk for row in rows], now)
    look = look_for_matches and viewer.may(Permission.CONTACT_MATCH)
    labels, decisions = code_lists.labels("worry"), code_lists.labels("contact_decision")
    wanted = staging.wanted(today)
    shown = [
        ChildShown(
            child=row,
            head=known.get(row.person.pk) if row.person else None,
            described=described(row, contact, now),
            worries=[labels.get(one.worry, one.worry) for one in row.worries.all()],
            candidates=candidates(viewer, row, now) if look and not row.person_id else None,
            count=counts.get(row.person.pk, 1) if row.person else 1,
            earlier=earlier.get(row.person.pk, []) if row.person else [],
            clock=by_kind.get((row.pk, CONTACT_DECISION.key)),
            school_clock=by_kind.get((row.pk, WORD_TO_SCHOOL.key)),
            handover=waiting.get(row.pk),
            decision_label=decisions.get(row.decision, ""),
            asked=asked[row.pk],
            stages=staging.standing(row.stages.all()),
            next_stage=staging.next_stage(wanted, row.stages.all()) if row.decided_at is None else "",
        )
        for row in rows
    ]
    return ContactPage(
        contact=contact,
        children=shown,
        involved=once_each(involved(viewer, people, today)) if people else [],
        places=places_of(viewer, people, today) if people else [],
        ratings=list(Rating.objects.visible_to(viewer).filter(contact=contact).select_related("rated_by")
                     .order_by("-rated_at")),
        clocks=[clock for clock in clocks if clock.about_id == contact.pk and clock.withdrawn_at is None],
        months=months,
        hidden=hidden_places(viewer, people),
    )  # fmt: skip


def candidates(viewer: User, child: ContactChild, now: datetime) -> list[Candidate]:
    """Children on the index who may be this one, the likeliest first; nobody where too little is known to look."""
    number = child.nhs_number or child.upn
    name = f"{child.described_forename} {child.described_surname}".strip()
    if not (name or number or child.described_postcode):
        return []
    found = search(
        viewer=viewer, name=name, born_on=child.described_born_on, postcode=child.described_postcode, number=number
    )
    return still_children(found, now)[:FEW_CANDIDATES]


def still_children(found: list[Candidate], now: datetime) -> list[Candidate]:
    today = in_london(now).date()
    grown_up = today.replace(year=today.year - 19, day=min(today.day, 28))
    return [one for one in found if one.person.born_on is None or one.person.born_on > grown_up]


def described(child: ContactChild, contact: Contact, now: datetime) -> dict[str, Any]:
    """The case header as the referrer described the child."""
    today = in_london(now).date()
    told = (
        ("Address", ", ".join(filter(None, (child.described_address, child.described_postcode)))),
        ("School or nursery", child.described_school),
        ("Parents or carers", child.described_parents),
    )
    return {
        "name": child.described_name,
        "age": age(child.described_born_on, today) if child.described_born_on else child.described_age or None,
        "language": code_lists.labels("language").get(child.first_language, child.first_language) or None,
        "interpreter": child.interpreter_needed,
        "how_they_communicate": child.communication_needs or None,
        "disability": child.disability_or_send or None,
        "facts": [{"label": label, "text": text} for label, text in told if text],
        "flags": ["unborn"] if child.described_expected_on and not child.described_born_on else [],
    }


def answer_due(page: ContactPage) -> Deadline | None:
    return next((c for c in page.clocks if c.kind == FEEDBACK_TO_REFERRER.key and c.met_at is None), None)
