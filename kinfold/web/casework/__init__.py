"""Episodes of help, each child's dated statuses, who is involved, and handing over."""
