"""What the pages of figures and reports ask, each answer already cut to who is looking."""
