"""What every page of the contact form knows: whose form it is, which child it asks about, and what day it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.datastructures import MultiValueDict

from kinfold.web.access.models import User
from kinfold.web.core.forms import GovukForm
from kinfold.web.core.words import in_london
from kinfold.web.mash.answers import Answers


@dataclass(frozen=True)
class Scene:
    by: User
    answers: Answers
    now: datetime
    child: str = ""

    @property
    def first_name(self) -> str:
        return self.answers.first_name_of(self.child)

    @property
    def earlier_children(self) -> list[str]:
        children = self.answers.children
        return children[: children.index(self.child)] if self.child in children else children


class PageForm(GovukForm):
    """One page. ``typed`` is what was saved of it; it fills the boxes and, unlike data, is not judged."""

    template = "mash/contact/page.jinja"

    def __init__(
        self,
        data: MultiValueDict[str, str] | None = None,
        *,
        scene: Scene,
        typed: MultiValueDict[str, str] | None = None,
    ) -> None:
        self.scene = scene
        super().__init__(data, today=in_london(scene.now).date(), now=scene.now)
        self.set_up()
        if data is None:
            self.initial = self.as_typed(typed) if typed is not None else self.first_answers()

    def set_up(self) -> None:
        """Words and choices that depend on who asks and on the child."""

    def first_answers(self) -> dict[str, Any]:
        """What stands in the boxes before anything is typed."""
        return {}

    def as_typed(self, typed: MultiValueDict[str, str]) -> dict[str, Any]:
        return {name: field.widget.value_from_datadict(typed, {}, name) for name, field in self.fields.items()}
