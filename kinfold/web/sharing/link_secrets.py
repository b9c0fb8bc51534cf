"""The link and the code of somebody without an account: made by chance, and kept only as what they hash to."""

import secrets

from django.utils.crypto import constant_time_compare, salted_hmac


def new_token() -> str:
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Six digits, to be read out over a telephone."""
    return f"{secrets.randbelow(10**6):06}"


def hashed(secret: str) -> str:
    """With the server's own key, so that a copy of the database gives no code away."""
    return salted_hmac("kinfold.sharing.reply", secret, algorithm="sha256").hexdigest()


def is_code(typed: str, code_hash: str) -> bool:
    """However it is spaced."""
    return constant_time_compare(hashed("".join(typed.split())), code_hash)
