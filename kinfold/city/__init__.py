"""An imaginary Portsmouth whose children live coherent histories, at any size, by seed."""

from kinfold.city.build import build

__all__ = ["build"]
