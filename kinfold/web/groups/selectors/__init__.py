"""What pages ask about groups, cut to what the viewer may see."""
