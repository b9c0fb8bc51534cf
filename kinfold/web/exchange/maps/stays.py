"""Why fields that many models share do not travel."""

ROW = {"created_at": "when this database first held the row"}
EDITABLE = {**ROW, "version": "counts edits in this database"}
CORRECTABLE = {
    "recorded_in_error_at": "rows recorded in error are not extracted",
    "recorded_in_error_by": "rows recorded in error are not extracted",
    "recorded_in_error_reason": "rows recorded in error are not extracted",
}


def because(reason: str, *names: str) -> dict[str, str]:
    """The same reason for several fields."""
    return dict.fromkeys(names, reason)
