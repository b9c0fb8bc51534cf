"""What colleagues are told about records of people; never who."""

from kinfold.web.notices.kinds import NoticeKind

MERGE_WAITS = NoticeKind("Two records that may be one person wait for a second person", "record:merge")
BORN = NoticeKind("A child whom you help is born: read their page", "record:child")
DIED = NoticeKind(
    "Somebody whom you help has died: read their page before you ring the family", "record:child", urgent=True
)
MOVED_AWAY = NoticeKind("Somebody whom you help has moved away: read their page", "record:child")
CAME_BACK = NoticeKind("Somebody whom you helped lives here again: read their page", "record:child")
MERGE_ANSWERED = NoticeKind("Two records that you asked to join have been looked at", "record:merge")
