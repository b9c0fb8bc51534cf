"""The child's page, the chronology, search and the work tray, assembled from the slices."""
