"""What social care does to find out whether children are safe, and to keep them so."""
