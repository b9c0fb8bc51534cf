"""What the pages of strategies and boards ask."""
