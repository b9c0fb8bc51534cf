"""Kinfold: the shared system of a local safeguarding children partnership."""
