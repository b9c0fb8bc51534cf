"""What can be done with records of people where more than the person's own part is touched."""

from kinfold.web.record.actions.cautions import end_caution, record_caution, renew_caution
from kinfold.web.record.actions.merging import agree_to_merge, ask_to_merge, decline_merge, place, undo_merge

__all__ = [
    "agree_to_merge", "ask_to_merge", "decline_merge", "end_caution", "place", "record_caution", "renew_caution",
    "undo_merge",
]  # fmt: skip
