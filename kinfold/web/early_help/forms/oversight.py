"""What was talked about in supervision, and decided."""

from kinfold.web.core.forms import DateField, GovukForm, LongTextField


class OversightForm(GovukForm):
    says_optional = False

    held_on = DateField(label="When did you talk?", must_be="today_or_past", missing="Enter the day you talked")
    talked_about = LongTextField(
        label="What did you talk about?", hint="The child’s day, what works, what is a worry.", rows=5, max_length=5000,
        missing="Write what you talked about",
    )  # fmt: skip
    decided = LongTextField(
        label="What did you decide?", hint="Who does what by when. The family may read it.", rows=4, max_length=5000,
        missing="Write what you decided",
    )  # fmt: skip
