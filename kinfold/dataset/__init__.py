"""The tables every part speaks: declared once; read, checked, written (Parquet, SSD CSV)."""

from kinfold.dataset.reading import Dataset, read
from kinfold.dataset.writing import write

__all__ = ["Dataset", "read", "write"]
