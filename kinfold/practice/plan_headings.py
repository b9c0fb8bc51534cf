"""The headings of a family's plan in its own language, to stand under the English ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kinfold.practice.code_lists import label
from kinfold.practice.dated import PracticeDataFault, read_toml

NAMES = ("plan", "change", "goals", "you", "we", "going", "who", "mind")
_RIGHT_TO_LEFT = {"ar", "fa", "ur"}


@dataclass(frozen=True)
class Headings:
    """``words`` by name; ``language`` is a code of the list *language*, which is also how a page marks them."""

    language: str
    words: Mapping[str, str]
    checked: bool  # by a translator

    @property
    def direction(self) -> str:
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"

    @property
    def title(self) -> str:
        return label("language", self.language)


def headings_in(language: str) -> Headings | None:
    """None for English, for a language that nobody knows, and for one that has none."""
    return all_headings().get(language)


@cache
def all_headings() -> dict[str, Headings]:
    data = read_toml("plan_headings.toml")
    languages = {key: words for key, words in data.items() if key not in ("source", "checked")}
    for language, words in languages.items():
        if set(words) != set(NAMES) or not all(said.strip() for said in words.values()):
            raise PracticeDataFault(f"plan_headings.toml, {language}: it must say {', '.join(NAMES)}.")
    return {key: Headings(key, words, key in data["checked"]) for key, words in languages.items()}
