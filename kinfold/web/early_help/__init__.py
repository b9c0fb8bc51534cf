"""Family Support and Early Help: conversations, plans, reviews, stepping up and down."""
