"""Local programmes: the cohort of police community support officers, consultations, claims."""

from collections.abc import Callable, Iterator

from tests.indicators.oracles.asked import Asked, Noted, Oracle, dated, of_child, where
from tests.indicators.partnerships.chance import Row


def cohort(asked: Asked, holds: Callable[[Row], bool], at_risk_only: bool = True) -> Iterator[Noted]:
    for row, on in dated(asked, "cohort_members", "left_on"):
        if row["cohort"] == "pcso_first" and not (at_risk_only and row["level_at_start"] in (None, "none")):
            yield Noted(row["person_id"], of_child(asked, row["person_id"], on), holds(row))


def graded_from_schools(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "contact_quality", "graded_on"):
        if row["sector"] == "school":
            yield Noted(row["event_id"], where(asked, row), row["grade"] == "good")


def complaints(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "complaints", "received_on"):
        if row["from_sector"] == "school":
            yield Noted(row["complaint_id"], {})


def spared(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "consultations", "held_on"):
        if (row["referral_intended"], row["referral_made"]) == ("Y", "N"):
            yield Noted(row["consultation_id"], where(asked, row))


def claims(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "family_claims", "claimed_on"):
        yield Noted(row["claim_id"], {}, adds=row["amount"])  # type: ignore[arg-type]


ORACLES: dict[str, Oracle] = {
    "pcso.re_referred": lambda asked: cohort(asked, lambda row: row["re_referred_on"] is not None, at_risk_only=False),
    "pcso.risk_ended": lambda asked: cohort(asked, lambda row: row["level_at_end"] == "none"),
    "pcso.risk_low": lambda asked: cohort(
        asked, lambda row: row["level_at_end"] == "low" and row["level_at_start"] in ("medium", "high")
    ),
    "pcso.good_contacts_from_schools": graded_from_schools,
    "pcso.complaints_from_schools": complaints,
    "programmes.referrals_spared": spared,
    "programmes.family_claims": claims,
    "programmes.family_revenue": claims,
}
