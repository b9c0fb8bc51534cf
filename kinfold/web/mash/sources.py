"""Which code of the census stands for the place that a professional works in."""

import re

from kinfold.web.access.models import User

BY_AGENCY = {
    "school": "2A", "college": "2B", "early_years": "2B", "police": "6", "health": "3D", "housing": "4",
    "probation": "7", "other_authority": "5C", "voluntary": "8", "other": "8",
}  # fmt: skip
BY_COUNCIL_SERVICE = {"social_care": "5A", "mash": "5A", "early_help": "5D", "family_support": "5D", "school": "2B"}
BY_HEALTH_POST = {
    r"\bGP\b|general practitioner": "3A",
    "health visitor": "3B",
    "school nurse": "3C",
    r"\bA&E\b|emergency department": "3E",
}
THE_CHILD = "1C"
ANONYMOUS, NOT_KNOWN, OTHER_COUNCIL_DEPARTMENT = "9", "10", "5B"


def source_of(user: User) -> str:
    """Code list referral_source, from the person's agency, and for the council and health from team and post too."""
    kind = user.agency.kind if user.agency else ""
    if kind == "council":
        services = [BY_COUNCIL_SERVICE[team.service] for team in user.teams if team.service in BY_COUNCIL_SERVICE]
        return services[0] if services else OTHER_COUNCIL_DEPARTMENT
    if kind == "health":
        posts = BY_HEALTH_POST.items()
        return next((code for words, code in posts if re.search(words, user.post, re.IGNORECASE)), BY_AGENCY["health"])
    return BY_AGENCY.get(kind, NOT_KNOWN)
