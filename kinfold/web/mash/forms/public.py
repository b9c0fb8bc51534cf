"""What a worried person is asked, and what a young person is asked about themselves: few questions, plain words."""

from typing import Any, cast
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import QueryDict

from kinfold.web.core.forms import (
    ChoiceField,
    ChoicesField,
    EmailField,
    GovukForm,
    HiddenField,
    LongTextField,
    TelephoneField,
    TextField,
)
from kinfold.web.mash.telling import Teller, Telling, ToldChild

WORRIES = (
    ("neglect", "Not looked after: food, clothes, a clean home, or left alone"),
    ("physical_abuse", "Hurt or hit"),
    ("emotional_abuse", "Frightened, put down or ignored"),
    ("sexual_abuse", "Touched or used sexually"),
    ("domestic_abuse", "Shouting, fighting or violence at home"),
    ("criminal_exploitation", "Made to do things for somebody, for money, gifts or a gang"),
    ("parental_substance_use", "A parent’s drinking or drugs"),
    ("parental_mental_health", "A parent who is very low or unwell"),
    ("missing", "Going missing"),
    ("other", "Something else, or I am not sure"),
)
"""Codes of the list worry, as somebody would say them who has never read it."""
OF_ONESELF = tuple(
    (code, words.replace("A parent", "My parent").replace("a parent", "my parent")) for code, words in WORRIES
)
SOURCES = (
    ("1A", "Family, or somebody who looks after them"),
    ("1B", "A friend, a neighbour or a childminder"),
    ("1D", "Somebody else"),
)
LONGEST = 5000
THEMSELVES = "The young person told us themselves. Their words are below."


class _ToldForm(GovukForm):
    """``once`` tells one filled-in page from another, so that what is sent twice is one contact."""

    says_optional = False

    once = HiddenField()
    again = HiddenField(required=False)  # the page has asked once whether a person sends it

    def __init__(self, data: Any = None, **options: Any) -> None:
        options.setdefault("initial", {"once": str(uuid4())})
        super().__init__(data, **options)

    @property
    def can_be_reached(self) -> bool:
        """By what they wrote, also where they gave no name."""
        return bool(self.cleaned_data["safely"])

    def ask_again(self) -> None:
        """A box was filled in that people do not see: by a program, or by a browser that meant well. What a person
        sends again is kept; a child may depend on it."""
        asked = cast("QueryDict", self.data).copy()
        asked["again"] = "yes"
        self.data = asked
        self.add_error(None, "Something filled in a part of this page that you cannot see. If you are a person, press "
                             "the button again and it will reach us.")  # fmt: skip

    @property
    def key(self) -> UUID:
        """Of the page that was filled in."""
        return UUID(self.cleaned_data["once"])

    def clean_once(self) -> str:
        try:
            return str(UUID(self.cleaned_data["once"]))
        except ValueError:
            raise ValidationError("Open the page again, then send it") from None


class WorriedForm(_ToldForm):
    """About somebody else's child, or one's own."""

    child = TextField(
        label="What is the child called?",
        hint="If you do not know, write what you know, like “boy, about 6”",
        missing="Write the child’s name, or what you know of them",
        max_length=200,
    )
    age = TextField(label="How old are they, or when were they born?", required=False, width="20", max_length=40)
    address = LongTextField(
        label="Where do they live?", hint="As much as you know", rows=3, required=False, max_length=500
    )
    school = TextField(label="Do you know their school or nursery?", required=False, max_length=200)
    worries = ChoicesField(
        label="What are you worried about?",
        hint="Choose all that apply",
        choices=WORRIES,
        missing="Choose what you are worried about",
    )
    what_happened = LongTextField(
        label="What did you see or hear?",
        hint="Say when, and who was there, if you can",
        rows=7,
        max_length=LONGEST,
        missing="Write what you saw or heard",
    )
    source = ChoiceField(label="Who are you to the child?", choices=SOURCES, missing="Choose who you are to the child")
    name = TextField(
        label="Your name",
        required=False,
        max_length=200,
        hint="You do not have to say. If you do, we can ask you more, and tell you that we have read it.",
    )
    telephone = TelephoneField(label="Your telephone number", required=False)
    email = EmailField(label="Your e-mail address", required=False)
    safely = TextField(label="When and how can we reach you safely?", required=False, max_length=300)

    @property
    def source_code(self) -> str:
        """Of the code list referral_source."""
        return str(self.cleaned_data["source"])

    @property
    def telling(self) -> Telling:
        said = self.cleaned_data
        child = ToldChild(
            forename=said["child"],
            age=said["age"],
            sex="U",
            address=said["address"],
            school=said["school"],
            worries=tuple(said["worries"]),
        )
        return Telling(purpose="safeguarding", children=(child,), what_happened=_with_reach(said), teller=_teller(said))


class YoungPersonForm(_ToldForm):
    """About oneself. Nothing but what happened must be said."""

    what_happened = LongTextField(
        label="What is happening?",
        hint="Use your own words. You can write as little as you like.",
        rows=7,
        max_length=LONGEST,
        missing="Write something about what is happening",
    )
    worries = ChoicesField(
        label="Is it any of these?", hint="Choose as many as you like, or none", choices=OF_ONESELF, required=False
    )
    name = TextField(label="What is your name?", hint="Your first name is fine", required=False, max_length=200)
    age = TextField(label="How old are you?", required=False, width="5", max_length=40)
    school = TextField(label="Which school or college do you go to?", required=False, max_length=200)
    adults_know = ChoiceField(
        label="Do the adults you live with know that you are telling us?",
        choices=[("yes", "Yes"), ("no", "No, and please do not tell them yet"), ("not_known", "I am not sure")],
        required=False,
    )
    telephone = TelephoneField(label="Is there a number we can ring or text?", required=False)
    email = EmailField(label="Or an e-mail address?", required=False)
    source_code = "1C"

    safely = TextField(
        label="When is it safe to reach you, and how?",
        hint="For example: text me after school, do not ring",
        required=False,
        max_length=300,
    )

    @property
    def telling(self) -> Telling:
        said = self.cleaned_data
        child = ToldChild(
            forename=said["name"] or "A young person",
            age=said["age"],
            sex="U",
            school=said["school"],
            worries=tuple(said["worries"]) or ("other",),
            own_words=said["what_happened"],
        )
        quiet = said["adults_know"] == "no"
        return Telling(
            purpose="safeguarding",
            children=(child,),
            what_happened=_with_reach({**said, "what_happened": THEMSELVES}),
            teller=_teller(said),
            parents_informed=said["adults_know"] or "not_known",
            telling_puts_at_risk=True if quiet else None,
            not_told_reason="The young person asked us not to tell the adults they live with yet." if quiet else "",
        )


def _with_reach(said: dict[str, Any]) -> str:
    """What happened, and how to reach whoever tells it, which the hub must not miss."""
    reach = f"\n\nHow to reach them safely: {said['safely']}" if said["safely"] else ""
    return f"{said['what_happened']}{reach}"


def _teller(said: dict[str, Any]) -> Teller:
    return Teller(name=said["name"], telephone=said["telephone"], email=said["email"])
