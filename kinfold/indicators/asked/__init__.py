"""Every measure that the partnership's documents ask for, by document and number, in the documents' own words."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import StringIO

DOCUMENTS: dict[str, str] = {
    "safeguarding": "Multi-Agency Safeguarding Strategy 2023-26",
    "trust-plan": "Children’s Trust Plan 2020-23",
    "dataset": "Partnership’s dataset, as reported in the Annual Report 2019-20",
    "young-people": "Safer Portsmouth Partnership, Young People at Risk",
    "pcso": "Police Community Support Officers in Early Help and Prevention",
}

SHORTLY: dict[str, str] = {
    "safeguarding": "Safeguarding Strategy",
    "trust-plan": "Children’s Trust Plan",
    "dataset": "partnership’s dataset",
    "young-people": "young people’s safeguarding",
    "pcso": "police community support officers",
}
"""The same documents, as a sentence names them before a number."""


@dataclass(frozen=True)
class Measure:
    """One row that a document asks for. `under` is its priority or heading there; `words` are the document's own."""

    document: str
    number: str
    under: str
    words: str
    unit: str

    @property
    def name(self) -> str:
        """As an indicator's `reported_in` says it."""
        return f"{self.document} {self.number}"


@cache
def measures() -> dict[str, Measure]:
    """By name, such as “safeguarding 1.2a”, in the documents' order."""
    text = resources.files(__name__).joinpath("measures.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    found = [Measure(row["document"], row["number"], row["under"], row["words"], row["unit"]) for row in rows]
    return {one.name: one for one in found}
