"""The Multi-Agency Safeguarding Hub: contacts in, a decision for each child out."""
