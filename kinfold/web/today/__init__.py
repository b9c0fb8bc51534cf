"""A person's own first page, by what they may do; and the lists that they saved to come back to."""
