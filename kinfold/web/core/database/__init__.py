"""PostgreSQL as Django speaks to it, with one bound more; settings name it as the engine."""
