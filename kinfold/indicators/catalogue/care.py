"""Indicators of children looked after: where they live, who sees them, their health and going home."""

from kinfold.indicators.engine.breakdowns import OF_PLACE_AND_CHILD, OF_THE_CHILD
from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import Expression, _
from kinfold.practice.timescales import TIMESCALES

_ANNUAL_REPORT = "Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset"
_CORPORATE_PARENTING = "Children’s Trust Plan 2020-23, Priority Five"
_LOOKED_AFTER = "The child is looked after"
_VISIT_WITHIN = TIMESCALES["looked_after_visit"].length * 7


def _share(
    key: str, title: str, among: Rule, holds: Rule, source: str, *names: str, better: str = "higher", note: str = ""
) -> Indicator:
    """Of children looked after at the close of a period."""
    return Indicator(
        key=f"looked_after.{key}",
        title=title,
        counts="children",
        of="looked_after_episodes",
        denominator=among,
        numerator=holds,
        breakdowns=OF_PLACE_AND_CHILD,
        better=better,  # type: ignore[arg-type]
        source=source,
        reported_in=names,
        note=note,
    )


many_placements = _share(
    "three_placements",
    "Looked after children who had three placements or more in the year",
    Rule(_LOOKED_AFTER, _.started_on.notnull()),
    Rule("Three or more placements were in force in the twelve months before", _.placements_in_year >= 3),
    "Department for Education, Children looked after in England: placement stability",
    "trust-plan 5.3",
    better="lower",
    note="Stays in hospital, holidays and other short times away are not placements.",
)
settled_placement = _share(
    "settled_two_years",
    "Looked after children in long-term care who have lived in one placement for two years",
    Rule(
        "The child is under 16 and has been looked after for at least two and a half years",
        (_.months_old < 16 * 12) & (_.months_in_care >= 30),
    ),
    Rule("The placement began at least two years before", _.months_in_placement >= 24),
    "Department for Education, Children looked after in England: placement stability",
    "trust-plan 5.3",
)
visited_in_time = _share(
    "visited_in_time",
    f"Looked after children visited within {TIMESCALES['looked_after_visit'].words}",
    Rule(
        f"The child has been looked after for more than {TIMESCALES['looked_after_visit'].words}",
        _.days_in_care > _VISIT_WITHIN,
    ),
    Rule(
        f"The last visit was no more than {TIMESCALES['looked_after_visit'].words} ago",
        _.days_since_visit <= _VISIT_WITHIN,
    ),
    TIMESCALES["looked_after_visit"].source,
    "dataset AR.12",
    note="Visits may be further apart in a settled placement; children for whom that was agreed count as not visited.",
)
good_placements = _share(
    "placements_good",
    "Looked after children in placements that Ofsted grades good or outstanding",
    Rule(
        "Ofsted had graded the provider when the placement began",
        _.ofsted_grade.isin("outstanding", "good", "requires_improvement", "inadequate"),
    ),
    Rule("The grade was good or outstanding", _.ofsted_grade.isin("outstanding", "good")),
    _ANNUAL_REPORT,
    "dataset AR.13",
)
education_plans = _share(
    "education_plans",
    "Looked after children with a Personal Education Plan",
    Rule("The child is looked after and aged 3 to 17", (_.months_old >= 3 * 12) & (_.months_old < 18 * 12)),
    Rule("A Personal Education Plan is in place", _.has_education_plan),
    "Safer Portsmouth Partnership, Young People at Risk",
    "young-people YP.3",
    note="The plan’s target is all of them.",
)

placed_far_away = Indicator(
    key="looked_after.placed_far_away",
    title="Children new to care who were placed over 20 miles from home",
    counts="children",
    of="looked_after_episodes",
    dated_by=_.started_on,
    denominator=Rule(
        "The child came into care, and how far away they were placed is known",
        (_.start_reason == "S") & _.distance_miles.notnull(),
    ),
    numerator=Rule("The first placement was over 20 miles from home", _.distance_miles > 20),
    breakdowns=OF_PLACE_AND_CHILD,
    better="lower",
    source=_ANNUAL_REPORT,
    reported_in=("dataset AR.16",),
)


