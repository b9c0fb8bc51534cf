"""Every indicator that agencies submit or others publish."""

from kinfold.indicators.engine.gathered import Gathered

GATHERED: tuple[Gathered, ...] = ()
