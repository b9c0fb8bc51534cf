"""Training, development, compliance and allegations."""

from collections.abc import Callable, Iterator

from tests.indicators.oracles.asked import Asked, Noted, Oracle, dated, day, opened, where
from tests.indicators.partnerships.chance import Row

TOGETHER = ("multi_agency", "workshop", "conference")


def attended(asked: Asked, holds: Callable[[Row], bool] = lambda row: True) -> Iterator[Noted]:
    for row, _ in dated(asked, "course_places", "held_on"):
        if row["attended"] == "Y" and holds(row):
            yield Noted(row["place_id"], {})


def courses(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "course_runs", "held_on"):
        if asked.one("courses", "course_id", row["course_id"]).get("kind") in TOGETHER:
            yield Noted(row["run_id"], {})


def supported(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "development_support", "given_on"):
        yield Noted(row["organisation"], {})


def compact_audits(asked: Asked) -> Iterator[Noted]:
    for row, due in dated(asked, "compact_audits", "due_on"):
        if due <= asked.known_to:
            yield Noted(row["return_id"], {}, row["returned_on"] is not None and day(row["returned_on"]) <= due)


def send_training(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "staff"):
        if row["works_with_send"] == "Y":
            trained = row["send_training_on"]
            yield Noted(
                row["member_id"], where(asked, row), trained is not None and day(trained) <= asked.period.last_day
            )


def allegations(asked: Asked, sector: str = "") -> Iterator[Noted]:
    for row, _ in dated(asked, "allegations", "received_on"):
        if sector in ("", row["sector"]):
            yield Noted(row["allegation_id"], {})


def _from(sector: str) -> Oracle:
    return lambda asked: attended(asked, lambda row: row["sector"] == sector)


def _alleged_in(sector: str) -> Oracle:
    return lambda asked: allegations(asked, sector)


ORACLES: dict[str, Oracle] = {
    "training.multi_agency": lambda asked: attended(asked, lambda row: row["kind"] in TOGETHER),
    "training.single_agency": lambda asked: attended(
        asked, lambda row: row["kind"] in ("single_agency", "bespoke", "inset")
    ),
    "training.restorative": lambda asked: attended(asked, lambda row: row["restorative"] == "Y"),
    "training.from_portsmouth_city_council": _from("portsmouth_city_council"),
    "training.from_solent_nhs_trust": _from("solent_nhs_trust"),
    "training.from_portsmouth_hospitals_trust": _from("portsmouth_hospitals_trust"),
    "training.from_hampshire_constabulary": _from("hampshire_constabulary"),
    "training.from_education": _from("education"),
    "training.from_early_years": _from("early_years"),
    "training.courses": courses,
    "training.delegates": attended,
    "workforce.organisations_supported": supported,
    "workforce.compact_audits_on_time": compact_audits,
    "workforce.send_training": send_training,
    "allegations.all": allegations,
    "allegations.schools": _alleged_in("schools"),
    "allegations.social_care": _alleged_in("social_care"),
    "allegations.foster_carers": _alleged_in("foster_carers"),
    "allegations.police": _alleged_in("police"),
    "allegations.health": _alleged_in("health"),
    "allegations.voluntary": _alleged_in("voluntary"),
}
