"""The style guide: every component in every state, names of every kind included, to look at and to test against."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    DateField,
    EmailField,
    FileField,
    GovukForm,
    LongTextField,
    MomentField,
    PasswordField,
    ScaleField,
    SelectField,
    TelephoneField,
    TextField,
    TickField,
    TimeField,
    WholeNumberField,
    YesNoField,
)

NOW = datetime(2026, 5, 6, 13, 20, tzinfo=UTC)
TODAY = date(2026, 5, 6)
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 286
NAMES = ("Amélie O’Shaughnessy-Nwachukwu", "محمد عبد الله الرشيد", "Zoë 🌈", "=SUM(A1:A9)", "<b>Bo</b>")


class EveryField(GovukForm):
    name = TextField(label="First name", missing="Enter the child’s first name", width="20")
    born_on = DateField(label="Date of birth", hint="For example, 31 3 2019", must_be="past")
    happened_at = MomentField(label="When it happened", required=False)
    at = TimeField(label="Time of the visit", hint="For example, 9:30am or 2:30pm")
    worry = LongTextField(
        label="What are you worried about?",
        hint="Say what you saw and heard. Use the child’s own words.",
        max_length=2000,
    )
    parents_told = ChoiceField(
        label="Have you told the parents or carers?",
        choices=[
            Choice("yes", "Yes"),
            Choice("no", "No", hint="You need not tell them if that could put someone at risk", reveals=["who_agreed"]),
        ],
    )
    who_agreed = TextField(label="Who agreed not to tell them?")
    interpreter = YesNoField(label="Is an interpreter needed?")
    needs = ChoicesField(
        label="What would help?",
        choices=[("home", "Help at home"), ("school", "Help at school"), ("none", "None of these")],
        none_of_these="none",
    )
    school = SelectField(label="School", choices=[("1", "Spinnaker Primary"), ("2", "Harbour Academy")])
    safe = ScaleField(label="How safe do you feel at home?", low="Not safe at all", high="Completely safe")
    children = WholeNumberField(label="Children in the home", min_value=0, max_value=20)
    telephone = TelephoneField(label="Your telephone number")
    email = EmailField(label="Your email address", required=False)
    password = PasswordField(label="Password")
    letter = FileField(label="A letter", accepts=(".pdf", ".docx"), required=False)
    agreed = TickField(label="I have talked this over with the family")


WRONG = {
    "name": "",
    "born_on-day": "31",
    "born_on-month": "2",
    "born_on-year": "2031",
    "happened_at-day": "3",
    "happened_at-month": "5",
    "happened_at-year": "2026",
    "at": "teatime",
    "parents_told": "no",
    "who_agreed": "",
    "needs": ["home", "none"],
    "children": "lots",
    "telephone": "ring me",
    "email": "someone",
}


def style_guide(request: HttpRequest) -> HttpResponse:
    """Answers in a demonstration or while developing; elsewhere the page does not exist. ?form=wrong shows the errors."""
    if not (getattr(settings, "DEMO", False) or settings.DEBUG):
        raise Http404
    return render(request, "style_guide.jinja", examples(with_errors=request.GET.get("form") == "wrong"))


style_guide.permission = "public"  # type: ignore[attr-defined]  # core stands below access, which has the decorator


def examples(*, with_errors: bool) -> dict[str, Any]:
    return {
        "guide_now": NOW,
        "hours": timedelta(hours=1),
        "long_name": LONG_NAME,
        "names": NAMES,
        "form": EveryField(_query(WRONG), now=NOW) if with_errors else EveryField(now=NOW),
        "page_of_many": Paginator(range(5_431), 20).page(7),
        "entries": ENTRIES,
        "board": BOARD,
        "trend": TREND,
        "scores": SCORES,
        "family_promises": FAMILY_PROMISES,
        "service_promises": SERVICE_PROMISES,
    }


def _query(values: dict[str, Any]) -> Any:
    from django.http import QueryDict

    query = QueryDict(mutable=True)
    for name, value in values.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return query


ENTRIES = [
    {
        "at": NOW - timedelta(hours=3),
        "title": "Contact from Spinnaker Primary",
        "kind": "Amber",
        "tone": "orange",
        "text": "Maya came in without a coat again and said she had slept at a neighbour’s.\n\n“I didn’t want to go home.”",
        "by": "Designated Safeguarding Lead, Spinnaker Primary",
        "important": True,
        "href": "#contact",
    },
    {
        "at": date(2026, 4, 28),
        "title": "Review of the plan",
        "by": "Lead professional, Early Help North",
        "kind": "Review",
    },
    {
        "at": date(2026, 2, 3),
        "title": "An entry you may not open",
        "hidden_reason": "Health has not shared this with your agency.",
    },
    {"at": date(2026, 1, 14), "title": "Open to Early Help since this day", "kind": "Tier 3", "tone": "teal"},
]
BOARD = [
    {
        "name": "Maya Okafor-Lindqvist",
        "age": "7",
        "rating": None,
        "due_at": NOW + timedelta(hours=23),
        "source": "School",
    },
    {"name": "Two children", "age": "3 and 5", "rating": "red", "due_at": NOW - timedelta(hours=3), "source": "Police"},
    {
        "name": "محمد عبد الله",
        "age": "11",
        "rating": "amber",
        "due_at": NOW + timedelta(hours=2),
        "source": "Health visitor",
    },
    {
        "name": "Zoë 🌈 " + "Featherstonehaugh" * 12,
        "age": "15",
        "rating": "green",
        "due_at": NOW + timedelta(days=2),
        "source": "Family",
    },
]
TREND = [
    {"period": "April to June 2024", "value": 4812},
    {"period": "July to September 2024", "value": 5104},
    {"period": "October to December 2024", "value": None},
    {"period": "January to March 2025", "value": 5402},
    {"period": "April to June 2025", "value": 5688},
]
SCORES = [
    {
        "name": "Maya",
        "points": [
            {"on": date(2026, 1, 14), "score": 3},
            {"on": date(2026, 3, 2), "score": 5},
            {"on": date(2026, 4, 28), "score": 7},
        ],
    },
    {
        "name": "Mum",
        "points": [
            {"on": date(2026, 1, 14), "score": 4},
            {"on": date(2026, 3, 2), "score": 4},
            {"on": date(2026, 4, 28), "score": 7},
        ],
    },
    {"name": "Teacher", "points": [{"on": date(2026, 1, 14), "score": 2}, {"on": date(2026, 4, 28), "score": 6}]},
]
FAMILY_PROMISES = [
    {
        "text": "Get to school by ten to nine, four days out of five",
        "who": "Mum and Maya",
        "due_on": date(2026, 5, 29),
        "href": "#promise",
    },
    {
        "text": "Ring the housing office about the damp",
        "who": "Mum",
        "due_on": date(2026, 4, 30),
        "done_on": date(2026, 4, 22),
    },
]
SERVICE_PROMISES = [
    {
        "text": "Find Maya a place at breakfast club",
        "who": "Spinnaker Primary",
        "due_on": date(2026, 4, 24),
        "href": "#promise",
    },
    {"text": "Visit every other Tuesday after school", "who": "Early Help North"},
]
