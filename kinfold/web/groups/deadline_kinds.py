"""What falls due of groups and volunteers."""

from kinfold.web.deadlines.kinds import DeadlineKind

CHECK = DeadlineKind("volunteer_check", "volunteer_check", "See a volunteer’s DBS check again", "groups:volunteer")

KINDS = (CHECK,)
