"""Messages to staff that never carry a child's details."""
