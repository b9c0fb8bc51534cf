"""Pages of returns and of published figures."""
