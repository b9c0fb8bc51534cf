"""The hub's pages: the board, a contact, and each thing that is done to it."""
