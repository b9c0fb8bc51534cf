"""What an agency's file says in these tests."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from types import SimpleNamespace

from kinfold.web.access.models import User
from kinfold.web.mash.tasks import take_in_delivery

LINE = {
    "reference": "44260012345", "happened_on": "2024-06-08", "domestic_abuse": "yes", "risk": "Medium",
    "what_happened": "Police were called to shouting. Both children were upstairs.", "parents_told": "yes",
    "sender_name": "PC Example", "sender_telephone": "101", "child_forename": "Maya", "child_surname": "Larch",
    "child_born_on": "27/03/2018", "child_sex": "Girl", "child_address": "12 Example Road", "child_postcode": "PO4 8AA",
    "child_worries": "Domestic abuse; neglect",
}  # fmt: skip


def line(**changed: str) -> dict[str, str]:
    return LINE | changed


def file(*lines: Mapping[str, str]) -> bytes:
    text = StringIO()
    sheet = csv.DictWriter(text, list(dict.fromkeys(name for one in lines for name in one)), restval="")
    sheet.writeheader()
    sheet.writerows(lines)
    return text.getvalue().encode()


def run_job(delivery: object, by: User, attempts: int = 0) -> None:
    """As the worker runs it, after so many tries that failed."""
    take_in_delivery(
        SimpleNamespace(job=SimpleNamespace(attempts=attempts)), delivery_id=str(delivery), user_id=str(by.pk)
    )
