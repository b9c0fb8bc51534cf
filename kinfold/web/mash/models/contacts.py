"""A contact: what somebody told the hub, as they told it, and how urgent the hub finds it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Correctable, Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL


class ContactDraft(Row, Editable, RecordBound):
    """A contact form not yet sent, saved as it is typed; its author's alone."""

    author = models.ForeignKey("access.User", models.PROTECT, related_name="contact_drafts")
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    contact = models.OneToOneField("mash.Contact", models.PROTECT, null=True, blank=True, related_name="draft")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "author saved_at contact", SPECIAL: "answers"}


class ContactQuerySet(Visible):
    def sent_by(self, user: models.Model) -> "ContactQuerySet":
        return self.filter(referrer=user)


@tracked
class Contact(Row, Editable, Correctable, RecordBound):
    """One telling, about one or more children. Its record is its own: the referrer and the hub see it."""

    reference = models.CharField(max_length=20, unique=True)
    their_reference = models.CharField(max_length=60, blank=True)  # the agency's own, where it sent many at once
    their_household = models.CharField(max_length=16, blank=True)  # tells apart homes under one of its references
    their_part = models.PositiveSmallIntegerField(default=1)  # 2 where more of the same was sent later, and so on
    their_lines = ArrayField(models.CharField(max_length=16), default=list, blank=True)  # a mark of each line it was
    received_at = models.DateTimeField(db_index=True)
    channel = models.CharField(max_length=30)  # code list contact_channel
    out_of_hours = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    referrer = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="contacts_sent")
    agency = models.ForeignKey("access.Agency", models.PROTECT, null=True, blank=True, related_name="contacts")
    referrer_name = models.CharField(max_length=200, blank=True)
    referrer_post = models.CharField(max_length=200, blank=True)
    referrer_telephone = models.CharField(max_length=40, blank=True)
    referrer_email = models.EmailField(blank=True)
    source_code = models.CharField(max_length=48)  # code list referral_source
    source_words = models.CharField(max_length=255, blank=True)
    anonymous = models.BooleanField(default=False)
    from_public = models.BooleanField(default=False)

    purpose = models.CharField(max_length=30, default="safeguarding")  # safeguarding, support
    lawful_basis = models.TextField(blank=True)  # set from the purpose, never asked
    what_happened = models.TextField(blank=True)
    immediate_danger = models.BooleanField(default=False)
    strengths = models.TextField(blank=True)
    parents_informed = models.CharField(max_length=12, default="not_known")  # yes, no, not_known
    consent = models.CharField(max_length=12, default="not_known")  # agreed, refused, not_asked, not_known
    telling_puts_at_risk = models.BooleanField(null=True, blank=True)
    not_told_reason = models.TextField(blank=True)
    not_told_agreed_by = models.CharField(max_length=200, blank=True)
    early_help_assessment_done = models.CharField(max_length=12, default="not_known")  # yes, no, not_known
    early_help_assessment_why_not = models.TextField(blank=True)

    written_at = models.DateTimeField(null=True, blank=True)  # a professional's spoken word, put in writing
    written_words = models.TextField(blank=True)  # as the referrer wrote it here; empty where it came on paper

    rating = models.CharField(max_length=6, blank=True, db_index=True)  # red, amber, green; the newest Rating

    people_named = "SELECT array_agg(person_id) FROM mash_contactchild WHERE contact_id = ($1 ->> 'id')::uuid"

    objects = ContactQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "reference their_reference their_household their_part their_lines received_at channel out_of_hours "
        "read_at read_by referrer agency source_code source_words anonymous from_public purpose lawful_basis "
        "rating written_at",
        PERSONAL: "referrer_name referrer_post referrer_telephone referrer_email",
        SPECIAL: "what_happened immediate_danger strengths parents_informed consent telling_puts_at_risk "
        "not_told_reason not_told_agreed_by early_help_assessment_done early_help_assessment_why_not written_words",
    }

    class Meta(Correctable.Meta):
        abstract = False
        constraints: ClassVar = [
            *Correctable.Meta.constraints,
            models.UniqueConstraint(
                name="contact_sent_once",
                fields=["agency", "their_reference", "their_household", "their_part"],
                condition=~Q(their_reference=""),
                violation_error_message="The agency has sent this before",
            ),
        ]

    @property
    def parents_do_not_know(self) -> bool:
        """Nothing about this may reach the family: no message, no letter, no call that gives it away."""
        return self.parents_informed == "no"


@tracked
class Rating(Row, RecordBound):
    """One rating of a contact, by whom, when and why; ratings are added, never overwritten."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="ratings")
    rating = models.CharField(max_length=6)  # code list rag
    rated_at = models.DateTimeField()
    rated_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    people_named = "SELECT array_agg(person_id) FROM mash_contactchild WHERE contact_id = ($1 ->> 'contact_id')::uuid"

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "contact rating rated_at rated_by", SPECIAL: "reason"}

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="rating_is_known",
                condition=Q(rating__in=["red", "amber", "green"]),
                violation_error_message="Rate the contact red, amber or green",
            )
        ]
