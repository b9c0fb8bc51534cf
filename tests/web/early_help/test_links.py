"""Link co-ordinators: one for each school, named by who oversees early help, and told to the school itself."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.linking import links_of, name_link
from kinfold.web.access.models import LinkCoordinator, User
from kinfold.web.access.permissions import Role
from tests import factories
from tests.factories.days import NOW


@pytest.fixture
def manager() -> User:
    return factories.worker(Role.EARLY_HELP_MANAGER)


@pytest.fixture
def teacher() -> User:
    return factories.worker(Role.SAFEGUARDING_LEAD, team=factories.team("school"))


def test_the_next_one_ends_the_last_and_a_closed_account_is_nobodys_link(manager, teacher, as_app):
    school, first, second = teacher.agency, factories.worker(), factories.worker()
    with as_app(manager):
        made = name_link(agency=school, user=first, by=manager, at=NOW)
        assert name_link(agency=school, user=first, by=manager, at=NOW) == made
        name_link(agency=school, user=second, by=manager, at=NOW)
        assert links_of([school]) == {school.pk: second}
        assert LinkCoordinator.objects.filter(ended_at__isnull=True).count() == 1
    User.objects.filter(pk=second.pk).update(is_active=False)
    assert links_of([school]) == {}


def test_only_who_oversees_names_one_and_only_of_early_help(manager, teacher, as_app):
    with as_app(manager), pytest.raises(ValidationError, match="works in early help"):
        name_link(agency=teacher.agency, user=teacher, by=manager, at=NOW)
    lead = factories.worker()
    with as_app(lead), pytest.raises(Refused):
        name_link(agency=teacher.agency, user=lead, by=lead, at=NOW)


def test_the_page_names_one_and_the_school_reads_whom_to_ring(manager, teacher, browser_of):
    teacher.agency.kind = "school"
    teacher.agency.save()
    link = factories.worker(telephone="01632 960222")
    assert "Think it through" not in browser_of(teacher).get("/mash/tell-us").content.decode()
    page = f"/early-help/links/{teacher.agency.pk}"
    assert browser_of(link).get(page).status_code == 403
    assert browser_of(manager).post(page, {"user": str(link.pk)}).status_code == 302
    assert link.name in browser_of(link).get("/early-help/links").content.decode()
    assert "01632 960222" in browser_of(teacher).get("/mash/tell-us").content.decode()
    browser_of(manager).post(page, {"user": ""})
    assert links_of([teacher.agency]) == {}
