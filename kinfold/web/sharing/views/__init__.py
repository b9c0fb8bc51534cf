"""The pages of whoever is asked: with an account, and by a link."""
