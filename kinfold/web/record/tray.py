"""The work tray reads deadlines alone; here each slice's kinds are listed by hand."""

from kinfold.web.casework import deadline_kinds as casework
from kinfold.web.deadlines.kinds import DeadlineKind
from kinfold.web.early_help import deadline_kinds as early_help
from kinfold.web.mash import deadline_kinds as mash

KINDS: tuple[DeadlineKind, ...] = (*casework.KINDS, *mash.KINDS, *early_help.KINDS)
