"""The demonstration's hub has asked agencies by its own steps: some answered, and a persona has one to answer."""

from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.config import asked, personas
from kinfold.web.mash.models import Contact
from kinfold.web.sharing.models import AgencyRequest
from tests import factories
from tests.factories.days import NOW, TODAY


def test_agencies_are_asked_once_and_a_persona_has_one_to_answer(matched):
    for kind in ("police", "health", "housing", "probation"):
        factories.agency(kind)
    personas.settle(today=TODAY)
    children = [matched(who=0), matched(who=1)]
    Contact.objects.filter(children__in=children).update(rating="green")
    assert asked.fill(now=NOW) == 5
    assert asked.fill(now=NOW) == 0
    lead = User.objects.get(email=PERSONAS["safeguarding-lead"].email)
    assert AgencyRequest.objects.open().filter(to_user=lead).count() == 2
    assert set(AgencyRequest.objects.exclude(outcome="").values_list("outcome", flat=True)) == {
        "shared", "nothing_known", "declined",
    }  # fmt: skip
