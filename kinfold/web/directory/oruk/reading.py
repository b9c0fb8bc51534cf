"""Reading somebody else's feed of Open Referral UK: every service that can be kept, and why the others cannot."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from kinfold.practice import code_lists
from kinfold.web.core.forms.text import clean_line, clean_text, keepable
from kinfold.web.directory import opening
from kinfold.web.directory.models import Service
from kinfold.web.directory.models.services import OLDEST
from kinfold.web.directory.oruk.writing import BY_REFERRAL, STATUS

MOST_SERVICES = 5_000
_STATE = {said: state for state, said in STATUS.items()} | {"inactive": Service.State.PAUSED}
_is_address = URLValidator(schemes=("http", "https"))


class Unreadable(ValueError):
    """The whole file is refused; the message says why, and how to mend it."""


class Wrong(ValueError):
    """This service cannot be kept as it is; the message says what is wrong with it."""


@dataclass(frozen=True)
class Told:
    """``entry`` is what an entry of the directory says, by the names of its columns."""

    key: str
    organisation: str
    entry: Mapping[str, Any]


@dataclass
class Read:
    services: list[Told] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)  # (which service, what is wrong)


def read(content: bytes, area: str) -> Read:
    """A page of services, a list of them, or one; of places in ``area`` it need not be said that they are there.

    Raises :class:`Unreadable`.
    """
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable("The file is not JSON.") from None
    if isinstance(told, dict):
        told = told.get("contents", [told])
    if not isinstance(told, list) or not told or not all(isinstance(one, dict) for one in told):
        raise Unreadable("There is no service in it. It must be a page of services, a list of them, or one service.")
    if len(told) > MOST_SERVICES:
        raise Unreadable(f"There are more than {MOST_SERVICES:,} services. Take them in by parts.")
    found, seen = Read(), set()
    for number, one in enumerate(told, start=1):
        named = _line(one, "name", 200, kept=True) or f"Service {number}"
        try:
            service = _service(one, area)
            if service.key in seen:
                raise Wrong("A service with this id is in the file already")
        except Wrong as wrong:
            found.failed.append((named, str(wrong)))
        else:
            seen.add(service.key)
            found.services.append(service)
    return found


def _service(one: Mapping[str, Any], area: str) -> Told:
    key, name, of = _line(one, "id", 100), _line(one, "name", 200), _object(one, "organization")
    if not key or not name:
        raise Wrong("It has no id" if not key else "It has no name")
    status = _line(one, "status", 40)
    if status not in _STATE:
        raise Wrong(f"Its status is “{status}”, which is none of: {', '.join(_STATE)}")
    there = next(iter(_objects(one, "service_at_locations")), {})
    location = _object(there, "location")
    address = next(iter(_objects(location, "addresses")), {})
    youngest, oldest = _age(one, "minimum_age"), _age(one, "maximum_age")
    if youngest is not None and youngest > OLDEST:
        raise Wrong(f"It is for people over {OLDEST} alone")
    if youngest is not None and oldest is not None and oldest < youngest:
        raise Wrong("Its oldest age is below its youngest")
    hours, note = _hours([*_objects(one, "schedules"), *_objects(there, "schedules")])
    access = next(iter(_objects(location, "accessibility")), {})
    cost, about_cost = _cost(one)
    entry = {
        "name": name, "description": _prose(one, "description", 2000) or name, "state": _STATE[status],
        "alert": _line(one, "alert", 500), "needs": _needs(one), "minimum_age": youngest or None,
        "maximum_age": oldest if oldest is not None and oldest <= OLDEST else None,
        "eligibility": _prose(one, "eligibility_description", 1000), "cost": cost, "cost_note": about_cost,
        "wards": _wards(one), "place": _place(address, name, area),
        "postcode": _postcode(address),
        "opening": opening.kept(hours), "opening_note": note, "accessibility": _prose(access, "description", 1000),
        "takes_referrals": _line(one, "application_process", 2000, kept=True) == BY_REFERRAL,
        "telephone": _line(next(iter(_objects(one, "phones")), {}), "number", 40),
        "email": _checked(one, "email", validate_email, "an e-mail address"),
        "website": _checked(one, "url", _is_address, "the address of a website"),
    }  # fmt: skip
    if not (entry["telephone"] or entry["email"] or entry["website"] or entry["place"]):
        raise Wrong("It gives no way to reach it: no telephone, e-mail, website or place")
    return Told(key, _line(of, "name", 200) or name, entry)


def _text(of: Mapping[str, Any], name: str) -> str:
    value = of.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise Wrong(f"Its {name} is not text")
    return keepable(str(value))


def _line(of: Mapping[str, Any], name: str, longest: int, *, kept: bool = False) -> str:
    """``kept`` cuts what is too long; else it is refused."""
    try:
        said = clean_line(_text(of, name))
    except Wrong:
        if kept:
            return ""
        raise
    if len(said) > longest and not kept:
        raise Wrong(f"Its {name} has {len(said):,} characters, and {longest:,} can be kept")
    return said[:longest]


def _prose(of: Mapping[str, Any], name: str, longest: int) -> str:
    said = clean_text(_text(of, name))
    if len(said) > longest:
        raise Wrong(f"Its {name} has {len(said):,} characters, and {longest:,} can be kept")
    return said


def _object(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = of.get(name)
    return value if isinstance(value, dict) else {}


def _objects(of: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    value = of.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _age(of: Mapping[str, Any], name: str) -> int | None:
    value = of.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 150:
        raise Wrong(f"Its {name} is not an age in years")
    return int(value)


def _checked(of: Mapping[str, Any], name: str, check: Any, what: str) -> str:
    said = _line(of, name, 254)
    try:
        if said:
            check(said)
    except ValidationError:
        raise Wrong(f"Its {name} is not {what}") from None
    return said


def _place(address: Mapping[str, Any], name: str, area: str) -> str:
    first, city = _line(address, "address_1", 250), _line(address, "city", 100)
    if first == name:
        first = ""
    place = first if not city or city in first or city == area else ", ".join(filter(None, (first, city)))
    if len(place) > 300:
        raise Wrong(f"Its address_1 and city have {len(place):,} characters together, and 300 can be kept")
    return place


def _postcode(address: Mapping[str, Any]) -> str:
    """In capitals, which some letters are longer in."""
    return _line({"postal_code": _text(address, "postal_code").upper()}, "postal_code", 15)


def _hours(schedules: list[Mapping[str, Any]]) -> tuple[set[opening.Session], str]:
    """The usual week, and in words what is not every week."""
    sessions: set[opening.Session] = set()
    notes: list[str] = []
    for one in schedules:
        notes.append(_line(one, "description", 500, kept=True))
        every_week = _text(one, "freq") == "WEEKLY" and str(one.get("interval", 1)) in ("1", "1.0", "None", "")
        if every_week:
            sessions |= set(_sessions(one))
    if len(sessions) > opening.MOST_SESSIONS:
        raise Wrong(f"It opens more than {opening.MOST_SESSIONS} times a week")
    return sessions, "; ".join(dict.fromkeys(filter(None, notes)))[:500]


def _sessions(one: Mapping[str, Any]) -> Iterator[opening.Session]:
    opens, closes = (_time(_text(one, name)) for name in ("opens_at", "closes_at"))
    days = [day.strip().upper() for day in _text(one, "byday").split(",")]
    if opens is not None and closes is not None and opens < closes:
        yield from (opening.Session(day, opens, closes) for day in days if day in opening.CODES)


def _time(said: str) -> time | None:
    """On the clock on the wall; a difference from Greenwich that follows it is left out."""
    found = re.match(r"([01]\d|2[0-3]):([0-5]\d)", said)
    return time(int(found[1]), int(found[2])) if found else None


def _needs(one: Mapping[str, Any]) -> list[str]:
    labels = code_lists.labels("family_need")
    spelt = {label.casefold(): code for code, label in labels.items()} | {code: code for code in labels}
    terms = [_object(each, "taxonomy_term") for each in _objects(one, "attributes")]
    said = [spelt.get(_line(term, name, 200, kept=True).casefold()) for term in terms for name in ("code", "name")]
    return list(dict.fromkeys(code for code in said if code))


def _wards(one: Mapping[str, Any]) -> list[str]:
    labels = {label.casefold(): code for code, label in code_lists.labels("ward").items()}
    said = [labels.get(_line(area, "name", 200, kept=True).casefold()) for area in _objects(one, "service_areas")]
    return list(dict.fromkeys(code for code in said if code))


def _cost(one: Mapping[str, Any]) -> tuple[str, str]:
    labels = {label.casefold(): code for code, label in code_lists.labels("service_cost").items()}
    options = _objects(one, "cost_options")
    note = _line(one, "fees_description", 500, kept=True)
    for option in options:
        if (code := labels.get(_line(option, "option", 200, kept=True).casefold())) is not None:
            return code, note
    amounts = [option.get("amount") for option in options]
    known = [amount for amount in amounts if isinstance(amount, int | float) and not isinstance(amount, bool)]
    if not known:
        return "", note
    return ("free" if not any(known) else "paid" if all(known) else "some_pay"), note
