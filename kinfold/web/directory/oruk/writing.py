"""A service as an object of Open Referral UK. Whoever checked it is not named."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

from kinfold.practice import code_lists
from kinfold.web.core.words import in_london
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.directory.opening import Session

VERSION = "HSDS-UK-3.0"
TAXONOMY = UUID("6d3f1a5e-9a0b-4a6e-8b55-3a1d6f0f7c21")  # Kinfold's own list of what services help with
STATUS = {Service.State.OPEN: "active", Service.State.PAUSED: "temporarily closed", Service.State.CLOSED: "defunct"}
BY_REFERRAL, BY_THEMSELVES = "By referral", "Families go there by themselves"


def about() -> dict[str, str]:
    """What the feed's first page says of it."""
    return {
        "version": VERSION,
        "profile": "https://openreferraluk.org/developers/specifications",
        "openapi_url": "https://openreferraluk.org/specifications/3.0/openapi.json",
    }


def brief(row: Service) -> dict[str, Any]:
    """As it stands in a list."""
    return {
        "id": str(row.pk), "name": row.name, "status": STATUS[Service.State(row.state)], "description": row.description,
        "url": row.website or None, "email": row.email or None, "alert": row.alert or None,
        "eligibility_description": row.eligibility or None, "minimum_age": row.minimum_age,
        "maximum_age": row.maximum_age, "fees_description": row.cost_note or None,
        "application_process": BY_REFERRAL if row.takes_referrals else BY_THEMSELVES,
        "assured_date": in_london(row.assured_at).date().isoformat() if row.assured_at else None,
        "last_modified": row.changed_at.isoformat(), "organization": organisation(row.organisation),
    }  # fmt: skip


def whole(row: Service, area: str) -> dict[str, Any]:
    """All of it, as on its own page; ``area`` is the partnership's, where services are."""
    return brief(row) | _further(row, area)


def organisation(row: Organisation) -> dict[str, str]:
    return {"id": str(row.pk), "name": row.name, "description": row.name}


def _further(row: Service, area: str) -> dict[str, Any]:
    schedules = list(_schedules(row))
    return {
        "phones": [{"id": _key(row, "phone"), "number": row.telephone}] if row.telephone else [],
        "schedules": [] if row.place else schedules,
        "service_areas": [{"id": _key(row, "area", ward), "name": ward} for ward in row.wards_in_words],
        "service_at_locations": [_there(row, schedules, area)] if row.place or row.postcode else [],
        "cost_options": [
            {"id": _key(row, "cost"), "option": row.cost_in_words, "amount_description": row.cost_note or None,
             **({"amount": 0, "currency": "GBP"} if row.cost == "free" else {})}
        ] if row.cost else [],
        "attributes": [_attribute(row, code) for code in row.needs],
    }  # fmt: skip


def _there(row: Service, schedules: list[dict[str, Any]], area: str) -> dict[str, Any]:
    address = {"id": _key(row, "address"), "address_1": row.place or row.name, "city": area,
               "state_province": "", "postal_code": row.postcode, "country": "GB",
               "address_type": "physical"}  # fmt: skip
    location = {
        "id": _key(row, "location"), "location_type": "physical", "name": row.place or row.name, "addresses": [address],
        "accessibility": [{"id": _key(row, "access"), "description": row.accessibility}] if row.accessibility else [],
    }  # fmt: skip
    return {"id": _key(row, "there"), "location": location, "schedules": schedules}


def _schedules(row: Service) -> Iterable[dict[str, Any]]:
    """One for each time of day, with the days that share it."""

    def hours(session: Session) -> tuple[str, str]:
        return f"{session.opens:%H:%M}", f"{session.closes:%H:%M}"

    for (opens, closes), together in groupby(sorted(row.sessions, key=hours), key=hours):
        days = ",".join(session.day for session in together)
        yield {"id": _key(row, "schedule", opens, closes), "freq": "WEEKLY", "interval": 1, "byday": days,
               "opens_at": opens, "closes_at": closes, "description": row.opening_note or None}  # fmt: skip


def _attribute(row: Service, code: str) -> dict[str, Any]:
    name = code_lists.labels("family_need").get(code, code)
    term = {"id": str(uuid5(TAXONOMY, code)), "code": code, "name": name, "description": name,
            "taxonomy": "Kinfold: what services help with"}  # fmt: skip
    return {"id": _key(row, "need", code), "link_id": str(row.pk), "link_entity": "service", "taxonomy_term": term}


def _key(row: Service, *part: str) -> str:
    """The same for the same part of the same service, every time."""
    return str(uuid5(row.pk, " ".join(part)))
