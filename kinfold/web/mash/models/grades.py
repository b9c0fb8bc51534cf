"""How good a contact was, for whoever made it to learn from."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Grade(Row, Editable, RecordBound):
    """Whether it told enough to decide on, what was missing, and a word to the referrer; the hub may think again."""

    contact = models.OneToOneField("mash.Contact", models.PROTECT, related_name="grade")
    grade = models.CharField(max_length=20)  # code list contact_grade
    lacks = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # code list contact_lacks
    words = models.TextField(blank=True)
    graded_on = models.DateField()
    graded_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    people_named = "SELECT array_agg(person_id) FROM mash_contactchild WHERE contact_id = ($1 ->> 'contact_id')::uuid"

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "contact grade lacks graded_on graded_by", SPECIAL: "words"}

    @property
    def in_words(self) -> str:
        return code_lists.label("contact_grade", self.grade)

    @property
    def lacks_in_words(self) -> list[str]:
        return [code_lists.label("contact_lacks", code) for code in self.lacks]
