"""What somebody tells the hub in these tests, and the form filled in as a browser would send it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from typing import Any

from django.test import Client

from kinfold.web.mash.telling import Teller, Telling, ToldChild

MAYA = ToldChild(
    forename="Maya",
    surname="Larch",
    born_on=date(2018, 3, 27),
    sex="F",
    address="12 Example Road",
    postcode="PO4 8AA",
    parents="Jo Larch, mother",
    school="Seagull Lane Primary School",
    worries=("neglect", "domestic_abuse"),
    own_words="I do not like it when they shout.",
)
FINN = ToldChild(forename="Finn", surname="Larch", age="3", sex="M", worries=("domestic_abuse",))


def telling(*children: ToldChild, **changed: Any) -> Telling:
    """A safeguarding contact about Maya whose parents know and do not agree, unless told otherwise."""
    said: dict[str, Any] = {
        "purpose": "safeguarding",
        "children": children or (MAYA,),
        "what_happened": "Maya came to school without a coat and said there was shouting.",
        "teller": Teller(name="Ada Bray", post="Designated Safeguarding Lead", telephone="023 9200 0000"),
        "parents_informed": "yes",
        "consent": "refused",
    }
    return Telling(**{**said, **changed})


PAGES: dict[str, dict[str, Any]] = {
    "danger": {"danger": "no"},
    "purpose": {"purpose": "safeguarding"},
    "child": {
        "forename": "Maya",
        "surname": "Larch",
        "born": "date",
        "born_on-day": "27",
        "born_on-month": "3",
        "born_on-year": "2018",
        "sex": "F",
    },
    "home": {"address": "12 Example Road", "postcode": "po4 8aa", "parents": "Jo Larch, mother"},
    "school": {"school": "Seagull Lane Primary School", "upn": "", "nhs_number": ""},
    "talking": {"first_language": "en", "interpreter_needed": "no"},
    "worries": {"worries": ["neglect", "domestic_abuse"], "own_words": "I do not like it when they shout."},
    "children": {"another": "no"},
    "what-happened": {"what_happened": "Maya came to school without a coat."},
    "going-well": {"strengths": "She loves drawing."},
    "assessment": {"done": "no", "why_not": "urgent"},
    "parents": {"informed": "yes", "consent": "refused"},
    "details": {"name": "Ada Bray", "post": "Designated Safeguarding Lead", "telephone": "023 9200 0000"},
}


def page_of(address: str) -> str:
    return address.split("?")[0].rstrip("/").rsplit("/", 1)[-1]


def fill_in(browser: Client, address: str, changed: Mapping[str, dict[str, Any]] | None = None) -> str:
    """Answers page after page from ``address`` on, and returns the address of the check."""
    pages = {**PAGES, **(changed or {})}
    for _ in range(40):
        if page_of(address) == "check":
            return address
        answer = browser.post(address, pages[page_of(address)])
        assert answer.status_code == 302, problems_on(answer)
        address = answer["Location"]
    raise AssertionError(f"The form did not end: {address}")


def problems_on(answer: Any) -> list[str]:
    """The sentences of the error summary."""
    html = unescape(answer.content.decode())
    summary = re.search(r'class="govuk-error-summary".*?</ul>', html, re.DOTALL)
    return (
        [re.sub(r"<[^>]+>|\s+", " ", item).strip() for item in re.findall(r"<li>.*?</li>", summary[0], re.DOTALL)]
        if summary
        else []
    )
