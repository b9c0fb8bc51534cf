"""Words that would give a confidential address away are refused by every table, whatever page they came from."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.early_help.models import Plan
from kinfold.web.intake.models import Upload
from kinfold.web.mash.models import Contact, ContactChild, Feedback, Rating
from kinfold.web.people.secret_text import CONSTRAINT, guarded
from tests import factories
from tests.factories.days import NOW
from tests.web.authorisation.files import File

SECRET = "She is at 14 Lantern Road with her aunt."
TABLES = [(model, column) for model, columns in guarded().items() for column in columns]
BESIDES = {
    "AgencyRequest.to_email": {"to_user": None},  # somebody without an account is asked by e-mail
    "WordToSchool.told_name": {"not_told_because": ""},  # a school was told, or it was not
    "Watch.ended_because": {"ended_on": F("started_on"), "ended_by": F("started_by")},  # an end has a day and a reason
}
OF_A_CONTACT = (Contact, Rating, Feedback)


@pytest.fixture
def lead():
    return factories.worker()


@pytest.fixture
def file(lead):
    """A family's file; where they live is secret."""
    record = factories.record()
    factories.grant(record, lead)
    made = File(record, mark="Quill", holder=lead, stranger=factories.worker())
    made.child = child = made.row("people.Person")
    child.has_confidential_address = True
    child.save()
    sealed = factories.record("sealed")
    factories.address(child, line_1="14 Lantern Road", postcode="PO48RT", confidential=True, record=sealed)
    return made


@pytest.mark.parametrize(("model", "column"), TABLES, ids=lambda given: getattr(given, "__name__", given))
def test_no_table_that_names_a_family_keeps_its_secret_address(file, model, column):
    row = file.row(model._meta.label)
    if model in OF_A_CONTACT:
        contact = row if model is Contact else row.contact
        ContactChild.objects.create(
            contact=contact, person=file.child, matched_at=NOW, matched_by=file.holder, record=file.record
        )
    if model is Upload:  # what was sent is never changed, so it is refused when it comes
        with pytest.raises(IntegrityError, match="confidential address"), transaction.atomic():
            file.row(model._meta.label, **{column: SECRET})
        return
    longest = model._meta.get_field(column).max_length or 200
    rows = model._base_manager.filter(pk=row.pk)

    for words in (SECRET, "Post for po4 8rt"):
        with pytest.raises(IntegrityError, match="confidential address"), transaction.atomic():
            rows.update(**{column: words[:longest]})
    rows.update(**{column: "Safe now"}, **BESIDES.get(f"{model.__name__}.{column}", {}))


def test_what_was_written_before_may_stay_when_other_things_change(file):
    plan = file.row("early_help.Plan")
    address = file.child.addresses.get()
    address.confidential = False
    address.save()
    Plan.objects.filter(pk=plan.pk).update(title=SECRET)
    address.confidential = True
    address.save()

    assert Plan.objects.filter(pk=plan.pk).update(tier=2) == 1
    with pytest.raises(IntegrityError, match="confidential address"), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(title=SECRET + " Still.")


def test_the_trigger_is_on_every_table_that_is_guarded_and_on_new_rows_too(file):
    assert {"Plan", "Answer", "Commitment", "Handover", "ContactChild", "Person"} <= {
        each.__name__ for each, _ in TABLES
    }
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        file.row("early_help.Plan", title=SECRET, tier=3)
    assert refused.value.__cause__.diag.constraint_name == CONSTRAINT


def test_a_page_says_so_beside_the_box_and_keeps_what_was_typed(file, lead, browser_of):
    plan = file.row("early_help.Plan")
    for name in ("casework.Involvement", "early_help.PlanChild"):
        file.row(name)

    page = browser_of(lead).post(f"/early-help/plans/{plan.pk}/goals/new", {"title": SECRET})

    assert "must stay secret" in page.text
    assert SECRET in page.text
    assert not plan.goals.exists()
    event = AuditEvent.objects.using("audit").get(action="refused.secret_address_written")
    assert (event.user_id, event.record_id) == (lead.pk, file.record.pk)
    assert "Lantern" not in str(event.details)


def test_where_no_form_can_say_it_a_page_does_with_the_words_to_copy_and_nothing_is_saved(
    file, lead, browser_of, monkeypatch
):
    def break_through(request, **keys):
        file.row("early_help.Plan", title="Written first", tier=3)
        file.row("early_help.Plan", title=SECRET, tier=3)

    monkeypatch.setattr("kinfold.web.record.views.families.family_page", lambda **keys: break_through(None))
    browser = browser_of(lead)

    page = browser.post(f"/families/{file.row('people.Family').pk}", {"words": SECRET})

    assert page.status_code == 422
    assert SECRET in page.text
    assert "Nothing was saved" in page.text
    assert not Plan.objects.exists()


def test_a_decision_about_a_matched_child_does_not_give_it_away(file, browser_of):
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    child = file.row("mash.ContactChild")
    factories.grant(child.contact, hub)

    page = browser_of(hub).post(f"/mash/contacts/{child.contact_id}/rating", {"rating": "red", "reason": SECRET})

    assert "must stay secret" in page.text
    assert not Rating.objects.filter(contact=child.contact).exists()
