"""What colleagues are told of files of changes: never whom a change is about, nor what changed."""

from kinfold.web.notices.kinds import NoticeKind

WAITS = NoticeKind("A change that a partner sent waits for you to decide", "changes:put_aside")
NOT_TAKEN_IN = NoticeKind("A file of changes could not be taken in: please send it again", "changes:file")
CHANGED = NoticeKind(
    "A new school, surgery or address of a child whom you help came in a file: read their page", "record:child"
)
