"""What the city is like: the partnership's published picture of 2019-20, and the invented proportions that fill it in.

Figures marked *published* are the annual report's. All others are chosen so that the city behaves like a place, and
describe nobody. See docs/decisions/0020.
"""

from dataclasses import dataclass

from kinfold.practice.wards import WARDS as published

CHILDREN = 41_639
"""Aged 0 to 17, published. A city of another size keeps every rate."""

AGE_BANDS = ((0, 4, 12_087), (5, 9, 12_528), (10, 14, 11_189), (15, 17, 5_835))
"""First age, last age, children: published."""


@dataclass(frozen=True)
class Ward:
    """`share` of the city's children, invented."""

    name: str
    share: float

    @property
    def poverty(self) -> float:
        """The share of its children in poverty after housing costs, published."""
        return published.percent[self.name] / 100


WARDS = (
    Ward("Baffins", 7.0),
    Ward("Central Southsea", 6.0),
    Ward("Charles Dickens", 12.0),
    Ward("Copnor", 7.0),
    Ward("Cosham", 7.0),
    Ward("Drayton & Farlington", 6.5),
    Ward("Eastney & Craneswater", 5.5),
    Ward("Fratton", 8.0),
    Ward("Hilsea", 7.0),
    Ward("Milton", 6.5),
    Ward("Nelson", 7.5),
    Ward("Paulsgrove", 9.0),
    Ward("St Jude", 4.5),
    Ward("St Thomas", 6.5),
)
WARD_NAMES = tuple(ward.name for ward in WARDS)

# Published: 75% of school-age children are White British, 18% do not have English as a first language.
ETHNICITIES = {
    "WBRI": 75.0, "WIRI": 0.4, "WIRT": 0.1, "WOTH": 5.6, "WROM": 0.3, "MWBC": 0.9, "MWBA": 1.2, "MWAS": 1.6,
    "MOTH": 1.5, "AIND": 1.6, "APKN": 0.8, "ABAN": 3.2, "AOTH": 1.7, "BCRB": 0.3, "BAFR": 2.6, "BOTH": 0.4,
    "CHNE": 0.6, "OOTH": 1.6, "NOBT": 0.6,
}  # fmt: skip

OTHER_LANGUAGES = {
    "WOTH": ("pl", "ro", "pl", "bg", "lt", "uk"),
    "WROM": ("rom", "ro"),
    "MOTH": ("pt", "ar", "fr"),
    "MWBA": ("fr", "en", "en"),
    "MWAS": ("en", "en", "bn"),
    "AIND": ("ml", "hi", "pa"),
    "APKN": ("ur", "pa"),
    "ABAN": ("bn",),
    "AOTH": ("tl", "ta", "ku"),
    "BAFR": ("fr", "yo", "so", "en"),
    "BOTH": ("fr", "en"),
    "CHNE": ("zh",),
    "OOTH": ("ar", "ku", "ku", "ps"),
}
OTHER_LANGUAGE_SHARE = 0.89
"""Of families whose ethnicity is listed above, those who draw from its languages; the whole city then comes to 18%."""

CHILDREN_IN_FAMILY = (0.27, 0.41, 0.20, 0.08, 0.03, 0.01)
TWINS = 0.015
LEAVES_CITY, COMES_TO_CITY = 0.06, 0.06
"""Shares of families over the whole history: about one in a hundred each year."""
DEATHS_A_YEAR = 11
"""Child deaths notified, published."""
KNOWN_BEFORE_BIRTH = 66
"""Unborn children whom services know of on any day."""

COUPLE, MOTHER_ALONE, FATHER_ALONE, GRANDPARENT = range(4)
HOUSEHOLDS = (0.66, 0.29, 0.03, 0.02)
SEPARATES, STEP_PARENT, FATHER_UNKNOWN = 0.07, 0.16, 0.22

SEN_SUPPORT, EHC_PLAN = 0.13, 0.043
DISABLED = 0.035
ASKED_OF_DISABILITY = 0.6
"""Of the other children, the share of whom it is recorded that they have none: invented."""
CONFIDENTIAL_ADDRESS = 1 / 250

POVERTY_NEED = 3.0
"""How much more often a family in poverty comes to notice, other things equal."""
