"""Reads a whole contact form: every page judged, and the telling once all of them will do."""

from dataclasses import dataclass
from typing import Any

from kinfold.web.mash.forms.contact.page import PageForm, Scene
from kinfold.web.mash.forms.contact.pages import BY_KEY, Place, places
from kinfold.web.mash.forms.contact.story import reason_in_words
from kinfold.web.mash.telling import Caller, Teller, Telling, ToldChild

_HOME = ("address", "postcode", "parents")


@dataclass(frozen=True)
class ReadPage:
    """``opened`` is False for a page that nobody has been to yet."""

    place: Place
    form: PageForm
    opened: bool

    @property
    def will_do(self) -> bool:
        return self.opened and self.form.is_valid()


@dataclass(frozen=True)
class Reading:
    scene: Scene
    pages: list[ReadPage]

    @property
    def first_to_answer(self) -> Place | None:
        return next((read.place for read in self.pages if not read.will_do), None)

    @property
    def will_do(self) -> bool:
        return bool(self.scene.answers.children) and self.first_to_answer is None

    @property
    def telling(self) -> Telling:
        """Only where the reading ``will_do``."""
        parents, assessment = self._said("parents"), self._said("assessment")
        return Telling(
            purpose=self._said("purpose")["purpose"],
            children=tuple(self._child(key) for key in self.scene.answers.children),
            what_happened=self._said("what-happened")["what_happened"],
            teller=Teller(**self._said("details")),
            immediate_danger=bool(self._said("danger")["danger"]),
            strengths=self._said("going-well")["strengths"],
            parents_informed=parents["informed"],
            consent=parents["consent"] or ("not_asked" if parents["informed"] == "no" else "not_known"),
            telling_puts_at_risk=parents["at_risk"],
            not_told_reason=reason_in_words("parents_not_told_reason", parents["reason"], parents["reason_words"]),
            not_told_agreed_by=parents["agreed_by"],
            assessment_done=assessment["done"],
            assessment_why_not=reason_in_words(
                "eha_not_done_reason", assessment["why_not"], assessment["why_not_words"]
            ),
        )

    @property
    def caller(self) -> Caller | None:
        if not self.scene.answers.for_caller:
            return None
        said = self._said("caller")
        form: Any = self._page("caller")
        return Caller(
            kind=said["kind"],
            channel=said["channel"],
            received_at=said["received_at"],
            source_code=said["works_in"] or said["relation"],
            agency=form.agencies.get(said["agency"]),
        )

    def _child(self, key: str) -> ToldChild:
        who, school = self._said("child", key), self._said("school", key)
        talking, worries = self._said("talking", key), self._said("worries", key)
        return ToldChild(
            **{name: who[name] for name in ("forename", "surname", "born_on", "age", "expected_on", "sex")},
            **self._home(key),
            **school,
            **talking,
            worries=tuple(worries["worries"]),
            own_words=worries["own_words"],
        )

    def _home(self, key: str) -> dict[str, Any]:
        """A child's own home, or that of the brother or sister they were said to share it with."""
        said = self._said("home", key)
        shared = said.get("same", "different")
        return self._home(shared) if shared != "different" else {name: said[name] for name in _HOME}

    def _page(self, page: str, child: str = "") -> PageForm | None:
        return next((read.form for read in self.pages if read.place == Place(BY_KEY[page], child)), None)

    def _said(self, page: str, child: str = "") -> dict[str, Any]:
        form = self._page(page, child)
        return form.cleaned_data if form else {}


def read(scene: Scene) -> Reading:
    """Judges every page as it was typed."""
    return Reading(scene, [_read_page(scene, place) for place in places(scene.answers)])


def _read_page(scene: Scene, place: Place) -> ReadPage:
    typed = scene.answers.typed(place.page.key, place.child)
    standing = Scene(by=scene.by, answers=scene.answers, now=scene.now, child=place.child)
    return ReadPage(place, place.page.form(typed, scene=standing), opened=typed is not None)
