"""The agencies and teams of the partnership, and the posts in each team: what there is, before anyone is employed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Agency:
    key: str
    name: str
    kind: str


@dataclass(frozen=True)
class Team:
    name: str
    agency: str
    service: str
    parent: str = ""


@dataclass(frozen=True)
class Post:
    """`each_team` is how many people hold the post in each of its teams, in a city of the published size."""

    title: str
    teams: tuple[str, ...] = ()
    each_team: int = 0
    registered: bool = False
    holds_cases: bool = False
    each_setting: bool = False


AGENCIES = (
    Agency("council", "Portsmouth City Council", "council"),
    Agency("police", "Hampshire Constabulary", "police"),
    Agency("community", "Spithead Community NHS Trust", "health"),
    Agency("hospital", "Harbour Hospitals NHS Trust", "health"),
    Agency("housing", "Halyard Homes", "housing"),
    Agency("probation", "Probation Service", "probation"),
    Agency("voluntary", "Open Harbour Families", "voluntary"),
    Agency("refuge", "Lantern Domestic Abuse Service", "voluntary"),
    Agency("young_people", "Pier Young People's Project", "voluntary"),
    Agency("other_authority", "Neighbouring authorities", "other_authority"),
)

_CHILDREN = "Children, Families and Education"
_EARLY_HELP = ("Early Help North", "Early Help Central", "Early Help South")
_FAMILY_SUPPORT = ("Family Support North", "Family Support Central", "Family Support South")
_ASSESSMENT = ("Assessment and Intervention One", "Assessment and Intervention Two")
_FAMILY_SAFEGUARDING = ("Family Safeguarding North", "Family Safeguarding Central", "Family Safeguarding South")
_CARE = ("Looked After Children", "Through Care")
LOCALITIES = {"early_help": _EARLY_HELP, "family_support": _FAMILY_SUPPORT, "social_care": _FAMILY_SAFEGUARDING}

TEAMS = (
    Team(_CHILDREN, "council", "other"),
    Team("Multi-Agency Safeguarding Hub (MASH)", "council", "mash", _CHILDREN),
    *(Team(name, "council", "early_help", _CHILDREN) for name in _EARLY_HELP),
    *(Team(name, "council", "family_support", _CHILDREN) for name in _FAMILY_SUPPORT),
    *(Team(name, "council", "social_care", _CHILDREN) for name in (*_ASSESSMENT, *_FAMILY_SAFEGUARDING, *_CARE)),
    Team("Safeguarding Children Partnership Business Unit", "council", "business_unit"),
    Team("Neighbourhood Policing", "police", "police"),
    Team("Missing, Exploited and Trafficked", "police", "police"),
    Team("Health Visiting", "community", "health"),
    Team("School Nursing", "community", "health"),
    Team("Maternity Safeguarding", "hospital", "health"),
    Team("Family Workers", "voluntary", "voluntary"),
    Team("Young People's Workers", "young_people", "voluntary"),
)

POSTS = (
    Post("MASH decision-maker", ("Multi-Agency Safeguarding Hub (MASH)",), 14, registered=True),
    Post("MASH manager", ("Multi-Agency Safeguarding Hub (MASH)",), 1, registered=True),
    Post("Early Help practitioner", _EARLY_HELP, 13, holds_cases=True),
    Post("Family support worker", _FAMILY_SUPPORT, 10, holds_cases=True),
    Post("Social worker", (*_ASSESSMENT, *_FAMILY_SAFEGUARDING), 17, registered=True, holds_cases=True),
    Post("Social worker, looked after children", _CARE, 14, registered=True, holds_cases=True),
    Post(
        "Team manager",
        (*_EARLY_HELP, *_FAMILY_SUPPORT, *_ASSESSMENT, *_FAMILY_SAFEGUARDING, *_CARE),
        1,
        registered=True,
    ),
    Post("Partnership analyst", ("Safeguarding Children Partnership Business Unit",), 1),
    Post("Police officer", ("Neighbourhood Policing", "Missing, Exploited and Trafficked"), 12),
    Post("PCSO", ("Neighbourhood Policing",), 16),
    Post("Health visitor", ("Health Visiting",), 40, holds_cases=True),
    Post("School nurse", ("School Nursing",), 15),
    Post("Midwife", ("Maternity Safeguarding",), 6),
    Post("Family worker", ("Family Workers",), 8, holds_cases=True),
    Post("Youth worker", ("Young People's Workers",), 8, holds_cases=True),
    Post("Designated Safeguarding Lead", each_setting=True),
)
