"""What an indicator is, how it is computed, and how its small numbers are protected."""
