"""A child's part in a contact in words: the worries, what was decided, the indicators of need that were chosen."""

from kinfold.practice import code_lists, thresholds
from kinfold.web.mash.models import ContactChild


def worry_words(child: ContactChild) -> str:
    labels = code_lists.labels("worry")
    return ", ".join(labels.get(one.worry, one.worry) for one in child.worries.all()) or "No worry named"


def decision_words(child: ContactChild) -> str:
    if not child.decision:
        return "Not yet decided"
    return code_lists.labels("contact_decision").get(child.decision, child.decision)


def indicator_words(child: ContactChild) -> list[str]:
    """In the version of the Thresholds Document that the decision kept."""
    if not child.indicators_of_need:
        return []
    known = {one.key: one.text for one in thresholds.document_of(child.threshold_version).indicators}
    return [known.get(key, key) for key in child.indicators_of_need]
