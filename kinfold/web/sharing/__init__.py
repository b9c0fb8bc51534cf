"""Who agreed to what, and with whom a plan may or may not be shared."""
