"""Versioned forms and the answers given to them."""
