"""Children missing from home or care."""
