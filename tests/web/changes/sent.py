"""What a partner's file of changes says in these tests."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from types import SimpleNamespace

from kinfold.web.access.models import User
from kinfold.web.changes.tasks import take_in_file

NHS, OTHER_NHS, UPN = "9434765919", "4010232137", "H801200001001"
SCHOOL = {
    "nhs_number": NHS, "born_on": "01/03/2018", "surname": "Larch", "what": "school", "place_number": "116000",
    "from_day": "2024-06-03",
}  # fmt: skip
SURGERY = SCHOOL | {"what": "Surgery", "place_number": "", "place_name": "The Drayton  Surgery"}
ADDRESS = SCHOOL | {"what": "address", "place_number": "", "line_1": "9 Quay Street", "postcode": "po1 2ab"}


def file(*lines: Mapping[str, str]) -> bytes:
    text = StringIO()
    sheet = csv.DictWriter(text, list(dict.fromkeys(name for one in lines for name in one)), restval="")
    sheet.writeheader()
    sheet.writerows(lines)
    return text.getvalue().encode()


def run_job(file_id: object, by: User, attempts: int = 0) -> None:
    """As the worker runs it, after so many tries that failed."""
    take_in_file(SimpleNamespace(job=SimpleNamespace(attempts=attempts)), file_id=str(file_id), user_id=str(by.pk))
