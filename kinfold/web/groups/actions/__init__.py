"""What is done in groups: sessions, the register, volunteers."""
