"""What screens ask about people, already cut to what the viewer may see."""

from kinfold.web.people.selectors.comparing import comparison
from kinfold.web.people.selectors.heads import Head, heads
from kinfold.web.people.selectors.matching import Candidate, search

__all__ = ["Candidate", "Head", "comparison", "heads", "search"]
