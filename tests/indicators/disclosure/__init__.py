"""Small tables at random, what is published of them, and an attack on it."""
