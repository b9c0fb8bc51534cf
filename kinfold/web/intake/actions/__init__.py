"""What people do with returns and published figures."""
