"""What a family is asked where it opens its own plan, and how it is answered."""

from kinfold.web.core.forms import GovukForm, HiddenField, LongTextField, TextField


class FamilyCodeForm(GovukForm):
    code = TextField(
        label="What is your code?", hint="Six numbers. Your worker gave it to you.", missing="Enter your code",
        width="5", max_length=20,
    )  # fmt: skip


class WrongForm(GovukForm):
    words = LongTextField(
        label="What is wrong, or missing?", hint="Your worker reads it and answers you here.", rows=4,
        max_length=4000, missing="Write what is wrong",
    )  # fmt: skip


class AnswerForm(GovukForm):
    answer = LongTextField(
        label="What did you do?", hint="The family reads this. Write it as you would say it to them.", rows=5,
        max_length=4000, missing="Write what you did",
    )  # fmt: skip
    version = HiddenField(required=False)


class SignForm(GovukForm):
    written_name = TextField(
        label="Write your name to sign", hint="It says that you have read the plan, and that it is what you agreed.",
        missing="Write your name to sign", max_length=200,
    )  # fmt: skip
