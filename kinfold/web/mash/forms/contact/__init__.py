"""The contact form: one page a question, in the order in which a person tells it."""
