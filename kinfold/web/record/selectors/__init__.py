"""What the pages about a child, a family and who looked at them ask."""
