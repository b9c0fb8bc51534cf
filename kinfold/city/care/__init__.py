"""Children looked after: their placements, reviews and health, their way out of care and what comes after."""
