"""Files of changes: their columns, and reading what partners send. Nothing here asks the database."""
