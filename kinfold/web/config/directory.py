"""Services for families in the demonstration: invented, in a real city's wards, checked lately or too long ago."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Team, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.directory import opening
from kinfold.web.directory.actions import enter
from kinfold.web.directory.models import Service

KEEPERS = ("early-help-lead", "early-help-manager", "board-support")  # who share the checks between them
FILE = Path(__file__).parent / "directory.toml"


@transaction.atomic
def enter_some(*, now: datetime) -> int:
    """Each entered by one of those who keep the directory, so many weeks ago as the file says. Safe to run again."""
    if Service.objects.exists():
        return 0
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))["service"]
    for place, told in enumerate(listed):
        keeper = User.objects.get(email=PERSONAS[told.pop("by", KEEPERS[place % len(KEEPERS)])].email)
        act_as(keeper)
        at = now - timedelta(weeks=told.pop("weeks_ago"))
        hours = opening.kept(opening.read(told.pop("opening", "")))
        team = _team(told.pop("run_by", ""), told.pop("run_by_team_of", ""))
        enter(**told, opening=hours, team=team, by=keeper, at=at)
    return len(listed)


def _team(name: str, of_persona: str) -> Team | None:
    """By its name, or the one that somebody of the demonstration works in."""
    if of_persona:
        return User.objects.get(email=PERSONAS[of_persona].email).teams[0]
    return Team.objects.filter(name=name).first()
