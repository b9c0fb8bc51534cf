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
ACCEPT_CONTACT = DeadlineKind(
    key="open_case",
    rule="handover_acceptance",
    words="Accept a contact about a child you help",
    url_name="mash:open_case",
)

KINDS = (ANSWER_HANDOVER, LOOK_AT_HARM, ACCEPT_CONTACT)
