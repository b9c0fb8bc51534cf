"""What hub workers fill in: a rating, a match, a decision, an answer."""
