"""The front door: who brings a worry and when, about which children, and what is decided for each."""
