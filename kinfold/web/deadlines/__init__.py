"""What is due, by which rule, for whom, and when it was met."""
