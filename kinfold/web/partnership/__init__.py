"""Boards, strategies and what they said would be done."""
