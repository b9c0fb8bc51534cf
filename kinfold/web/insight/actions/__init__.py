"""What people do with figures and reports."""
