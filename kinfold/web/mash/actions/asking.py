"""The hub asks an agency what it knows of a child in a contact, before it decides."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from kinfold.practice import code_lists
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.mash import hub_rules, rules
from kinfold.web.mash.actions.hub import hub_team, locked_children
from kinfold.web.mash.models import ContactChild
from kinfold.web.sharing.actions import requests
from kinfold.web.sharing.actions.requests import Sent, Told
from kinfold.web.sharing.recipients import Recipient


@transaction.atomic
def ask_agency(
    *,
    child: ContactChild,
    to: Recipient,
    codes: Sequence[str],
    own_question: str,
    why: str,
    site: str,
    by: User,
    at: datetime,
) -> Sent:
    """The reply is due by the contact's rating. The agency is told the child's name and date of birth, and no place."""
    require(by, Permission.REQUEST_SEND, on=child)
    child = locked_children([child])[0]
    hold(hub_rules.hd3_not_yet_decided, child)
    hold(hub_rules.hd27_rated_before_asking, child.contact)
    known = {each.code: each.label for each in code_lists.code_list("agency_question", in_london(at).date())}
    questions = [(code, known[code]) for code in codes if code in known]
    if own_question.strip():
        questions.append(("", own_question.strip()))
    person = child.person
    return requests.ask(
        about=child,
        told=Told(
            name=person.name if person else child.described_name,
            born_on=person.born_on if person else child.described_born_on,
            person=person,
            parents_do_not_know=child.contact.parents_do_not_know,
        ),
        to=to, questions=questions, why=why, purpose=child.contact.purpose,
        lawful_basis=rules.lawful_basis(child.contact.purpose), urgency=child.contact.rating, team=hub_team(by),
        site=site, by=by, at=at,
    )  # fmt: skip
