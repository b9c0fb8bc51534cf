"""Database to dataset and back, by one map of fields."""
