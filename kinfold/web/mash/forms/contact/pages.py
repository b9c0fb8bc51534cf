"""Every page of the contact form, in the order in which it is asked."""

from dataclasses import dataclass

from kinfold.web.mash.answers import Answers
from kinfold.web.mash.forms.contact import child, story, tellers
from kinfold.web.mash.forms.contact.page import PageForm, Scene

PARTS = ("Start", "The children", "What happened", "You and the family")


@dataclass(frozen=True)
class Page:
    """One page; ``heading`` is said where the page asks several questions, and may name the child."""

    key: str
    form: type[PageForm]
    part: int
    heading: str = ""
    about_child: bool = False

    def heading_for(self, scene: Scene) -> str:
        said = self.heading.replace("{child}", scene.first_name) if self.about_child else self.heading
        return said[:1].upper() + said[1:]


CALLER = Page("caller", tellers.CallerForm, 0, "A contact from somebody else")
BEFORE = (Page("danger", story.DangerForm, 0), Page("purpose", story.PurposeForm, 0))
EACH_CHILD = (
    Page("child", child.ChildForm, 1, "Who is the child?", about_child=True),
    Page("home", child.HomeForm, 1, "{child}'s home and family", about_child=True),
    Page("school", child.SchoolForm, 1, "{child}'s school and numbers", about_child=True),
    Page("talking", child.TalkingForm, 1, "Talking with {child}", about_child=True),
    Page("worries", child.WorriesForm, 1, "Worries about {child}", about_child=True),
)
STORY = (
    Page("what-happened", story.WhatHappenedForm, 2),
    Page("going-well", story.StrengthsForm, 2),
    Page("assessment", story.AssessmentForm, 2),
)
PARENTS = Page("parents", story.ParentsForm, 3)
TELLER = Page("details", tellers.TellerForm, 3, "Your details")

BY_KEY = {page.key: page for page in (CALLER, *BEFORE, *EACH_CHILD, *STORY, PARENTS, TELLER)}


def before_children(answers: Answers) -> tuple[Page, ...]:
    return (CALLER, *BEFORE) if answers.for_caller else BEFORE


def after_children(answers: Answers) -> tuple[Page, ...]:
    caller = answers.typed("caller")
    anonymous = answers.for_caller and caller is not None and caller.get("kind") == "anonymous"
    return (*STORY, PARENTS) if anonymous else (*STORY, PARENTS, TELLER)


@dataclass(frozen=True)
class Place:
    """One page as it stands in one form: of a child's pages there is one for each child."""

    page: Page
    child: str = ""


def places(answers: Answers) -> list[Place]:
    """Every page this form asks, in order."""
    return [
        *(Place(page) for page in before_children(answers)),
        *(Place(page, key) for key in answers.children for page in EACH_CHILD),
        *(Place(page) for page in after_children(answers)),
    ]
