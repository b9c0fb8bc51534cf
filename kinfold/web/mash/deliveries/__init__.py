"""Files of contacts: their columns, and reading what agencies send. Nothing here touches the database."""
