"""What falls due of the directory."""

from kinfold.web.deadlines.kinds import DeadlineKind

CHECK = DeadlineKind(
    "service_check", "service_check", "Check an entry of the directory of services", "directory:service"
)

KINDS = (CHECK,)
