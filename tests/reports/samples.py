"""A report with every kind of part, and hostile text; its figures are invented for these tests."""

import dataclasses
from datetime import date

from kinfold.reports import (
    ActionProgress,
    Breakdown,
    BreakdownGroup,
    Chapter,
    Comparison,
    DataNotes,
    IndicatorPart,
    Point,
    Remark,
    Report,
    Score,
    StatusSpan,
    Unit,
)

QUARTERS = tuple(f"{year}-{year % 100 + 1}-Q{quarter}" for year in (2022, 2023, 2024) for quarter in (1, 2, 3, 4))
CONTACTS = Unit(kind="count", counts="contacts")
PER_10_000 = Unit(kind="rate", counts="children with a plan", of="children aged 0 to 17", per=10_000)
SHARE = Unit(kind="share", counts="decisions made in time", of="decisions")

RIGHT_TO_LEFT = "ليلى حسن عبد الله"
EMOJI = "👩‍👧‍👦🎉"
FORMULA = '=HYPERLINK("http://example.invalid","click")'
MARKUP = '<script>alert("1")</script>&lt;b&gt;'
OVERRIDE = "safe\u202etxt.exe\u0000\u001b[31m\ud800"
LONG = "W" * 10_000


def points(
    *values: float | None, periods: tuple[str, ...] = QUARTERS, missing: str = "suppressed"
) -> tuple[Point, ...]:
    return tuple(
        Point(period=period, value=value, status="shown" if value is not None else missing)  # type: ignore[arg-type]
        for period, value in zip(periods, values, strict=False)
    )


def contacts(*values: float | None) -> IndicatorPart:
    return IndicatorPart(
        key="front_door.contacts",
        number="1.2a",
        title="Contacts into the MASH",
        definition="Each child that a contact is about is counted once for that contact.",
        unit=CONTACTS,
        points=points(*(values or (5203, 4711, 5420, 5550, 5602, 4900, 5480, 5390, 5710))),
    )


def by_ward(*wards: str) -> Breakdown:
    return Breakdown(
        by="Ward",
        groups=tuple(
            BreakdownGroup(
                name=ward, points=points(300 + 7 * n, None, 290 + 11 * n, 310 + 5 * n, periods=QUARTERS[5:9])
            )
            for n, ward in enumerate(wards)
        ),
    )


def protection_plans() -> IndicatorPart:
    counted = (262, 251, 243, 240, 229, 219, None, 221, 204)
    return IndicatorPart(
        key="protection.children_with_plan",
        number="1.5",
        title="Children with a child protection plan",
        definition="Children with a plan at the close of the quarter's last day.",
        unit=PER_10_000,
        points=tuple(
            Point(period=period, value=count / 41_639 * 10_000, numerator=count, denominator=41_639)
            if count
            else Point(period=period, value=None, status="suppressed")
            for period, count in zip(QUARTERS, counted, strict=False)
        ),
        comparisons=(
            Comparison(
                title="An invented neighbour",
                period="2022-23",
                value=43.2,
                unit=PER_10_000,
                source="An invented table",
                ours=Point(period="2023-24", value=49.0, numerator=204, denominator=41_639),
            ),
            Comparison(
                title="An invented city's children",
                period="2018-19",
                value=7_676,
                unit=Unit(kind="count", counts="children"),
                source="An invented report, page 4",
                comparable=False,
                why_not="counted in another way",
            ),
        ),
        better="lower",
    )


def in_time() -> IndicatorPart:
    return IndicatorPart(
        key="front_door.in_time",
        number="",
        title="Decisions made within one working day",
        definition="Of contacts whose deadline has passed.",
        unit=SHARE,
        points=(
            Point(period=QUARTERS[6], value=None, status="not_covered"),
            Point(period=QUARTERS[7], value=91.25, numerator=4918, denominator=5390),
            Point(period=QUARTERS[8], value=93.149, numerator=5319, denominator=5710),
        ),
        better="higher",
    )


def report(**changes: object) -> Report:
    wards = ("Baffins", "Charles Dickens", "Copnor", "Drayton & Farlington", "Eastney & Craneswater", "St Thomas")
    whole = {
        "title": "Priority 1: Early identification and effective early support",
        "subject": "Priority 1 of an invented strategy",
        "board": "Early Help Board",
        "period": "2024-25-Q1",
        "marking": "OFFICIAL-SENSITIVE",
        "circulation": ("Early Help Board members", "Partnership business unit"),
        "author": "Partnership analyst",
        "prepared_on": date(2024, 7, 19),
        "published_on": date(2024, 7, 26),
        "signed_off_by": "Early Help Manager",
        "indicators": (
            dataclasses.replace(contacts(), breakdowns=(by_ward(*wards),)),
            protection_plans(),
            in_time(),
        ),
        "actions": actions(),
        "going_well": (
            Remark(
                text="Schools send fuller contacts since spring.\n\nFamilies say the first call is kinder.",
                author="Head of Early Help",
                written_on=date(2024, 7, 15),
            ),
        ),
        "needs_to_improve": (
            Remark(text="Reviews are late in two teams.", author="Head of Early Help", written_on=date(2024, 7, 16)),
        ),
        "notes": DataNotes(
            as_at=date(2024, 7, 8),
            lag="Contacts whose deadline has not passed are left out of the shares.",
            suppression="Numbers from 1 to 5 are hidden, and others where they would give a hidden number back.",
            further=("Children are counted once however many contacts are about them.",),
        ),
    }
    return Report(**(whole | changes))  # type: ignore[arg-type]


