"""Who may see and do what: agencies, teams, users, roles, records and grants."""
