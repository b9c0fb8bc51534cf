"""What pages of returns show, and the figures that others read."""
