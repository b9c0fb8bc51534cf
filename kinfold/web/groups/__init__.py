"""Groups that a team runs: their sessions, who came, how many others, and the volunteers of services."""
