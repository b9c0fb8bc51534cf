"""Who did, read, searched or was refused what: written once, never changed."""
