"""Who said they would do what by when, a parent's promise as well as an agency's."""
