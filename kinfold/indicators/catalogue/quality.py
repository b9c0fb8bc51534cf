"""Indicators of quality and learning: graded audits, children's own answers, and reviews of what went wrong."""

from kinfold.indicators.engine.breakdowns import OF_THE_CHILD
from kinfold.indicators.engine.definition import Indicator, Quantity, Rule
from kinfold.indicators.engine.words import Expression, _

_TRUST_PLAN = "Children’s Trust Plan 2020-23, Priority {}"
_GRADED = "The grades are Ofsted’s: outstanding, good, requires improvement, inadequate."


def _good(key: str, what: str, kind: str, priority: str, number: str, extra: str = "") -> Indicator:
    return Indicator(
        key=f"audits.{key}",
        title=f"{what} graded good or outstanding",
        counts="audits",
        of="audits",
        dated_by=_.audited_on,
        denominator=Rule(f"One of the {what.lower()} was audited", _.kind == kind),
        numerator=Rule("It was graded good or outstanding", _.grade.isin("good", "outstanding")),
        breakdowns=("agency",),
        better="higher",
        source=_TRUST_PLAN.format(priority),
        reported_in=(number,),
        note=f"{_GRADED} What is audited is not chosen by chance. {extra}".strip(),
    )


assessments = _good("assessments_good", "Assessments", "assessment", "Two", "trust-plan 2.2")
plans = _good("plans_good", "Plans", "plan", "Two", "trust-plan 2.2")
care_plans = _good("care_plans_good", "Care plans", "care_plan", "Five", "trust-plan 5.1")
pathway_plans = _good("pathway_plans_good", "Pathway plans", "pathway_plan", "Five", "trust-plan 5.1")
health_assessments = _good(
    "health_assessments_good",
    "Health assessments of looked after children",
    "health_assessment",
    "Five",
    "trust-plan 5.4",
)
ehc_plans = _good("ehc_plans_good", "Education, health and care plans", "ehcp", "Six", "trust-plan 6.6")

wellbeing = Indicator(
    key="voice.wellbeing_in_care",
    title="How looked after children say they are",
    counts="answers",
    of="survey_answers",
    dated_by=_.answered_on,
    numerator=Rule("A looked after child answered the survey of wellbeing", _.survey == "wellbeing_in_care"),
    quantity=Quantity("Points from 0 to 10, on average", _.score, "points"),
    breakdowns=OF_THE_CHILD,
    better="higher",
    source=_TRUST_PLAN.format("Five"),
    reported_in=("trust-plan 5.12",),
    note="Those who answer are not all who were asked, and may be happier, or less happy, than the others.",
)

_REVIEWS = "Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset"
_OF_A_CHILD = _.kind.isin("local_child_safeguarding_practice_review", "national", "thematic")


def _reviews(key: str, title: str, dated_by: Expression | None, condition: Expression, words: str) -> Indicator:
    return Indicator(
        key=f"learning.{key}",
        title=title,
        counts="reviews",
        of="learning_reviews",
        dated_by=dated_by,
        numerator=Rule(words, condition),
        better="neither",
        source=_REVIEWS,
        reported_in=("dataset AR.21",),
        note="Serious case reviews became child safeguarding practice reviews in 2019.",
    )


reviews_published = _reviews(
    "reviews_published", "Reviews published", _.published_on, _OF_A_CHILD, "A practice or thematic review was published"
)
reviews_ongoing = _reviews(
    "reviews_ongoing",
    "Reviews under way",
    None,
    _OF_A_CHILD,
    "A practice or thematic review has begun and is not published",
)
reflective_meetings = _reviews(
    "reflective_meetings",
    "Reflective Practice Meetings facilitated",
    _.started_on,
    _.kind == "reflective_practice_meeting",
    "The partnership facilitated a meeting",
)

INDICATORS = (
    assessments,
    plans,
    care_plans,
    pathway_plans,
    health_assessments,
    ehc_plans,
    wellbeing,
    reviews_published,
    reviews_ongoing,
    reflective_meetings,
)
