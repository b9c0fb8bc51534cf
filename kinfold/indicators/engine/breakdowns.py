"""The groups of each breakdown, in the order in which a table shows them, and how a row finds its group."""

from kinfold.practice import code_lists

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

BREAKDOWNS: dict[str, str] = {
    "ward": "Ward",
    "agency": "Agency",
    "age_band": "Age",
    "sex": "Sex",
    "ethnicity": "Ethnic group",
    "tier": "Tier",
}


def known_groups(by: str, agencies: tuple[str, ...]) -> tuple[str, ...]:
    """Every group that has a figure, nought included. `agencies` are the dataset's own, by name."""
    groups = {
        "ward": tuple(code.code for code in code_lists.code_list("ward")),
        "agency": agencies,
        "age_band": (UNBORN, *(name for name, _, _ in AGE_BANDS), GROWN_UP),
        "sex": tuple(code.code for code in code_lists.code_list("sex")),
        "ethnicity": tuple(ETHNIC_GROUPS),
        "tier": tuple(code.code for code in code_lists.code_list("tier")),
    }[by]
    return (*groups, NOT_RECORDED)


def group_title(by: str, group: str) -> str:
    """A group as a person reads it: M is Male, tier 2 is Tier 2: Additional offer."""
    if group == NOT_RECORDED:
        return "Not recorded"
    if by in ("sex", "tier"):
        return code_lists.labels(by).get(group, group)
    return group[0].upper() + group[1:]
