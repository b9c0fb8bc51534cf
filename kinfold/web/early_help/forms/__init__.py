"""What the pages of early help ask; validation and wording only."""
