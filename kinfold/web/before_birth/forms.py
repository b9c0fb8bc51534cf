"""Preparing for a birth: wording and validation."""

from typing import Any

from kinfold.practice.code_lists import code_list
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    GovukForm,
    HiddenField,
    LongTextField,
    TelephoneField,
    TextField,
)

TALK, MIDWIFE, PLAN = "talk", "midwife", "plan"


class BirthForm(GovukForm):
    says_optional = False

    what = ChoiceField(
        label="What do you want to record?",
        choices=[
            Choice(TALK, "A conversation with the family", reveals=["topic", "with_whom", "held_on", "words"]),
            Choice(PLAN, "The plan before the birth", reveals=["plan", "plan_words", "plan_on"]),
            Choice(MIDWIFE, "The midwife", reveals=["midwife", "telephone", "hospital"]),
        ],
        missing="Choose what you want to record",
    )
    topic = ChoiceField(label="What did you talk about?", missing="Choose what you talked about")
    with_whom = ChoicesField(label="With whom?", missing="Choose with whom you talked")
    held_on = DateField(label="When?", must_be="today_or_past", missing="Enter the day you talked")
    words = LongTextField(label="What did they say?", hint="Where the baby will sleep, who helps at night.",
                          required=False, rows=3, max_length=2000)  # fmt: skip
    plan = ChoiceField(label="Which plan holds at the birth?", missing="Choose which plan it is")
    plan_words = LongTextField(label="What happens at the birth and in the first days?", rows=5, max_length=4000,
                               hint="Who does what, whom the hospital rings, who may visit, where the baby goes home.",
                               missing="Say what happens at the birth and in the first days")  # fmt: skip
    plan_on = DateField(label="Since when is it in place?", must_be="today_or_past", missing="Enter the day")
    midwife = TextField(label="Name of the midwife", missing="Enter the midwife’s name")
    telephone = TelephoneField(label="Telephone of the midwife", required=False)
    hospital = TextField(label="Where is the birth planned?", hint="The hospital, or at home.", required=False)
    version = HiddenField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, listed in (("topic", "birth_talk"), ("with_whom", "birth_talk_with"), ("plan", "birth_plan")):
            self.fields[name].offer([(code.code, code.label) for code in code_list(listed, self.today)])
