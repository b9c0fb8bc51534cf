"""A page for each room of the partnership's work, defining every indicator that it answers for."""

from collections.abc import Iterable

from kinfold.indicators.asked import SHORTLY
from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.published import PublishedFigure, published_for
from kinfold.indicators.reference.tables import WRITTEN_BY, room_of, table
from kinfold.practice.timescales import TIMESCALES

ROOMS = {
    "mash": "The front door (MASH)",
    "early_help": "Early help",
    "referrals": "Referrals to children’s social care",
    "assessments": "Child and family assessments",
    "children_in_need": "Children in need",
    "enquiries": "Section 47 enquiries",
    "strategy_discussions": "Strategy discussions",
    "child_protection": "Child protection",
    "looked_after": "Children looked after",
    "care_leavers": "Care leavers",
    "missing": "Missing from home or care",
    "police": "Crimes against children",
    "exploitation": "Exploitation",
    "domestic_abuse": "Domestic abuse",
    "youth_justice": "Youth justice",
    "attendance": "Attendance at school",
    "inclusion": "Inclusion in school",
    "attainment": "Attainment and schools",
    "send": "Special educational needs and disabilities",
    "mental_health": "Mental health",
    "health": "Health",
    "hospital": "Hospital admissions",
    "parenthood": "Pregnancy and early parenthood",
    "programmes": "Local programmes",
    "pcso": "Police community support officers",
    "training": "Training",
    "workforce": "Workforce and organisations",
    "allegations": "Allegations against people who work with children",
    "audits": "Audits of quality",
    "learning": "Learning from reviews",
    "voice": "Children’s own voice",
}
"""By the first word of an indicator's key, in the order of the index."""
_KINDS = {
    "events": "a count of what happened",
    "distinct": "a count of different {counts}",
    "stock": "a count",
    "rate": "a rate per {per:,} children aged {ages[0]} to {ages[1]}",
    "share": "a percentage of {counts}",
    "duration": "a mean length of time",
    "score": "a mean score",
    "money": "a sum of money",
}
_COLLECTED = {
    "submitted": "submitted by {owner}, every {every}",
    "published": "published by {owner}, every {every}",
}


def rooms() -> tuple[str, ...]:
    """Those that have an indicator."""
    used = {room_of(one.key) for one in EVERY}
    return tuple(sorted(used, key=list(ROOMS).index))


def room_page(room: str) -> str:
    lines = [f"# {ROOMS[room]}: indicators", "", WRITTEN_BY, "", "[All indicators](README.md)."]
    for one in EVERY:
        if room_of(one.key) == room:
            lines += ["", f"## {one.key}", "", f"**{one.title}**", "", *_about(one)]
            lines += _published(published_for(one.key))
    return "\n".join([*lines, ""])


def _about(one: Indicator | Gathered) -> list[str]:
    facts = _gathered(one) if isinstance(one, Gathered) else _computed(one)
    facts += [("Better", one.better), ("Source", one.source), ("Reported as", _reported(one) or "local only")]
    return [*(f"- **{name}:** {words}" for name, words in facts), *(["", one.note] if one.note else [])]


def _computed(one: Indicator) -> list[tuple[str, str]]:
    kind = _KINDS[one.kind].format(counts=one.counts, per=one.per or 0, ages=one.ages)
    when = "at the close of the period’s last day" if one.dated_by is None else "in the period"
    facts = [("Is", f"computed: {kind}, {when}"), ("Counts", one.numerator.words)]
    if one.denominator is not None:
        facts.append(("Out of", one.denominator.words))
    if one.quantity is not None:
        facts.append(("Of which each adds", f"{one.quantity.words}, in {one.quantity.unit}"))
    if one.settles_after is not None:
        facts.append(("Waits for", f"{TIMESCALES[one.settles_after].title}: {TIMESCALES[one.settles_after].words}"))
    if one.breakdowns:
        facts.append(("By", ", ".join(BREAKDOWNS[by].lower() for by in one.breakdowns)))
    return facts


def _gathered(one: Gathered) -> list[tuple[str, str]]:
    facts = [
        ("Is", _COLLECTED[one.collected].format(owner=one.owner, every=one.every)),
        ("Definition", one.definition),
        ("Unit", one.unit),
        ("Of", one.population),
    ]
    if one.numerator:
        facts.append(("Worked out from", f"{one.numerator}, out of {one.denominator}"))
    for name, groups in one.breakdowns:
        facts.append((f"By {name}", "; ".join(groups)))
    return facts


def _reported(one: Indicator | Gathered) -> str:
    names = (name.split(" ", 1) for name in one.reported_in)
    return ", ".join(f"{SHORTLY[document]} {number}" for document, number in names)


def _published(figures: tuple[PublishedFigure, ...]) -> list[str]:
    if not figures:
        return []
    rows: Iterable[tuple[str, ...]] = (
        (
            figure.period.key,
            f"{figure.value:,.0f}",
            "yes" if figure.comparable else "**no**",
            figure.note,
            figure.source,
        )
        for figure in figures
    )
    return ["", "Published:", "", *table(("Period", "Figure", "Comparable", "Note", "Source"), rows)]
