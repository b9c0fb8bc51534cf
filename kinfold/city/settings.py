"""Schools, nurseries, colleges and surgeries, with names that none in Portsmouth has."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Draws, Ints, apportion
from kinfold.city.portrait import WARDS

PHASES = ("nursery", "primary", "secondary", "all_through", "special", "college", "surgery", "independent")
NURSERY, PRIMARY, SECONDARY, ALL_THROUGH, SPECIAL, COLLEGE, SURGERY, INDEPENDENT = range(8)

# Published: one all-through, 48 primary, 10 secondary and 4 special schools; 2 colleges and 5 independent schools.
_COUNTS = {NURSERY: 34, PRIMARY: 48, SECONDARY: 10, ALL_THROUGH: 1, SPECIAL: 4, COLLEGE: 2, SURGERY: 16, INDEPENDENT: 5}
_NAMES = {
    NURSERY: ("Nursery", "Pre-school", "Day Nursery"),
    PRIMARY: ("Primary School", "Primary Academy", "Infant and Junior School"),
    SECONDARY: ("Academy", "School", "Community School"),
    ALL_THROUGH: ("All-through School",),
    SPECIAL: ("Special School", "School"),
    COLLEGE: ("College", "Sixth Form College"),
    SURGERY: ("Surgery", "Medical Practice", "Health Centre"),
    INDEPENDENT: ("House School", "Grange School"),
}
_AGENCY_KINDS = {NURSERY: "early_years", COLLEGE: "college", SURGERY: "health"}
_WORDS_IN_ONE = (
    "Amberjack Avocet Bittern Bladderwrack Brigantine Calico Campion Cockleshell Coralline Cormorant Cowrie "
    "Curlew Cuttle Dabchick Dunlin Eelgrass Egret Fiddler Fulmar Garganey Godwit Goldeneye Greenfinch Guillemot "
    "Gurnard Harebell Heron Hornbeam Kelp Kingfisher Lapwing Limpet Linnet Lugworm Marram Merganser Mudlark "
    "Mullet Nautilus Oarweed Orca Oystercatcher Pelican Periwinkle Petrel Pipefish Pochard Puffin Razorbill "
    "Redshank Ruddock Sablefish Saltwort Sanderling Sandgrouse Scallop Scoter Seaholly Sealavender Shearwater "
    "Shelduck Shoveler Siskin Skimmer Skua Smew Snipe Squill Stonechat Sturgeon Sundew Swift Teal Thrift Tidepool "
    "Turnstone Velvetcrab Wagtail Wheatear Whimbrel Whitebeam Wigeon Willet Wrasse Yellowhammer "
)
_WORDS = _WORDS_IN_ONE.split()


@dataclass(frozen=True)
class Settings:
    """One place each; `by_ward[phase]` gives the setting that families of each ward mostly use."""

    name: tuple[str, ...]
    phase: Ints
    ward: Ints

    def __len__(self) -> int:
        return len(self.name)

    @property
    def agency_kind(self) -> list[str]:
        return [_AGENCY_KINDS.get(int(phase), "school") for phase in self.phase]

    @property
    def teaches(self) -> Ints:
        return np.flatnonzero(self.phase != SURGERY)

    def of_phase(self, phase: int) -> Ints:
        return np.flatnonzero(self.phase == phase)

    def near(self, rng: np.random.Generator, phase: int, ward: Ints) -> Ints:
        """A setting of the phase for each ward given: one in the ward where there is one, else any."""
        choices = self.of_phase(phase)
        roll = rng.random(len(ward))
        chosen = choices[(roll * len(choices)).astype(np.int64)]
        for number in range(len(WARDS)):
            local = choices[self.ward[choices] == number]
            here = np.flatnonzero(ward == number)
            if len(local):
                nearby = here[rng.random(len(here)) < 0.8]
                chosen[nearby] = local[(roll[nearby] * len(local)).astype(np.int64)]
        return chosen


def found_settings(draws: Draws) -> Settings:
    rng = draws.stream("settings")
    shares = [ward.share for ward in WARDS]
    names, phases, wards = [], [], []
    for phase, count in _COUNTS.items():
        words = rng.permutation(_WORDS)[:count]
        endings = _NAMES[phase]
        names += [f"{word} {endings[place % len(endings)]}" for place, word in enumerate(words)]
        phases += [phase] * count
        wards += list(np.repeat(np.arange(len(WARDS)), apportion(count, shares)))
    return Settings(tuple(names), np.array(phases), np.array(wards))
