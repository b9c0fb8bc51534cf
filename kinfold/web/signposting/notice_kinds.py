"""What the team that runs a service is told: that somebody waits, and nothing of whom."""

from kinfold.web.notices.kinds import NoticeKind

REFERRED = NoticeKind("A family was referred to a service that your team runs", "signposting:one")
ENDED = NoticeKind("A referral that you made to a service has ended", "signposting:one")
