"""What may be read of contacts, by whom."""
