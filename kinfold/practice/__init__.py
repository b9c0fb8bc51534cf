"""Law and local practice as plain dated values: working days, timescales, code lists, thresholds, forms, settings."""
