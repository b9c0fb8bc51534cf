"""What the hub's pages ask, and how answers are checked."""
