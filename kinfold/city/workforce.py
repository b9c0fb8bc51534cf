"""Those who help: agencies, their teams, and the people who work in them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from kinfold.city import names, portrait
from kinfold.city.columns import Tables, codes, every, integers, joined, keys, none, table, texts, yes_no
from kinfold.city.draws import Ints, choose, pick
from kinfold.city.history import DAY
from kinfold.city.population import Population
from kinfold.city.settings import PHASES, SURGERY, Settings
from kinfold.city.teams import AGENCIES, POSTS, TEAMS


@dataclass(frozen=True)
class Workforce:
    """Places: agencies (the named ones, then one for each setting), teams, professionals in order of team and post."""

    city: Population
    settings: Settings
    post: Ints
    team: Ints
    setting: Ints

    @cached_property
    def agency_ids(self) -> pa.StringArray:
        return self.city.ids_of("agencies", self._founded(len(AGENCIES) + len(self.settings)))

    @cached_property
    def team_ids(self) -> pa.StringArray:
        return self.city.ids_of("teams", self._founded(len(TEAMS)))

    @cached_property
    def setting_ids(self) -> pa.StringArray:
        return self.city.ids_of("settings", self._founded(len(self.settings)))

    @cached_property
    def professional_ids(self) -> pa.StringArray:
        return self.city.ids_of("professionals", self._founded(len(self.post)))

    @property
    def agency_names(self) -> list[str]:
        return [*(agency.name for agency in AGENCIES), *self.settings.name]

    @property
    def agency_kinds(self) -> list[str]:
        return [*(agency.kind for agency in AGENCIES), *self.settings.agency_kind]

    def agency(self, name: str) -> int:
        return next(place for place, agency in enumerate(AGENCIES) if agency.key == name)

    def agency_of_setting(self, setting: Ints) -> Ints:
        return np.where(setting >= 0, len(AGENCIES) + setting, -1)

    def in_post(self, *titles: str) -> Ints:
        wanted = [place for place, post in enumerate(POSTS) if post.title in titles]
        return np.flatnonzero(np.isin(self.post, wanted))

    def safeguarding_lead(self) -> Ints:
        """For each setting, its Designated Safeguarding Lead."""
        leads = np.full(len(self.settings), -1)
        chosen = np.flatnonzero(self.setting >= 0)
        leads[self.setting[chosen]] = chosen
        return leads

    def _founded(self, count: int) -> Ints:
        return np.full(count, self.city.history.first * DAY)


def employ(city: Population, settings: Settings) -> Workforce:
    """Posts grow with the city, and no team has fewer than one person in any of its posts."""
    scale = city.size / portrait.CHILDREN
    post, team, setting = [], [], []
    for place, kind in enumerate(POSTS):
        for name in kind.teams:
            count = max(1, round(kind.each_team * scale)) if kind.each_team > 1 else 1
            post += [place] * count
            team += [next(number for number, one in enumerate(TEAMS) if one.name == name)] * count
            setting += [-1] * count
        if kind.each_setting:
            post += [place] * len(settings.teaches)
            team += [-1] * len(settings.teaches)
            setting += list(settings.teaches)
    return Workforce(city, settings, np.array(post), np.array(team), np.array(setting))


def workforce_tables(workforce: Workforce, caseload: Ints) -> Tables:
    city, settings = workforce.city, workforce.settings
    agencies = {
        "agency_id": workforce.agency_ids,
        "name": pa.array(workforce.agency_names),
        "kind": pa.array(workforce.agency_kinds),
    }
    parents = np.array([next((n for n, one in enumerate(TEAMS) if one.name == team.parent), -1) for team in TEAMS])
    teams = {
        "team_id": workforce.team_ids,
        "name": pa.array([team.name for team in TEAMS]),
        "parent_team_id": keys(workforce.team_ids, parents),
        "parent_name": codes([team.name for team in TEAMS], parents),
    }
    details = {
        "team_id": workforce.team_ids,
        "agency_id": keys(workforce.agency_ids, np.array([workforce.agency(team.agency) for team in TEAMS])),
        "service": pa.array([team.service for team in TEAMS]),
    }
    is_school = ~np.isin(settings.phase, (SURGERY,))
    urn = joined(every("9", len(settings)), pa.array(np.char.zfill(np.arange(len(settings)).astype("U5"), 5)))
    schools = {
        "setting_id": workforce.setting_ids,
        "agency_id": keys(workforce.agency_ids, len(AGENCIES) + np.arange(len(settings))),
        "name": pa.array(settings.name),
        "phase": codes(PHASES, settings.phase),
        "ward": codes(portrait.WARD_NAMES, settings.ward),
        "urn": pc.if_else(pa.array(is_school), urn, none(len(settings))),
    }
    return {
        "agencies": table("agencies", agencies),
        "teams": table("teams", teams),
        "team_details": table("team_details", details),
        "settings": table("settings", schools),
        "professionals": table("professionals", _professionals(city, workforce, caseload)),
    }


def _professionals(city: Population, workforce: Workforce, caseload: Ints) -> dict[str, pa.Array]:
    rng = city.draws.stream("professionals")
    count = len(workforce.post)
    title = np.array([post.title for post in POSTS], dtype=object)[workforce.post]
    registered = np.array([post.registered for post in POSTS])[workforce.post]
    holds_cases = np.array([post.holds_cases for post in POSTS])[workforce.post]
    ethnicity = choose(rng, ("WBRI", "WOTH", "BAFR", "AIND", "ABAN", "MOTH"), (80, 6, 6, 3, 3, 2), count)
    first = names.forenames(rng, ethnicity, rng.random(count) < 0.76)
    name = first + " " + names.surnames(rng, ethnicity)
    staff = np.char.add("S", np.char.zfill(np.arange(1, count + 1).astype("U6"), 6)).astype(object)
    number = np.char.add("SW", (900_000 + np.arange(count)).astype("U6")).astype(object)
    number[~registered] = None
    department: NDArray[np.object_] = np.array([*(team.name for team in TEAMS), ""], dtype=object)[workforce.team]
    at_school = workforce.setting >= 0
    department[at_school] = np.array(workforce.settings.name, dtype=object)[workforce.setting[at_school]]
    part_time = np.array([1.0, 0.8, 0.6])[pick(rng, (0.78, 0.14, 0.08), count)]
    return {
        "professional_id": workforce.professional_ids,
        "staff_id": texts(staff),
        "name": texts(name),
        "registration_number": texts(number),
        "job_title": texts(title),
        "caseload": integers(caseload, holds_cases),
        "department": texts(department),
        "full_time_equivalent": pa.array(part_time),
        "agency_worker": yes_no(registered & (rng.random(count) < 0.14)),
    }
