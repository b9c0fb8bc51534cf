"""What holds for every filling-in of a form; each docstring is the message that a person reads."""

from kinfold.practice.forms import FormDefinition, Question
from kinfold.web.access.permissions import Permission
from kinfold.web.questionnaires.models import Response

PERMISSION_OF_FORM = {
    "family_support_conversation": Permission.CONVERSATION_HOLD,
    "plan_review": Permission.REVIEW_HOLD,
}


def qu1_is_not_complete(response: Response) -> bool:
    """This form is complete. What was said then stays as it was said."""
    return response.completed_at is None


def qu2_asks_this_voice(question: Question, voice: str) -> bool:
    """This question does not ask that person."""
    return voice in (question.voices or ("",))


def unanswered(form: FormDefinition, answered: set[str]) -> list[Question]:
    """Questions that must have an answer, from at least one of the voices they ask, and have none."""
    return [question for question in form.questions if question.required and question.key not in answered]
