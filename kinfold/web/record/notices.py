"""What colleagues are told about records of people; never who."""

from kinfold.web.notices.kinds import NoticeKind

MERGE_WAITS = NoticeKind("Two records that may be one person wait for a second person", "record:merge")
MERGE_ANSWERED = NoticeKind("Two records that you asked to join have been looked at", "record:merge")
