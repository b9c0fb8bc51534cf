"""What screens ask about people, already cut to what the viewer may see."""

from kinfold.web.people.selectors.apart import kept_apart
from kinfold.web.people.selectors.cautions import cautions_about
from kinfold.web.people.selectors.comparing import comparison
from kinfold.web.people.selectors.heads import Flag, Head, caution_flags, heads, heads_of_seen
from kinfold.web.people.selectors.matching import Candidate, Described, likely_each, likely_same, named_like, search
from kinfold.web.people.selectors.places import HiddenPlaces, hidden_places, kept_secret

__all__ = [
    "Candidate", "Described", "Flag", "Head", "HiddenPlaces", "caution_flags", "cautions_about", "comparison", "heads",
    "heads_of_seen", "hidden_places", "kept_apart", "kept_secret", "likely_each", "likely_same", "named_like",
    "search",
]  # fmt: skip
