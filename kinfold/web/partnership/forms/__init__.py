"""What is asked on the pages of strategies and boards: wording and validation."""
