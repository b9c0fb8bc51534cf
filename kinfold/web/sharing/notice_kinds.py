"""What colleagues are told about requests to agencies: that there is one, and nothing of whom it is about."""

from kinfold.web.notices.kinds import NoticeKind

ASKED = NoticeKind("You are asked what your agency knows about a child. Please reply", "sharing:asked", urgent=True)
CHASED = NoticeKind("A reply that you were asked for has not come. Please send it", "sharing:asked", urgent=True)
TAKEN_BACK = NoticeKind("You need not reply any more to a request about a child", "sharing:asked")
REPLIED = NoticeKind("An agency has replied to your request", "mash:request", urgent=True)
REPLIED_AFTER_DECISION = NoticeKind(
    "An agency replied after the decision. Please read what it says", "mash:request", urgent=True
)
SILENT = NoticeKind("An agency has not replied in time", "mash:request")
LINK_LOCKED = NoticeKind("A link to reply was locked after wrong codes. Ring the person you asked", "mash:request")
