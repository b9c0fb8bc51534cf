"""Pages about a child, a family, the work to do, and who looked."""
