"""Who agreed and who may see a plan; what agencies were asked stands in a module of its own."""

from kinfold.web.sharing.selectors.agreements import (
    has_agreed,
    latest_agreements,
    may_receive,
    who_may_see,
    withheld_from,
)

__all__ = ["has_agreed", "latest_agreements", "may_receive", "who_may_see", "withheld_from"]
