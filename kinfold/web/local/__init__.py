"""The partnership's own settings: dated overrides of the practice defaults."""
