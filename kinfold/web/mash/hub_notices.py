"""What the hub tells colleagues and referrers; never who a child is or what was decided."""

from kinfold.web.notices.kinds import NoticeKind

ANSWERED = NoticeKind("The MASH has answered a contact you sent", "mash:own_contact")
PUT_IN_WRITING = NoticeKind("The MASH wrote down your call: please put it in writing", "mash:written_form", urgent=True)
CAME_IN_WRITING = NoticeKind("A call to the MASH has been put in writing", "mash:contact")
SECOND_PERSON = NoticeKind("A decision in the MASH waits for a second person", "mash:contact_child", urgent=True)
RETURNED = NoticeKind("A decision you made was returned to you", "mash:contact_child", urgent=True)
STRATEGY = NoticeKind("An immediate strategy discussion is needed", "early_help:handover", urgent=True)
SHIFT_NOTE = NoticeKind("The last shift in the MASH left a note", "mash:shift")
NOT_ACCEPTED = NoticeKind(
    "A contact about an open case was not accepted: decide in the MASH", "mash:contact_child", urgent=True
)
NOT_TAKEN_IN = NoticeKind(
    "Contacts sent together could not be taken in: please send them again", "mash:delivery", urgent=True
)
