"""Children, adults, families, where they live and learn, and how to find them."""
