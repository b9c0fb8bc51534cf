"""Who agreed to take part, with whom a plan may be shared, and what agencies were asked and said."""

from kinfold.web.sharing.models.agreements import Agreement, ShareWith
from kinfold.web.sharing.models.links import CodedLink, ReplyLink
from kinfold.web.sharing.models.requests import AgencyRequest, Question

__all__ = ["AgencyRequest", "Agreement", "CodedLink", "Question", "ReplyLink", "ShareWith"]
