"""Agencies, teams, professionals and settings."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps.stays import ROW

AGENCIES = TableMap("agencies", "access.Agency", {"agency_id": "id", "name": "name", "kind": "kind"})

TEAMS = TableMap(
    "teams",
    "access.Team",
    {"team_id": "id", "name": "name", "parent_team_id": "parent"},
    derived={"parent_name": "(SELECT parent.name FROM access_team parent WHERE parent.id = m.parent_id)"},
)
TEAM_DETAILS = TableMap(
    "team_details",
    "access.Team",
    {"team_id": "id", "agency_id": "agency", "service": "service"},
    adds_to="teams",
)

PROFESSIONALS = TableMap(
    "professionals",
    "access.User",
    {
        "professional_id": "id",
        "staff_id": "staff_number",
        "name": "name",
        "registration_number": "registration_number",
        "job_title": "post",
        "caseload": "caseload",
        "department": "department",
        "full_time_equivalent": "full_time_equivalent",
        "agency_worker": "agency_worker",
    },
    rows="NOT m.system",
)

SETTINGS = TableMap(
    "settings",
    "people.Setting",
    {"setting_id": "id", "agency_id": "agency", "name": "name", "phase": "phase", "ward": "ward", "urn": "urn"},
)

POPULATION = TableMap(
    "population",
    "local.Population",
    {
        "area": "area",
        "age_from": "age_from",
        "age_to": "age_to",
        "year": "year",
        "population": "population",
        "source": "source",
    },
)

LOADS = (
    ModelLoad("access.Agency", (AGENCIES,), stays=ROW),
    ModelLoad("access.Team", (TEAMS, TEAM_DETAILS), stays=ROW),
    ModelLoad(
        "access.User",
        (PROFESSIONALS,),
        computed={"password": "'!'", "is_active": "false"},
        stays={
            **ROW,
            "email": "an account's own",
            "telephone": "an account's own",
            "agency": "the standard gives professionals no agency; their teams have one",
            "last_login": "an account's own",
            "closed_at": "an account's own",
            "system": "named jobs are not professionals",
        },
    ),
    ModelLoad("people.Setting", (SETTINGS,), stays=ROW),
    ModelLoad("local.Population", (POPULATION,), computed={"id": "uuid()"}, stays=ROW),
)
