"""What colleagues are told when a family is handed over or a part is given; never who the family is."""

from kinfold.web.notices.kinds import NoticeKind

HANDED_OVER = NoticeKind("A family has been handed over to your team", "early_help:handover")
HARM_HANDED_OVER = NoticeKind("Significant harm has been handed over to the MASH", "mash:significant_harm", urgent=True)
OPEN_CASE = NoticeKind("A contact about a child you help has come to the MASH", "mash:open_case", urgent=True)
ACCEPTED = NoticeKind("A handover you made was accepted", "early_help:handover")
REFUSED = NoticeKind("A handover was refused", "early_help:handover")
TAKEN_BACK = NoticeKind("A handover to your team was taken back", "early_help:handovers")
NAMED_LEAD = NoticeKind("You are now a family’s lead professional", "early_help:episode")
COLLEAGUE_LEFT = NoticeKind("A colleague has left. Pass their work on", "record:work_of", urgent=True)
COVER_ARRANGED = NoticeKind("Somebody stands in for a colleague. See who and when", "record:away")
COVER_ENDED = NoticeKind("Somebody no longer stands in for a colleague", "record:away")
CONFLICT_DECLARED = NoticeKind("A colleague knows a family outside work. Pass that work on", "record:conflicts")
PASSED_TO_YOU = NoticeKind("A colleague’s work was passed on to you", "record:tray")
PASSED_FROM_YOU = NoticeKind("Some of your work was passed on to colleagues", "record:tray")
NO_LONGER_LEAD = NoticeKind("A family you led has a new lead professional", "early_help:families")
