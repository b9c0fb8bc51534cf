"""A list as somebody wants to see it again: which page, and what was chosen on it. It names no child."""

from typing import ClassVar, Self
from urllib.parse import urlencode

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def of(self, user: models.Model) -> Self:
        """A person's own that they have not thrown away."""
        return self.filter(user=user, thrown_away_at__isnull=True)


class SavedView(Row):
    """One person's own. ``chosen`` holds what can be picked on the page, never words that somebody typed."""

    user = models.ForeignKey("access.User", models.PROTECT, related_name="saved_views")
    page = models.CharField(max_length=80)  # a key of saved.PAGES
    name = models.CharField(max_length=60)
    chosen = models.JSONField(default=dict)  # name of a control ▶ what was picked
    thrown_away_at = models.DateTimeField(null=True, blank=True)

    objects = SavedViewQuerySet.as_manager()

    sensitivity: ClassVar = {INTERNAL: "user page name chosen thrown_away_at"}

    class Meta:
        ordering: ClassVar = ["page", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "user", "page", Lower("name"), name="saved_view_once", condition=models.Q(thrown_away_at__isnull=True),
                violation_error_message="You have a view of this name already",
            )
        ]  # fmt: skip

    @property
    def href(self) -> str:
        return f"{reverse(self.page)}?{urlencode(self.chosen)}"