def _left(key: str, title: str, reasons: tuple[str, ...], words: str, *names: str, note: str = "") -> Indicator:
    return Indicator(
        key=f"looked_after.{key}",
        title=title,
        counts="children",
        of="looked_after_episodes",
        dated_by=_.ceased_on,
        numerator=Rule(words, _.ceased_reason.isin(*reasons)),
        breakdowns=OF_PLACE_AND_CHILD,
        better="neither",
        source=_CORPORATE_PARENTING,
        reported_in=names,
        note=note,
    )


went_home = _left(
    "went_home",
    "Looked after children who went home to their parents or relatives",
    ("E4A", "E4B", "E13"),
    "The child left care to live with parents, or with relatives who do not hold parental responsibility",
    "trust-plan 2.6",
    "trust-plan 5.2",
    note="More is not always better: a child may come back into care.",
)
to_relatives = _left(
    "to_relatives",
    "Looked after children who left care for relatives or friends under a special guardianship order",
    ("E45", "E47"),
    "The child left care for a relative or friend who became their special guardian",
    "trust-plan 5.2",
    note="The plan’s “other family members”: those with an order. Relatives without one are counted as going home.",
)

took_part = Indicator(
    key="looked_after.took_part_in_reviews",
    title="Reviews in which looked after children took part",
    counts="reviews",
    of="looked_after_reviews",
    dated_by=_.held_on,
    denominator=Rule(
        "A review was held of a child aged 4 or over, and how the child took part is recorded",
        _.participation.isin("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"),
    ),
    numerator=Rule(
        "The child came, or gave their views in another way",
        _.participation.isin("PN1", "PN2", "PN3", "PN5", "PN6"),
    ),
    better="higher",
    source=_ANNUAL_REPORT,
    reported_in=("dataset AR.11",),
    note="A child who came and did not give their views, by any means, did not take part.",
)


def _health(key: str, kind: str, what: str) -> Indicator:
    return Indicator(
        key=f"looked_after.{key}",
        title=f"{what} of looked after children done on time",
        counts="health assessments",
        of="health_checks",
        dated_by=_.due_on,
        denominator=Rule(
            "The assessment was due, and the day it was due is over",
            (_.kind_of_check == kind) & (_.due_on <= _.known_to),
        ),
        numerator=Rule("It was completed by that day", (_.status == "Completed") & (_.days_late <= 0)),
        breakdowns=OF_THE_CHILD,
        better="higher",
        source=_CORPORATE_PARENTING,
        reported_in=("trust-plan 5.4",),
    )


initial_health = _health("initial_health_in_time", "initial", "Initial health assessments")
review_health = _health("review_health_in_time", "review", "Review health assessments")

_AGES = {"young": ("17 and 18", (17, 18)), "older": ("19 to 21", (19, 20, 21))}
_WORKING = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")


def _leavers(key: str, title: str, ages: str, holds: Expression, words: str, number: str) -> Indicator:
    words_of_age, counted = _AGES[ages]
    return Indicator(
        key=f"care_leavers.{key}_{ages}",
        title=f"Care leavers aged {words_of_age} {title}",
        counts="birthdays",
        of="care_leaver_birthdays",
        dated_by=_.birthday_on,
        denominator=Rule(f"The young person had left care and turned {words_of_age}", _.age.isin(*counted)),
        numerator=Rule(words, holds),
        breakdowns=("sex", "ethnicity", "disability"),
        better="higher",
        source="Department for Education, Children looked after in England: care leavers",
        reported_in=(number,),
        note="As it was around the birthday. Those not in touch are in the denominator.",
    )


care_leavers = tuple(
    indicator
    for ages in _AGES
    for indicator in (
        _leavers(
            "in_work_or_learning",
            "who are in education, employment or training",
            ages,
            _.activity.isin(*_WORKING),
            "They were in education, employment or training, full or part time",
            "trust-plan 5.8",
        ),
        _leavers(
            "suitably_housed",
            "whose accommodation is suitable",
            ages,
            _.accommodation_suitable == "1",
            "Their accommodation was suitable",
            "trust-plan 5.9",
        ),
    )
)

INDICATORS = (
    visited_in_time,
    good_placements,
    many_placements,
    settled_placement,
    placed_far_away,
    education_plans,
    took_part,
    initial_health,
    review_health,
    went_home,
    to_relatives,
    *care_leavers,
)
