"""What falls due in early help."""

from kinfold.web.deadlines.kinds import DeadlineKind

PLAN_REVIEW = DeadlineKind("plan_review", "plan_review", "Review a Family Support Plan", "early_help:review")

FAMILY_SAYS_WRONG = DeadlineKind(
    "family_says_wrong",
    "family_says_wrong",
    "Answer a family: the plan is wrong",
    "early_help:family_said",
)
SEE_RECORD = DeadlineKind("see_record", "see_record", "Somebody asks to see their record", "early_help:family_said")

OVERSIGHT = DeadlineKind("oversight", "oversight", "Look at a family’s help", "early_help:oversight_of_family")

CONSULTATION = DeadlineKind(
    "consultation", "consultation", "Ask whether they referred the family after all", "early_help:consultation"
)

AFTER_HELP = DeadlineKind("after_help", "after_help", "Ring a family whose help has ended", "early_help:after_help")

WATCH_CONTACT = DeadlineKind(
    "watch_contact", "watch_contact", "Be in touch with a child you keep an eye on", "early_help:watch"
)

KINDS = (OVERSIGHT, PLAN_REVIEW, FAMILY_SAYS_WRONG, SEE_RECORD, CONSULTATION, AFTER_HELP, WATCH_CONTACT)
