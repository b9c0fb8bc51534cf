"""A stage before the decision: the same questions as the decision's, and nothing is set going."""

from typing import Any

from kinfold.web.core.forms import Choice, ChoicesField, HiddenField
from kinfold.web.mash.actions.staging import SoFar
from kinfold.web.mash.forms.hub.deciding import REVEALS, DecideForm

ENOUGH = "enough"


class StageForm(DecideForm):
    """``later``: the titles of the stages that still come after this one."""

    enough = ChoicesField(label="Is this enough to decide on?", required=False)
    had_read = HiddenField(required=False)

    def __init__(self, *args: Any, later: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {name for names in REVEALS.values() for name in names} | {"on_paper_at", "version"}:
            del self.fields[name]
        for name in ("rating", "why_unmatched"):
            self.fields.pop(name, None)
        self.fields["decision"].label = "What should happen next, as far as you know?"
        self.fields["decision"].offer(Choice(one.value, one.label) for one in self.fields["decision"].options)
        self.fields["rationale"].label = "Why do you think so?"
        if "also" in self.fields:
            self.fields["also"].label = "Record the same for"
        if later:
            said = f"Yes: {' and '.join(later).lower()} {'is' if len(later) == 1 else 'are'} not needed"
            self.fields["enough"].offer([(ENOUGH, said)])
        else:
            del self.fields["enough"]

    @property
    def so_far(self) -> SoFar:
        cleaned = self.cleaned_data
        return SoFar(
            points_to=cleaned["decision"],
            tier=int(cleaned["tier"]),
            rationale=cleaned["rationale"],
            indicators=tuple(cleaned["indicators"]),
            enough=ENOUGH in (cleaned.get("enough") or ()),
        )

    @property
    def seen(self) -> int | None:
        """How many stages stood on the page that this was written beside."""
        said = str(self.cleaned_data.get("had_read") or "")
        return int(said) if said.isdecimal() else None
