"""What holds for every contact that is sent to the hub; each docstring is the message that a person reads."""

from collections.abc import Sequence
from datetime import datetime

from kinfold.web.access.models import Agency
from kinfold.web.mash.telling import Telling, ToldChild

PUBLIC_SOURCES = ("1A", "1B", "1C", "1D")  # of the code list referral_source: individuals

LAWFUL_BASES = {
    "safeguarding": (
        "To keep a child safe. The law lets agencies share this without the family's agreement: Children Act 1989 "
        "sections 17 and 47, Children Act 2004 section 11, UK GDPR articles 6(1)(e) and 9(2)(g), and Data Protection "
        "Act 2018 schedule 1 paragraph 18."
    ),
    "support": (
        "To offer a family help that they agreed to ask for. Agencies do this as their public task: Children Act 2004 "
        "section 10, UK GDPR articles 6(1)(e) and 9(2)(h). The family's agreement is to take part, and they may change "
        "their mind at any time."
    ),
}


def lawful_basis(purpose: str) -> str:
    """Why the law lets the hub hold this: it follows from the purpose, and nobody is asked for it."""
    return LAWFUL_BASES[purpose]


def mc1_names_a_child(children: Sequence[ToldChild]) -> bool:
    """Tell us about at least one child: a name, or when a baby is due, or what you know of them."""
    return bool(children) and all(child.is_named for child in children)


def mc2_says_the_worry(children: Sequence[ToldChild]) -> bool:
    """Say what you are worried about for each child."""
    return all(child.worries for child in children)


def mc3_says_what_happened(telling: Telling) -> bool:
    """Say what happened, what you saw, or what you were told."""
    return bool(telling.what_happened.strip())


def mc4_support_is_agreed(telling: Telling) -> bool:
    """Asking for help needs the family's agreement. Talk with them first. If you think a child is being harmed or may
    be harmed, say so on the page “Why are you contacting us?”: then you do not need them to agree."""
    return telling.purpose != "support" or telling.consent == "agreed"


def mc5_silence_is_explained(telling: Telling) -> bool:
    """If you have not told the parents or carers, say whether telling them would put someone at risk, and why."""
    return telling.parents_informed != "no" or (
        telling.telling_puts_at_risk is not None and bool(telling.not_told_reason)
    )


def mc6_risk_is_agreed(telling: Telling) -> bool:
    """Say who agreed that the parents or carers should not be told yet."""
    return not telling.telling_puts_at_risk or bool(telling.not_told_agreed_by)


def mc7_came_before_now(received_at: datetime, now: datetime) -> bool:
    """A contact cannot come later than now."""
    return received_at <= now


def mc9_has_words(words: str) -> bool:
    """Write down what you told the hub."""
    return bool(words.strip())


def mc8_born_or_expected_in_time(children: Sequence[ToldChild], now: datetime) -> bool:
    """A child's date of birth cannot be in the future. For a baby who is not born yet, give the date they are due."""
    return all(child.born_on is None or child.born_on <= now.date() for child in children)


def mc10_sends_for_its_own_agency(hub: bool, agency: Agency, own: Agency | None) -> bool:
    """This system sends contacts of its own agency only."""
    return hub or (own is not None and own.pk == agency.pk)


def mc11_not_very_many_from_one_place(sent: int, most: int) -> bool:
    """Several forms came from where you are in the last hour, so this one is not sent. Please ring us instead: the
    numbers are on this page."""
    return sent < most


def mc12_not_very_many(sent: int, most: int) -> bool:
    """Very many forms came in the last hour, so this one is not sent. Please ring us instead: the numbers are on this
    page."""
    return sent < most
