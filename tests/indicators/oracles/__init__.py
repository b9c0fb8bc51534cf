"""Every indicator computed again, slowly and in plain Python, straight from rows: what the engine is held equal to."""

from tests.indicators.oracles import (
    beyond_home,
    care,
    education,
    programmes,
    protection,
    quality,
    social_care,
    thread,
    workforce,
)
from tests.indicators.oracles.asked import Oracle

ORACLES: dict[str, Oracle] = {
    **thread.ORACLES,
    **social_care.ORACLES,
    **protection.ORACLES,
    **care.ORACLES,
    **beyond_home.ORACLES,
    **education.ORACLES,
    **programmes.ORACLES,
    **workforce.ORACLES,
    **quality.ORACLES,
}
