"""What may be done to a contact, a verb each."""
