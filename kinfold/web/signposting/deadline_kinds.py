"""What falls due of referrals to services."""

from kinfold.web.deadlines.kinds import DeadlineKind

PLACE = DeadlineKind("service_place", "service_place", "Ask whether the service has a place", "signposting:one")

KINDS = (PLACE,)
