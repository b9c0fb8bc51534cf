"""What every page and row shares; knows nothing of children or families."""