def in_chapters() -> Report:
    """Fourteen indicators, and more actions than have room for a heading each."""
    many = [dataclasses.replace(contacts(), number=f"1.{n}", under="Early help") for n in range(2, 13)]
    early = [dataclasses.replace(contacts(), breakdowns=(by_ward("Baffins", "Copnor"),), under="Early help"), *many]
    under_way = [dataclasses.replace(action, under="Plans") for action in actions()] * 3
    remark = Remark(text="It was a hard year.", author="Independent Chair", written_on=date(2024, 7, 15))
    return report(
        period="2023-24",
        indicators=(*early, dataclasses.replace(protection_plans(), under="Protection"), in_time()),
        actions=tuple(under_way),
        going_well=(),
        needs_to_improve=(),
        chapters=(
            Chapter(title="Foreword", remarks=(remark,)),
            Chapter(title="Early help", by_ward=True),
            Chapter(title="Protection"),
            Chapter(title="Plans"),
            Chapter(title="Finance"),
        ),
    )


def actions() -> tuple[ActionProgress, ...]:
    said = (
        ("1.1", "Review and implement the Multi-Agency Early Help strategy", "on_track", "Draft with partners."),
        ("1.2", "Review the Thresholds Document's indicators across all tiers", "complete", "Version 4 is in force."),
        ("1.3", "Embed the Family Support process", "at_risk", "Two schools to join."),
        ("1.4", "Provide training in relational and restorative practice", "on_track", ""),
        ("1.5", "Embed a pathway of support across the first 1001 days", "off_track", "Lead post vacant."),
        ("1.6", "Develop evidence-based interventions in response to local need", "not_started", ""),
    )
    return tuple(
        ActionProgress(
            number=number,
            action=action,
            owner_post="Head of Early Help",
            status=status,  # type: ignore[arg-type]
            note=note,
            updated_on=date(2024, 7, 12) if note else None,
        )
        for number, action, status, note in said
    )


def hostile_report() -> Report:
    """Every text of a report is something that has broken a document somewhere."""
    nasty = f"{FORMULA} {MARKUP} {RIGHT_TO_LEFT} {EMOJI} {OVERRIDE} '; DROP TABLE x; -- {{{{ 7*7 }}}} {{% raw %}}"
    unit = Unit(kind="rate", counts=nasty, of=nasty, per=10_000)
    part = IndicatorPart(
        key="nasty",
        number=FORMULA,
        title=nasty,
        definition=f"{nasty}\n\n{LONG}",
        unit=unit,
        points=points(1, None, 3, periods=(MARKUP, RIGHT_TO_LEFT, FORMULA)),
        comparisons=(
            Comparison(title=nasty, period=nasty, value=1, unit=unit, source=LONG, comparable=False, why_not=nasty),
        ),
        breakdowns=(Breakdown(by=nasty, groups=(BreakdownGroup(name=LONG, points=points(4, periods=(MARKUP,))),)),),
    )
    remark = Remark(text=f"{LONG}\n\n{nasty}\n\n{RIGHT_TO_LEFT}", author=RIGHT_TO_LEFT, written_on=date(2024, 7, 1))
    return report(
        title=nasty,
        board=nasty,
        period=nasty,
        marking=f"OFFICIAL {MARKUP}",
        circulation=(nasty, LONG),
        author=nasty,
        signed_off_by=RIGHT_TO_LEFT,
        indicators=(part,),
        actions=(ActionProgress(number="1", action=nasty, owner_post=nasty, status="at_risk", note=nasty),),
        going_well=(remark,),
        needs_to_improve=(Remark(text=nasty, author=nasty, written_on=date(2024, 7, 1)),),
        notes=DataNotes(as_at=date(2024, 7, 1), lag=nasty, suppression=nasty, further=(nasty,)),
    )


def scores() -> list[Score]:
    given = {"Safety": (3, 5, 7), "School": (4, 4, 4), "Home": (6, 5, 4)}
    voices = (("child", "Maya", 0), ("parent", "Mum", 1), ("professional", "Lead professional", -1))
    return [
        Score(on=on, when=when, domain=domain, voice=voice, who=who, score=marks[place] + more)  # type: ignore[arg-type]
        for place, (on, when) in enumerate(
            ((date(2024, 1, 3), "First conversation"), (date(2024, 2, 14), "Review 1"), (date(2024, 4, 1), "Review 2"))
        )
        for domain, marks in given.items()
        for voice, who, more in voices
    ]


def statuses() -> list[StatusSpan]:
    tier_2, tier_3 = "Family Support (Tier 2)", "Early Help and Prevention (Tier 3)"
    return [
        StatusSpan(title="Looked after", kind="looked_after", started_on=date(2023, 2, 1)),
        StatusSpan(title=tier_2, kind="family_support", started_on=date(2021, 3, 1), ended_on=date(2021, 9, 12)),
        StatusSpan(title=tier_3, kind="early_help", started_on=date(2021, 9, 12), ended_on=date(2022, 2, 12)),
        StatusSpan(
            title="Child protection plan",
            kind="child_protection",
            started_on=date(2022, 8, 1),
            ended_on=date(2023, 5, 1),
        ),
    ]
