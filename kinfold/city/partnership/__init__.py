"""What the partnership does beside its cases: it teaches, audits, reviews, asks, and hears how its services are."""
