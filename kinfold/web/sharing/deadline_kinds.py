"""What falls due for somebody who was asked, and for the hub that waits; each by how urgent the contact is."""

from kinfold.web.deadlines.kinds import DeadlineKind

REPLY = {
    urgency: DeadlineKind(
        f"agency_reply_{urgency}", f"agency_reply_{urgency}", "Say what your agency knows", "sharing:asked"
    )
    for urgency in ("red", "amber", "green")
}
"""Of somebody with an account."""
REPLY_AWAITED = {
    urgency: DeadlineKind(
        f"agency_reply_awaited_{urgency}", f"agency_reply_{urgency}", "A reply from an agency", "mash:request"
    )
    for urgency in ("red", "amber", "green")
}
"""The same of somebody who replies by a link: whoever asked looks out for it."""

KINDS = (*REPLY.values(), *REPLY_AWAITED.values())
