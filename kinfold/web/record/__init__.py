"""The child's page, the family's page, the chronology, search and the work tray, assembled from the slices."""
