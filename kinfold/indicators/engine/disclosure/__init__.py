"""What a published figure gives away of the others, and what must be hidden so that small numbers stay hidden."""
