"""Episodes of help: who is helped, by which statuses, for how long, and the plans and people that carry it."""
