"""What people are told about emergency access: that there was one, and nothing of whom it was about."""

from kinfold.web.notices.kinds import NoticeKind

ASKED = NoticeKind("Somebody asked for emergency access. Please look at it", "record:emergency_review", urgent=True)
KEPT = NoticeKind(
    "Somebody may need a file that you are one of few to see. Ring them now", "emergency:one", urgent=True
)
REVIEWED = NoticeKind("Your emergency access has been looked at", "emergency:one")
