"""Pages of strategies and boards."""
