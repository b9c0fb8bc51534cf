"""What holds of a family's outcomes; each docstring is the message that a person reads."""

from collections.abc import Collection
from datetime import date

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework.models import Episode
from kinfold.web.outcomes.models import Claim, Need, Seen


def oc1_are_used_here(used: bool) -> bool:
    """This partnership does not use the ten headline outcomes."""
    return used


def oc2_outcome_is_known(outcome: str) -> bool:
    """Choose one of the ten outcomes."""
    return outcome in code_lists.labels("supporting_families_outcome")


def oc3_says_what_shows_it(words: str) -> bool:
    """Say what shows it."""
    return bool(words.strip())


def oc4_day_fits(on: date, not_before: date, today: date) -> bool:
    """The day must not be in the future, nor before the need was found or the help began."""
    return not_before <= on <= today


def oc5_is_not_there_yet(outcome: str, standing: Collection[str]) -> bool:
    """This outcome is recorded for the family already."""
    return outcome not in standing


def oc6_stands(need: Need) -> bool:
    """Somebody has said that this need was a mistake."""
    return need.dropped_on is None


def oc7_stage_follows(stage: str, state: str) -> bool:
    """Say first that it was reached. Only what was reached can last or slip back."""
    return stage not in (Seen.Stage.LASTING, Seen.Stage.SLIPPED) or state in (Seen.Stage.REACHED, Seen.Stage.LASTING)


def oc8_has_lasted_long_enough(stage: str, reached_on: date | None, lasts_from: date | None, on: date) -> bool:
    """It was reached too short a time ago to say that it has lasted. Record progress, or wait until it is due."""
    return stage != Seen.Stage.LASTING or (reached_on is not None and lasts_from is not None and on >= lasts_from)


def oc9_needs_are_enough(needs: int, fewest: int) -> bool:
    """Too few needs are recorded for this family to put its outcomes forward."""
    return needs >= fewest


def oc10_everything_has_lasted(states: Collection[str]) -> bool:
    """Every need must be reached and have lasted before you put the family’s outcomes forward."""
    return all(state == Seen.Stage.LASTING for state in states)


def oc11_somebody_leads(lead: object) -> bool:
    """Name who leads this family’s help first."""
    return lead is not None


def oc12_says_what_changed(words: str) -> bool:
    """Say what changed for the family."""
    return bool(words.strip())


def oc13_is_checked_by_another(claim: Claim, by: User) -> bool:
    """Somebody else must check it, not the one who put it forward."""
    return claim.put_forward_by_id != by.pk


def oc14_waits_to_be_checked(claim: Claim) -> bool:
    """This was checked already."""
    return claim.checked_at is None


def oc15_looked_at_everything(agrees: bool, looked_at: Collection[str]) -> bool:
    """Tick everything that you looked at. If something is missing, return it and say what."""
    return not agrees or set(looked_at) == set(Claim.Looked.values)


def oc16_return_is_explained(agrees: bool, words: str) -> bool:
    """Say what is missing."""
    return agrees or bool(words.strip())


def oc17_none_is_put_forward(waiting: bool) -> bool:
    """This family’s outcomes are put forward. Wait until they are checked."""
    return not waiting


def oc18_help_goes_on(episode: Episode) -> bool:
    """This family’s help has ended."""
    return episode.closed_on is None
