"""Strategies and boards as files that a partnership keeps and sends: read, checked, put in, taken out, written."""
