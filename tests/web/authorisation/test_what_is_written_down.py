"""What is read, searched for, changed, taken out and refused is written down; what failed leaves nothing behind."""

import pytest
from django.http import HttpResponse
from django.urls import path

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission, Role
from kinfold.web.access.reference import routes
from kinfold.web.access.routes import permission
from kinfold.web.audit.models import AuditEvent
from kinfold.web.config import urls
from tests import factories
from tests.web.authorisation.files import File

READS = {
    "record:child": ("person.read", "early-help-lead"),
    "record:chronology": ("person.chronology_read", "early-help-lead"),
    "record:family": ("family.read", "early-help-lead"),
    "early_help:episode": ("early_help.episode_read", "early-help-lead"),
    "early_help:plan": ("early_help.plan_read", "early-help-lead"),
    "early_help:conversation": ("early_help.conversation_read", "early-help-lead"),
    "early_help:review": ("early_help.review_read", "early-help-lead"),
    "early_help:handover": ("early_help.handover_read", "early-help-manager"),
    "early_help:copy": ("early_help.plan_copied", "early-help-lead"),
    "mash:contact": ("contact.read", "mash-decision-maker"),
    "mash:own_contact": ("contact.read", "safeguarding-lead"),
    "record:family_audit": ("audit.read", "caldicott-guardian"),
}
"""The main pages about a child or family, what reading one is called, and somebody who may."""


def breaks(request):
    User.objects.filter(pk=request.user.pk).update(post="Changed by a request that failed")
    raise ZeroDivisionError


def answers_badly(request):
    User.objects.filter(pk=request.user.pk).update(post="Changed by a request that failed")
    return HttpResponse("Wrong", status=500)


def unsaid(request):
    return HttpResponse("Nobody said who may see this")


class Broken:
    urlpatterns = [
        path("breaks", permission(Permission.HOME)(breaks)),
        path("answers-badly", permission(Permission.HOME)(answers_badly)),
        path("unsaid", unsaid),
        *urls.urlpatterns,
    ]
    handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500


def written_by(user):
    return list(AuditEvent.objects.filter(user_id=user.pk).values_list("action", flat=True))


def refusals_of(user):
    return AuditEvent.objects.using("audit").filter(user_id=user.pk, refused=True)


@pytest.mark.parametrize("name", READS)
def test_reading_a_page_about_a_child_or_family_is_written_down_with_whose_it_is(
    browser_of, people, stranger, address_of, name
):
    action, slug = READS[name]
    user, route = people[slug], next(route for route in routes() if route.name == name)
    file = File(factories.record(), mark="Quill", holder=user, stranger=stranger)
    factories.grant(file.record, user)

    answer = browser_of(user).get(address_of(route, file))
    event = AuditEvent.objects.get(user_id=user.pk, action=action)

    assert answer.status_code == 200
    assert (event.record_id, event.user_name, event.refused) == (file.record.pk, user.name, False)
    assert event.request_id


def test_a_search_is_written_down_with_its_words_and_whom_it_found(browser_of):
    child = factories.family(name="Quillfeather").children[0]
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    browser_of(hub).post(
        "/search", {"name": child.name, "born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}
    )

    event = AuditEvent.objects.get(user_id=hub.pk, action="person.searched")
    assert event.details["name"] == child.name
    assert child.pk in event.person_ids


def test_a_change_is_written_down_and_its_history_names_who_made_it(browser_of):
    family = factories.family()
    lead = factories.worker(on=family)
    browser_of(lead).post(f"/people/{family.children[0].pk}/disability", {"codes": ["NONE"]})

    assert any(action.startswith("person.") or "disab" in action for action in written_by(lead))


@pytest.mark.parametrize("address", ["/search", "/accounts", "/mash/board", "/who-looked"])
def test_a_page_refused_is_written_down_and_stays(browser_of, address):
    pcso = factories.worker(Role.EARLY_HELP_PCSO)

    assert browser_of(pcso).get(address).status_code == 403
    assert refusals_of(pcso).count() == 1


def test_a_refusal_outlives_the_request_that_is_rolled_back(browser_of, settings, monkeypatch):
    settings.ROOT_URLCONF = Broken
    worker = factories.worker()

    def refused_then_breaks(request):
        from kinfold.web.audit import events

        events.refuse("refused.test", by=request.user)
        breaks(request)

    monkeypatch.setattr(
        Broken, "urlpatterns", [path("late", permission(Permission.HOME)(refused_then_breaks)), *Broken.urlpatterns]
    )
    browser = browser_of(worker)
    browser.raise_request_exception = False

    assert browser.get("/late").status_code == 500
    assert refusals_of(worker).get().action == "refused.test"


@pytest.mark.parametrize("address", ["/breaks", "/answers-badly"])
def test_a_request_that_ends_in_a_server_error_leaves_nothing_behind(browser_of, settings, address):
    settings.ROOT_URLCONF = Broken
    worker = factories.worker(post="As it was")
    browser = browser_of(worker)
    browser.raise_request_exception = False

    assert browser.get(address).status_code == 500
    assert User.objects.get(pk=worker.pk).post == "As it was"


def test_a_page_that_does_not_say_who_may_see_it_is_seen_by_nobody(browser_of, client, settings):
    settings.ROOT_URLCONF = Broken

    for role in Role:
        page = browser_of(factories.worker(role)).get("/unsaid")
        assert page.status_code == 403
        assert "Nobody said" not in page.content.decode()
    assert client.get("/unsaid").status_code == 302


def test_events_of_a_record_itself_are_found_with_that_record(as_app):
    from kinfold.web.access import actions
    from tests.factories.days import NOW

    manager, family = factories.worker(Role.MASH_MANAGER), factories.family()
    with as_app(manager):
        actions.restrict_record(record=family.record, seen_by=[manager], reason="Why", by=manager, at=NOW)

    assert AuditEvent.objects.get(action="access.record_restricted").record_id == family.record_id


def test_sight_given_for_some_days_ends_with_a_restriction_and_with_an_account(as_app):
    from kinfold.web.access import actions, grants
    from kinfold.web.access.checks import can_see
    from tests.factories.days import NOW, TODAY

    manager, family, other = factories.worker(Role.MASH_MANAGER), factories.family(), factories.family()
    worker, leaver = factories.worker(), factories.worker()
    for record, user in ((family.record, worker), (other.record, leaver)):
        grants.grant(record, to=user, reason="For some days", at=NOW, until="2999-01-01T00:00Z")
    assert can_see(worker, family.record_id)

    with as_app(manager):
        actions.restrict_record(record=family.record, seen_by=[manager], reason="Why", by=manager, at=NOW)
    administrator = factories.worker(Role.ACCOUNT_ADMINISTRATOR)
    with as_app(administrator):
        actions.close_account(user=leaver, on=TODAY, by=administrator, at=NOW)

    assert not can_see(worker, family.record_id)
    assert not leaver.grants.filter(ended_at__gt=NOW).exists()
