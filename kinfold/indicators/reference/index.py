"""The index: every measure that the documents ask for, by document and number, and the indicators that answer it."""

from collections.abc import Iterable

from kinfold.indicators.asked import DOCUMENTS, Measure, measures
from kinfold.indicators.catalogue import EVERY, INDICATORS
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.reference.rooms import ROOMS, rooms
from kinfold.indicators.reference.tables import WRITTEN_BY, link, table

NOT_YET = "**not answered yet**"


def index() -> str:
    submitted = sum(one.collected == "submitted" for one in EVERY)
    published = sum(one.collected == "published" for one in EVERY)
    lines = [
        "# Indicators",
        "",
        WRITTEN_BY,
        "",
        f"The documents ask for {len(measures())} measures. There are {len(EVERY)} indicators: {len(INDICATORS)} that",
        f"Kinfold computes, {submitted} that agencies submit and {published} that others publish. One thing measured",
        "is one indicator, however many documents ask for it; a measure that asks for several things has several.",
        "",
        "[How indicators are computed](../../explanation/how-indicators-are-computed.md) says what holds of those",
        "computed; [examples](examples.md) shows each of them at its edges.",
        "",
        "## By room",
        "",
        *(f"- [{ROOMS[room]}]({room.replace('_', '-')}.md)" for room in rooms()),
    ]
    for document, title in DOCUMENTS.items():
        lines += ["", f"## {title}", "", *table(("Number", "Asks for", "Indicators", "How"), _rows(document))]
    local = [one for one in EVERY if not one.reported_in]
    lines += ["", "## Local", "", "No document asks for these; they explain the others.", ""]
    lines += [f"- {link(one.key, one.title)}, {one.collected}" for one in local]
    return "\n".join([*lines, ""])


def _rows(document: str) -> Iterable[tuple[str, ...]]:
    for measure in measures().values():
        if measure.document == document:
            found = answering(measure)
            yield (
                measure.number,
                measure.words,
                ", ".join(link(one.key, one.title) for one in found) or NOT_YET,
                ", ".join(dict.fromkeys(one.collected for one in found)),
            )


def answering(measure: Measure) -> tuple[Indicator | Gathered, ...]:
    return tuple(one for one in EVERY if measure.name in one.reported_in)
