"""Which stages local policy wants before a decision, and which of them a child has come through."""

from collections.abc import Iterable, Sequence
from datetime import date

from kinfold.web.local import selectors as local
from kinfold.web.mash.models import Stage

STAGES = ("contact", "initial", "screening")  # of the code list decision_stage, in their order; the final one decides


def wanted(today: date) -> tuple[str, ...]:
    settings = local.values(today)
    return tuple(stage for stage in STAGES if settings[f"stage_{stage}"])


def next_stage(wanted: Sequence[str], made: Iterable[Stage]) -> str:
    """The first that nobody has recorded; empty once the child can be decided for."""
    looked = list(made)
    if any(one.enough for one in standing(looked)):
        return ""
    recorded = {one.stage for one in looked}
    return next((stage for stage in wanted if stage not in recorded), "")


def standing(made: Iterable[Stage]) -> list[Stage]:
    """The latest of each stage, in the order of the stages."""
    latest = {one.stage: one for one in sorted(made, key=lambda one: (one.made_at, one.created_at))}
    return [latest[stage] for stage in STAGES if stage in latest]
