"""The pages of the hub and of those who tell it something."""
