"""Pages of early help."""
