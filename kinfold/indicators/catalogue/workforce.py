"""Indicators of the workforce: training, development, audits of compliance, and allegations against staff."""

from kinfold.indicators.engine.definition import Indicator, Rule
from kinfold.indicators.engine.words import Expression, _

STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority 7"
_ANNUAL_REPORT = "Portsmouth Safeguarding Children Partnership, Annual Report 2019-20, dataset"
_ATTENDED = _.attended == "Y"
_ONE_A_PLACE = "Somebody who attends two courses is counted twice."


def _attendees(key: str, title: str, condition: Expression, words: str, *names: str, note: str = "") -> Indicator:
    return Indicator(
        key=f"training.{key}",
        title=title,
        counts="attendees",
        of="course_places",
        dated_by=_.held_on,
        numerator=Rule(words, condition),
        better="higher",
        source=STRATEGY if names[0].startswith("safeguarding") else _ANNUAL_REPORT,
        reported_in=names,
        note=f"{note} {_ONE_A_PLACE}".strip(),
    )


multi_agency = _attendees(
    "multi_agency",
    "Attendees at the partnership’s multi-agency training",
    _ATTENDED & _.kind.isin("multi_agency", "workshop", "conference"),
    "Somebody attended a multi-agency course, workshop or conference",
    "safeguarding 7.1a",
    note="Workshops and conferences are multi-agency, and counted.",
)
single_agency = _attendees(
    "single_agency",
    "Attendees at single-agency, bespoke or INSET training",
    _ATTENDED & _.kind.isin("single_agency", "bespoke", "inset"),
    "Somebody attended a course for one agency, made to order, or on a school’s INSET day",
    "safeguarding 7.1b",
)
restorative = _attendees(
    "restorative",
    "Attendees at restorative practice training",
    _ATTENDED & (_.restorative == "Y"),
    "Somebody attended a course on restorative practice, of whatever kind",
    "safeguarding 7.1c",
    note="They are among those at multi-agency and single-agency training too.",
)

SECTORS = {
    "portsmouth_city_council": ("Portsmouth City Council", "a"),
    "solent_nhs_trust": ("Solent NHS Trust", "b"),
    "portsmouth_hospitals_trust": ("Portsmouth Hospitals University NHS Trust", "c"),
    "hampshire_constabulary": ("Hampshire and Isle of Wight Constabulary", "d"),
    "education": ("schools and colleges", "e"),
    "early_years": ("early years settings", "f"),
}
by_sector = tuple(
    _attendees(
        f"from_{sector}",
        f"Attendees from {name} at the partnership’s training",
        _ATTENDED & (_.sector == sector),
        f"Somebody from {name} attended a course of any kind",
        f"safeguarding 7.2{letter}",
    )
    for sector, (name, letter) in SECTORS.items()
)
delegates = _attendees(
    "delegates",
    "Delegates at the partnership’s courses",
    _ATTENDED,
    "Somebody attended a course of any kind",
    "dataset AR.19",
)

courses = Indicator(
    key="training.courses",
    title="Multi-agency courses run",
    counts="courses",
    of="course_runs",
    dated_by=_.held_on,
    numerator=Rule(
        "A multi-agency course, workshop or conference was held",
        _.kind.isin("multi_agency", "workshop", "conference"),
    ),
    better="higher",
    source=_ANNUAL_REPORT,
    reported_in=("dataset AR.19",),
    note="A course held twice is two.",
)

development = Indicator(
    key="workforce.organisations_supported",
    title="Organisations that were given organisational development support",
    counts="organisations",
    of="development_support",
    dated_by=_.given_on,
    numerator=Rule("The partnership supported the organisation", _.given_on.notnull()),
    better="higher",
    source=STRATEGY,
    reported_in=("safeguarding 7.3",),
)

compact_audits = Indicator(
    key="workforce.compact_audits_on_time",
    title="Services that returned the Compact Audit on time",
    counts="services asked",
    of="compact_audits",
    dated_by=_.due_on,
    denominator=Rule("The service’s audit was due, and the day it was due is over", _.due_on <= _.known_to),
    numerator=Rule("It was returned by that day", _.returned_on <= _.due_on),
    better="higher",
    source=STRATEGY,
    reported_in=("safeguarding 7.4",),
)

send_training = Indicator(
    key="workforce.send_training",
    title="Staff who work with children with special educational needs and have taken the online training",
    counts="staff",
    of="staff",
    denominator=Rule("The member of staff works with such children", _.works_with_send == "Y"),
    numerator=Rule("They had taken the training by then", _.send_training_on <= _.on_day),
    breakdowns=("agency",),
    better="higher",
    source="Children’s Trust Plan 2020-23, Priority Six",
    reported_in=("trust-plan 6.13",),
)


def _allegations(key: str, title: str, condition: Expression, words: str, number: str) -> Indicator:
    return Indicator(
        key=f"allegations.{key}",
        title=title,
        counts="allegations",
        of="allegations",
        dated_by=_.received_on,
        numerator=Rule(words, condition),
        better="neither",
        source=STRATEGY,
        reported_in=(number,),
        note="More allegations can mean more harm, or staff who know whom to tell.",
    )


allegations = _allegations(
    "all",
    "Allegations against people who work with children",
    _.received_on.notnull(),
    "The Local Authority Designated Officer (LADO) was told of an allegation",
    "safeguarding 7.5",
)
ALLEGED_IN = {
    "schools": ("schools", "a"),
    "social_care": ("social care", "b"),
    "foster_carers": ("foster care", "c"),
    "police": ("the police", "d"),
    "health": ("health services", "e"),
    "voluntary": ("voluntary organisations", "f"),
}
allegations_by_sector = tuple(
    _allegations(
        sector,
        f"Allegations against people who work in {name}",
        _.sector == sector,
        f"The person alleged against works in {name}",
        f"safeguarding 7.6{letter}",
    )
    for sector, (name, letter) in ALLEGED_IN.items()
)

INDICATORS = (
    multi_agency,
    single_agency,
    restorative,
    *by_sector,
    courses,
    delegates,
    development,
    compact_audits,
    send_training,
    allegations,
    *allegations_by_sector,
)
