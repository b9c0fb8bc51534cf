"""Every indicator that agencies submit or others publish, a module for each room of the partnership's work."""

from kinfold.indicators.catalogue.gathered import (
    attainment,
    attendance,
    domestic_abuse,
    exploitation,
    health,
    hospital,
    inclusion,
    looked_after,
    mental_health,
    parenthood,
    police,
    send,
    waits,
    youth_justice,
)
from kinfold.indicators.engine.gathered import Gathered

GATHERED: tuple[Gathered, ...] = (
    *police.GATHERED,
    *exploitation.GATHERED,
    *domestic_abuse.GATHERED,
    *youth_justice.GATHERED,
    *attendance.GATHERED,
    *inclusion.GATHERED,
    *attainment.GATHERED,
    *looked_after.GATHERED,
    *send.GATHERED,
    *waits.GATHERED,
    *mental_health.GATHERED,
    *health.GATHERED,
    *hospital.GATHERED,
    *parenthood.GATHERED,
)
