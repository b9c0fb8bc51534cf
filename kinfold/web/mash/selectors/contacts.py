"""What a person told the hub, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import User
from kinfold.web.mash.answers import Answers
from kinfold.web.mash.models import Contact, ContactChild, ContactDraft
from kinfold.web.mash.models.contacts import ContactQuerySet


@dataclass(frozen=True)
class Stage:
    """Where a contact stands, as its referrer may know it: the rating is the hub's own."""

    words: str
    tone: str
    meaning: str


RECEIVED = Stage("Received", "blue", "The hub has your form. Nobody has read it yet.")
LOOKED_AT = Stage("Being looked at", "yellow", "Somebody in the hub is looking at it.")
ANSWERED = Stage("Answered", "green", "The hub has decided what to do and has told you.")


@dataclass(frozen=True)
class OwnDraft:
    draft_id: UUID
    children: tuple[str, ...]
    saved_at: datetime
    for_caller: bool


@dataclass(frozen=True)
class OwnContact:
    contact: Contact
    children: tuple[str, ...]
    stage: Stage

    @property
    def waits_for_opening(self) -> bool:
        return self.contact.out_of_hours and self.stage is RECEIVED


def own_drafts(viewer: User) -> list[OwnDraft]:
    """Forms begun and not sent, the last touched first; those in which nothing is typed are left out."""
    drafts = ContactDraft.objects.visible_to(viewer).filter(author=viewer, contact__isnull=True).order_by("-saved_at")
    return [
        OwnDraft(draft.pk, answers.names, draft.saved_at, answers.for_caller)
        for draft in drafts
        if not (answers := Answers(draft.answers)).is_blank
    ]


def draft_of(viewer: User, draft_id: UUID) -> ContactDraft:
    """The person's own form, sent or not; anybody else's is not there."""
    found = ContactDraft.objects.visible_to(viewer).filter(author=viewer, pk=draft_id).select_related("contact").first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def own_contacts(viewer: User) -> ContactQuerySet:
    """What the person sent, the newest first; for :func:`as_told` a page at a time."""
    contacts = Contact.objects.visible_to(viewer).sent_by(viewer).filter(recorded_in_error_at__isnull=True)
    return contacts.select_related("draft", "feedback", "grade").prefetch_related("children").order_by("-received_at")


def as_told(contact: Contact) -> OwnContact:
    """The children as the referrer named them: a matched child's own record need not be theirs to see."""
    draft = getattr(contact, "draft", None)
    if draft is not None:
        children = Answers(draft.answers).names
    else:
        children = tuple(child.described_name for child in contact.children.all())
    return OwnContact(contact, children, stage_of(contact))


def own_contact(viewer: User, contact_id: UUID) -> OwnContact:
    found = own_contacts(viewer).filter(pk=contact_id).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return as_told(found)


def recorded_contact(viewer: User, contact_id: UUID) -> Contact:
    """A contact that the person sent, or wrote down for a caller."""
    found = Contact.objects.visible_to(viewer).filter(pk=contact_id, draft__author=viewer).first()
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def references(viewer: User, about: Collection[UUID]) -> dict[UUID, str]:
    """Contacts, and children told of in them ▶ the contact's reference, where the viewer may see the contact."""
    if not about:
        return {}
    children = dict(ContactChild.objects.visible_to(viewer).filter(pk__in=about).values_list("pk", "contact"))
    told = Contact.objects.visible_to(viewer).filter(pk__in={*about, *children.values()})
    found = dict(told.values_list("pk", "reference"))
    return found | {child: found[contact] for child, contact in children.items() if contact in found}


def stage_of(contact: Contact) -> Stage:
    feedback = getattr(contact, "feedback", None)
    if feedback is not None and feedback.sent_at is not None:
        return ANSWERED
    spoken = contact.channel != "form"  # the hub itself wrote it down
    return LOOKED_AT if contact.read_at or contact.rating or spoken else RECEIVED
