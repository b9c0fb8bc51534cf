"""A child in a rated contact, a nurse with an account, and the hub asking her."""

from datetime import timedelta

import pytest

from kinfold.web.access.permissions import Role
from kinfold.web.mash.actions.asking import ask_agency
from kinfold.web.mash.models import Contact
from kinfold.web.sharing.actions.replies import Reply
from kinfold.web.sharing.recipients import Recipient
from tests import factories
from tests.factories.days import NOW

WHY = "The school saw a mark, and we must know whether he is safe."
SOON, LATE = NOW + timedelta(minutes=30), NOW + timedelta(hours=9)


@pytest.fixture
def nurse():
    return factories.worker(
        Role.EARLY_HELP_LEAD, team=factories.team("health", name="School nurses"), name="Ola Brandt"
    )


@pytest.fixture
def child(matched):
    child = matched()
    Contact.objects.filter(pk=child.contact_id).update(rating="amber")
    child.contact.refresh_from_db()
    return child


def ask(child, to, by, *, at=NOW, codes=("known", "worries"), **more):
    more = {"own_question": "", "why": WHY, "site": "https://kinfold.example"} | more
    return ask_agency(child=child, to=Recipient(to.agency, user=to), codes=codes, by=by, at=at, **more)


def answers(request, *words):
    keys = request.questions.values_list("pk", flat=True)
    return Reply("shared", dict(zip(keys, words, strict=False)))


@pytest.fixture
def asked(as_app, child, nurse, decider):
    with as_app(decider):
        return ask(child, nurse, decider).request
