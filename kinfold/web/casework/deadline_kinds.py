"""What falls due between teams."""

from kinfold.web.deadlines.kinds import DeadlineKind

ANSWER_HANDOVER = DeadlineKind(
    key="handover_acceptance",
    rule="handover_acceptance",
    words="Accept or refuse a family handed over to you",
    url_name="early_help:handover",
)
LOOK_AT_HARM = DeadlineKind(
    key="significant_harm",
    rule="contact_decision",
    words="Decide on significant harm handed over to the MASH",
    url_name="mash:significant_harm",
)
ANSWER_URGENTLY = DeadlineKind(
    key="urgent_handover",
    rule="urgent_handover",
    words="Take up an immediate strategy discussion",
    url_name="early_help:handover",
)
ACCEPT_CONTACT = DeadlineKind(
    key="open_case",
    rule="contact_decision",
    words="Accept a contact about a child you help",
    url_name="mash:open_case",
)

KINDS = (ANSWER_HANDOVER, ANSWER_URGENTLY, LOOK_AT_HARM, ACCEPT_CONTACT)
