"""Reference numbers that can be read out over a bad line and cannot be guessed."""

import secrets

LETTERS_AND_DIGITS = "FHKQRWXY234679"
"""No two look alike (0 and O, 1 and I, 5 and S, 8 and B) or rhyme (A, J and K; B, C, D, E, G, P, T and V; M and N)."""


def new_reference() -> str:
    """Like KF-7Q4K-2XR: one of a hundred million, chosen by the system's own source of chance."""
    drawn = "".join(secrets.choice(LETTERS_AND_DIGITS) for _ in range(7))
    return f"KF-{drawn[:4]}-{drawn[4:]}"
