"""What people do with strategies and boards: one function a verb."""
