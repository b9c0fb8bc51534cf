"""Crimes against children, as the police record them and submit them."""

from kinfold.indicators.catalogue.gathered.owners import AGE, POLICE, SEX
from kinfold.indicators.engine.gathered import Gathered

_STRATEGY = "Multi-Agency Safeguarding Strategy 2023-26, Priority"
_PEOPLE = "children aged 0 to 17 when the crime was committed, in Portsmouth"
_CRIME = (
    "Home Office Counting Rules for Recorded Crime; counted by the date of recording, crimes cancelled by the "
    "quarter’s end left out"
)
_CHILDREN_ONCE = "A child who is a victim more than once in the quarter is counted once."

crimes_of_neglect = Gathered(
    key="police.crimes_of_neglect",
    title="Crimes of child neglect recorded",
    definition="Crimes of cruelty to children or young persons (Home Office class 11A: Children and Young Persons "
    f"Act 1933, section 1) recorded in the quarter where neglect was the way of it. {_CRIME}.",
    kind="count",
    unit="crimes",
    population=_PEOPLE,
    owner=POLICE,
    collected="submitted",
    source=f"{_STRATEGY} 2",
    better="neither",
    breakdowns=(AGE,),
    reported_in=("safeguarding 2.3",),
    note="More recorded crime may mean more neglect or that more of it is found. The groups are of the youngest child.",
)

children_of_sexual_crimes = Gathered(
    key="police.children_subject_to_sexual_crime",
    title="Children subject to sexual crimes",
    definition=f"Different children who are the victim of a crime recorded in the quarter in the Home Office group "
    f"“sexual offences” (rape and other sexual offences). {_CRIME}.",
    kind="count",
    unit="children",
    population=_PEOPLE,
    owner=POLICE,
    collected="submitted",
    source=f"{_STRATEGY} 3 and 4",
    better="lower",
    breakdowns=(AGE, SEX),
    reported_in=("safeguarding 3.4", "safeguarding 4.13b"),
    note=f"{_CHILDREN_ONCE} The strategy asks for it twice, under sexual abuse and under extra-familial harm.",
)

abused_by_a_child = Gathered(
    key="police.children_sexually_abused_by_a_child",
    title="Children sexually abused by another child",
    definition=f"Different children aged 5 to 17 who are the victim of a sexual offence recorded in the quarter whose "
    f"suspect was under 18 when it was committed. {_CRIME}.",
    kind="count",
    unit="children",
    population="children aged 5 to 17 when the crime was committed, in Portsmouth",
    owner=POLICE,
    collected="submitted",
    source=f"{_STRATEGY} 3",
    better="lower",
    breakdowns=(("age of the victim", ("5 to 10", "11 to 15", "16 to 17")),),
    reported_in=("safeguarding 3.5a", "safeguarding 3.5b", "safeguarding 3.5c"),
    note=f"{_CHILDREN_ONCE} The strategy’s three ages are those of the child harmed; it calls the other the "
    "perpetrator.",
)

children_of_violence = Gathered(
    key="police.children_subject_to_violent_crime",
    title="Children subject to violent crimes",
    definition=f"Different children who are the victim of a crime recorded in the quarter in the Home Office group "
    f"“violence against the person” (with and without injury, homicide, stalking and harassment). {_CRIME}.",
    kind="count",
    unit="children",
    population=_PEOPLE,
    owner=POLICE,
    collected="submitted",
    source=f"{_STRATEGY} 4",
    better="lower",
    breakdowns=(AGE, SEX),
    reported_in=("safeguarding 4.13a",),
    note=f"{_CHILDREN_ONCE} A child may be among those subject to sexual or acquisitive crime too.",
)

children_of_acquisitive_crime = Gathered(
    key="police.children_subject_to_acquisitive_crime",
    title="Children subject to acquisitive crimes",
    definition=f"Different children who are the victim of a crime recorded in the quarter in the Home Office groups "
    f"“theft” (with burglary) and “robbery”. {_CRIME}.",
    kind="count",
    unit="children",
    population=_PEOPLE,
    owner=POLICE,
    collected="submitted",
    source=f"{_STRATEGY} 4",
    better="lower",
    breakdowns=(AGE, SEX),
    reported_in=("safeguarding 4.13c",),
    note=f"{_CHILDREN_ONCE} A child may be among those subject to violent or sexual crime too.",
)

hate_crimes = Gathered(
    key="police.hate_crimes_against_children",
    title="Hate crimes against children reported",
    definition="Crimes recorded in the quarter with a child victim that the victim or any other person perceives to "
    "be motivated by hostility or prejudice about a protected strand (Crown Prosecution Service and police "
    f"definition). {_CRIME}.",
    kind="count",
    unit="crimes",
    population=_PEOPLE,
    owner=POLICE,
    collected="submitted",
    source=f"{_STRATEGY} 6",
    better="neither",
    breakdowns=(
        (
            "main strand",
            ("Race", "Religion or belief", "Sexual orientation", "Disability", "Transgender identity", "Not known"),
        ),
    ),
    reported_in=("safeguarding 6.3",),
    note="A crime with more than one strand is put under its main one. A rise may be a rise in trust to report.",
)

GATHERED: tuple[Gathered, ...] = (
    crimes_of_neglect,
    children_of_sexual_crimes,
    abused_by_a_child,
    children_of_violence,
    children_of_acquisitive_crime,
    hate_crimes,
)
