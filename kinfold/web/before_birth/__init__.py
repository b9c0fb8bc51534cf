"""Before a child is born: the due date, the midwife, talks that keep a baby safe, and a plan in place in time."""
