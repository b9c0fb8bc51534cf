"""The style guide: every component in every state, names of every kind included, to look at and to test against."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from kinfold.web.core import style_guide_examples as shown
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
    """In a demonstration or while developing; elsewhere the page does not exist. ?form=wrong shows the errors."""
    if not (getattr(settings, "DEMO", False) or settings.DEBUG):
        raise Http404
    if request.method == "POST":  # its form shows how autosave speaks; nothing is kept
        return HttpResponse(status=204)
    return render(request, "style_guide.jinja", examples(with_errors=request.GET.get("form") == "wrong"))


style_guide.permission = "public"  # type: ignore[attr-defined]  # core stands below access, which has the decorator


def examples(*, with_errors: bool) -> dict[str, Any]:
    return {
        "guide_now": shown.NOW,
        "hours": timedelta(hours=1),
        "long_name": shown.LONG_NAME,
        "names": shown.NAMES,
        "form": EveryField(_query(WRONG), now=shown.NOW) if with_errors else EveryField(now=shown.NOW),
        "page_of_many": Paginator(range(5_431), 20).page(7),
        "entries": shown.ENTRIES,
        "board": shown.BOARD,
        "trend": shown.TREND,
        "scores": shown.SCORES,
        "family_promises": shown.FAMILY_PROMISES,
        "service_promises": shown.SERVICE_PROMISES,
    }


def _query(values: dict[str, Any]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, value in values.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return query
