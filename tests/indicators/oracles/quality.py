"""Graded audits, children's answers, and reviews."""

from collections.abc import Iterator

from tests.indicators.oracles.asked import Asked, Noted, Oracle, dated, of_child, opened, where

OF_CHILDREN = ("local_child_safeguarding_practice_review", "national", "thematic")


def graded(kind: str) -> Oracle:
    def of_that_kind(asked: Asked) -> Iterator[Noted]:
        for row, _ in dated(asked, "audits", "audited_on"):
            if row["kind"] == kind:
                yield Noted(row["audit_id"], where(asked, row), row["grade"] in ("good", "outstanding"))

    return of_that_kind


def wellbeing(asked: Asked) -> Iterator[Noted]:
    for row, on in dated(asked, "survey_answers", "answered_on"):
        if row["survey"] == "wellbeing_in_care":
            yield Noted(row["answer_id"], of_child(asked, row["person_id"], on), adds=row["score"])  # type: ignore[arg-type]


def published(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "learning_reviews", "published_on"):
        if row["kind"] in OF_CHILDREN:
            yield Noted(row["review_id"], {})


def ongoing(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "learning_reviews"):
        if row["kind"] in OF_CHILDREN:
            yield Noted(row["review_id"], {})


def meetings(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "learning_reviews", "started_on"):
        if row["kind"] == "reflective_practice_meeting":
            yield Noted(row["review_id"], {})


ORACLES: dict[str, Oracle] = {
    "audits.assessments_good": graded("assessment"),
    "audits.plans_good": graded("plan"),
    "audits.care_plans_good": graded("care_plan"),
    "audits.pathway_plans_good": graded("pathway_plan"),
    "audits.health_assessments_good": graded("health_assessment"),
    "audits.ehc_plans_good": graded("ehcp"),
    "voice.wellbeing_in_care": wellbeing,
    "learning.reviews_published": published,
    "learning.reviews_ongoing": ongoing,
    "learning.reflective_meetings": meetings,
}
