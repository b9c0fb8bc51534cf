"""Episodes of help, dated statuses, referrals, who is involved, and handing a family over."""

from kinfold.web.casework.models.conflicts import Conflict
from kinfold.web.casework.models.episodes import Episode, Referral, Status
from kinfold.web.casework.models.handovers import Handover, HandoverPerson
from kinfold.web.casework.models.involvements import Involvement

__all__ = ["Conflict", "Episode", "Handover", "HandoverPerson", "Involvement", "Referral", "Status"]
