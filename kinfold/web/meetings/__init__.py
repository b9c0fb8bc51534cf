"""Meetings and reviews: due, held, who came, what was decided."""
