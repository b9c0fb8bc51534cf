"""Which form a response was given to, and which question scores what."""

from functools import cache

from kinfold.practice import code_lists
from kinfold.practice.forms import FORMS, FormDefinition
from kinfold.web.questionnaires.models import Answer, Response


def form_of(response: Response) -> FormDefinition:
    """The very version that was filled in, whatever is in force today."""
    return next(form for form in FORMS[response.form_key] if form.version == response.form_version)


def value_of(answer: Answer) -> str | int | None:
    """What was said; None where nothing was, or where it was taken back."""
    return answer.score if answer.score is not None else answer.choice or answer.text or None


@cache
def domain_of_question() -> dict[str, str]:
    """Question ▶ domain. Scores that came from a file name the domain itself."""
    domains = {code.code: code.code for code in code_lists.code_list("score_domain")}
    for versions in FORMS.values():
        for form in versions:
            domains |= {question.key: question.domain for question in form.questions if question.domain}
    return domains
