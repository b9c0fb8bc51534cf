"""Recording agreement and sharing; asking agencies, and keeping what they say, stand in modules of their own."""

from kinfold.web.sharing.actions.agreements import decide_share, record_agreement

__all__ = ["decide_share", "record_agreement"]
