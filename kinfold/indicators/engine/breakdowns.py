"""The groups of each breakdown, in the order in which a table shows them, and how a row finds its group."""

from kinfold.practice import code_lists
from kinfold.practice.wards import WARDS

NOT_RECORDED = "not recorded"

# The bands of the published population, so that a rate can be given for each; a child has a band on every day.
AGE_BANDS: tuple[tuple[str, int, int], ...] = (("0-4", 0, 4), ("5-9", 5, 9), ("10-14", 10, 14), ("15-17", 15, 17))
UNBORN, GROWN_UP = "unborn", "18 and over"

# The census's five groups, as the Office for National Statistics has had them since 2011 (Chinese within Asian).
ETHNIC_GROUPS: dict[str, tuple[str, ...]] = {
    "White": ("WBRI", "WIRI", "WIRT", "WROM", "WOTH"),
    "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "CHNE", "AOTH"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "Other": ("OOTH",),
    "Not stated": ("REFU", "NOBT"),
}

DISABLED, NOT_DISABLED = "disabled", "not disabled"

BREAKDOWNS: dict[str, str] = {
    "ward": "Ward",
    "deprivation": "Deprivation of the ward",
    "agency": "Agency",
    "age_band": "Age",
    "sex": "Sex",
    "ethnicity": "Ethnic group",
    "disability": "Disability",
    "tier": "Tier",
}

# What most indicators of children are broken down by: who they are, and where they live.
OF_THE_CHILD = ("age_band", "sex", "ethnicity", "disability")
OF_THE_PLACE = ("ward", "deprivation")
OF_PLACE_AND_CHILD = (*OF_THE_PLACE, *OF_THE_CHILD)
# The population is published by these alone, so a rate has no others.
OF_THE_POPULATION = (*OF_THE_PLACE, "age_band")


def known_groups(by: str, agencies: tuple[str, ...]) -> tuple[str, ...]:
    """Every group that has a figure, nought included. `agencies` are the dataset's own, by name."""
    groups = {
        "ward": tuple(code.code for code in code_lists.code_list("ward")),
        "deprivation": tuple(WARDS.bands),
        "agency": agencies,
        "age_band": (UNBORN, *(name for name, _, _ in AGE_BANDS), GROWN_UP),
        "sex": tuple(code.code for code in code_lists.code_list("sex")),
        "ethnicity": tuple(ETHNIC_GROUPS),
        "disability": (DISABLED, NOT_DISABLED),
        "tier": tuple(code.code for code in code_lists.code_list("tier")),
    }[by]
    return (*groups, NOT_RECORDED)


def group_title(by: str, group: str) -> str:
    """A group as a person reads it: M is Male, tier 2 is Tier 2: Additional offer."""
    if group == NOT_RECORDED:
        return "Not recorded"
    if by in ("sex", "tier"):
        return code_lists.labels(by).get(group, group)
    if by == "deprivation":
        return f"Wards with {group} of {WARDS.measure}"
    return group[0].upper() + group[1:]
