"""The columns of a file of contacts: a line for each child. Declared once, for the reader, the page and the manual."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from kinfold.web.core.cells import day, email, known_yes_no, number, one_of, some_of, telephone, text, yes_no


@dataclass(frozen=True)
class Column:
    """``of`` says whether it is of the notification, and the same on each of its lines, or of the one child."""

    name: str
    words: str
    of: Literal["notification", "child"]
    read: Callable[[str], Any]
    needed: bool = False


COLUMNS = (
    Column("reference", "Your own number for it, such as the incident’s. Children at one home under one number are one "
           "contact; the same line sent again is not taken in again", "notification", text(60), needed=True),
    Column("happened_on", "The day it happened", "notification", day),
    Column("domestic_abuse", "Yes or no: was it domestic abuse?", "notification", yes_no),
    Column("risk", "As your agency graded it: standard, medium or high", "notification", one_of("incident_risk")),
    Column("conference_on", "The day of the high-risk (MARAC) conference, if there is one", "notification", day),
    Column("what_happened", "What happened, in your words", "notification", text(20_000), needed=True),
    Column("strengths", "What is going well for the child", "notification", text(5_000)),
    Column("immediate_danger", "Yes where a child is in danger now. Ring 999 first", "notification", yes_no),
    Column("parents_told", "Do the parents or carers know that you tell the MASH? Yes, no or not known",
           "notification", known_yes_no),
    Column("telling_puts_at_risk", "If they do not: would telling them put somebody at risk? Yes or no",
           "notification", yes_no),
    Column("not_told_reason", "If they do not: why", "notification", text(2_000)),
    Column("not_told_agreed_by", "If telling them is a risk: who agreed not to", "notification", text(200)),
    Column("sender_name", "Who in your agency can be asked about it", "notification", text(200), needed=True),
    Column("sender_post", "Their post", "notification", text(200)),
    Column("sender_telephone", "Their telephone", "notification", telephone),
    Column("sender_email", "Their e-mail address", "notification", email),
    Column("child_forename", "First name, or what is known: “boy, about 6”", "child", text(255), needed=True),
    Column("child_surname", "Last name", "child", text(255)),
    Column("child_born_on", "Date of birth", "child", day),
    Column("child_age", "About how old, if the date of birth is not known", "child", text(40)),
    Column("child_sex", "Girl, boy or not known", "child", one_of("sex", girl="F", boy="M", not_known="U")),
    Column("child_address", "Where the child lives, without the postcode", "child", text(1_000)),
    Column("child_postcode", "Postcode", "child", text(15)),
    Column("child_school", "School, nursery or college", "child", text(200)),
    Column("child_parents", "Who looks after the child", "child", text(1_000)),
    Column("child_nhs_number", "NHS number", "child", number("nhs_number")),
    Column("child_upn", "Unique pupil number", "child", number("upn")),
    Column("child_worries", "What you are worried about, with “;” between several", "child", some_of("worry"),
           needed=True),
    Column("child_words", "What the child said, in their words", "child", text(5_000)),
)  # fmt: skip
BY_NAME = {column.name: column for column in COLUMNS}
