"""The tables every part speaks: declared once; read, checked, written (Parquet, SSD CSV)."""
