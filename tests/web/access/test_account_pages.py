"""The account administrator's pages: accounts and roles, and no child."""

import re

import pytest

from kinfold.web.access import actions
from kinfold.web.access.models import Agency, Membership, User
from kinfold.web.access.permissions import ROLES, Permission, Role
from kinfold.web.audit.models import AuditEvent
from tests import factories
from tests.factories.days import TODAY


@pytest.fixture
def administrator():
    return factories.worker(Role.ACCOUNT_ADMINISTRATOR)


def test_an_account_is_opened_and_given_a_role_on_two_pages(browser_of, administrator):
    team = factories.team("school")
    browser = browser_of(administrator)
    typed = {"name": "Nia Example", "email": "nia@example.org", "agency": str(team.agency_id), "post": "Deputy head"}

    opened = browser.post("/accounts/open", typed, follow=True)
    assert "Account opened" in opened.content.decode()
    user = User.objects.get(email="nia@example.org")
    browser.post(f"/accounts/{user.pk}", {"role": "safeguarding_lead", "team": str(team.pk)})

    assert User.objects.get(pk=user.pk).may(Permission.CONTACT_CREATE)
    page = browser.get("/accounts?words=deputy").content.decode()
    assert "Nia Example" in page
    assert "Designated Safeguarding Lead" in page


def test_an_address_that_is_taken_is_said_beside_the_box_with_what_was_typed(browser_of, administrator):
    taken = factories.worker()
    typed = {"name": "Nia Example", "email": taken.email, "agency": str(taken.agency_id)}

    page = browser_of(administrator).post("/accounts/open", typed).content.decode()

    assert "already an account with this e-mail address" in page
    assert "Nia Example" in page


def test_a_new_password_is_shown_once_and_opens_the_account(browser_of, administrator):
    worker = factories.worker()
    browser = browser_of(administrator)

    page = browser.post(f"/accounts/{worker.pk}/new-password").content.decode()
    password = re.search(r"<code>(\S+)</code>", page).group(1)

    worker.refresh_from_db()
    assert worker.check_password(password)
    assert password not in browser.get(f"/accounts/{worker.pk}").content.decode()


def test_a_person_changes_their_own_password_and_stays_signed_in(browser_of):
    worker = factories.worker()
    worker.set_password("three random words")
    worker.save()
    browser = browser_of(worker)

    wrong = browser.post(
        "/account/password", {"old_password": "no", "new_password": "four quite random words"}
    ).content.decode()
    weak = browser.post(
        "/account/password", {"old_password": "three random words", "new_password": "short"}
    ).content.decode()
    right = browser.post(
        "/account/password", {"old_password": "three random words", "new_password": "four quite random words"}
    )

    assert "The password that you have now is not right" in wrong
    assert "too short" in weak
    assert right.status_code == 302
    assert browser.get("/account").status_code == 200


def test_a_role_ends_and_an_account_closes_with_one_press_each(browser_of, administrator):
    worker = factories.worker()
    browser = browser_of(administrator)

    browser.post(f"/accounts/roles/{worker.memberships.get().pk}/end")
    browser.post(f"/accounts/{worker.pk}/close")

    assert Membership.objects.get(user=worker).ended_on >= TODAY
    assert not User.objects.get(pk=worker.pk).is_active
    assert worker.name in browser.get("/accounts?closed=yes").content.decode()


def test_nobody_closes_their_own_account(browser_of, administrator):
    page = browser_of(administrator).post(f"/accounts/{administrator.pk}/close", follow=True).content.decode()

    assert "Somebody else must change your own account" in page
    assert User.objects.get(pk=administrator.pk).is_active


@pytest.mark.parametrize("address", ["/accounts", "/accounts/open", "/accounts/agencies"])
def test_others_do_not_reach_accounts(browser_of, address):
    assert browser_of(factories.worker(Role.MASH_MANAGER)).get(address).status_code == 403


def test_an_account_that_does_not_exist_is_not_found(browser_of, administrator):
    assert browser_of(administrator).get(f"/accounts/{factories.team().pk}").status_code == 404


def test_an_agency_and_its_first_team_are_added_and_the_account_that_waited_gets_a_role(browser_of, administrator):
    browser = browser_of(administrator)
    added = browser.post("/accounts/agencies/add", {"name": "Newtown Infant School", "kind": "school"})
    agency = Agency.objects.get(name="Newtown Infant School")
    assert added.headers["Location"] == f"/accounts/agencies/{agency.pk}/team"
    user = actions.open_account(name="Nia Example", email="nia@example.org", agency=agency, by=administrator)
    assert "Newtown Infant School has none yet" in browser.get(f"/accounts/{user.pk}").content.decode()

    page = f"/accounts/agencies/{agency.pk}/team?for={user.pk}"
    assert 'value="Newtown Infant School"' in browser.get(page).content.decode()
    done = browser.post(page, {"name": "Newtown Infant School", "service": "school"})
    assert done.headers["Location"] == f"/accounts/{user.pk}"
    browser.post(f"/accounts/{user.pk}", {"role": "safeguarding_lead", "team": str(agency.teams.get().pk)})

    assert User.objects.get(pk=user.pk).may(Permission.CONTACT_CREATE)
    events = AuditEvent.objects.filter(user_id=administrator.pk).values_list("action", flat=True)
    assert {"access.agency_opened", "access.team_opened"} <= set(events)


def test_an_agency_or_a_team_of_the_same_name_is_not_added_twice(browser_of, administrator):
    team = factories.team()
    browser = browser_of(administrator)

    agency = browser.post("/accounts/agencies/add", {"name": team.agency.name.upper(), "kind": "school"})
    again = browser.post(f"/accounts/agencies/{team.agency_id}/team", {"name": team.name, "service": "other"})

    assert "There is already an agency with this name" in agency.content.decode()
    assert "This agency already has a team with this name" in again.content.decode()
    assert team.agency.teams.count() == 1


def test_a_team_that_is_added_for_nobody_leads_back_to_the_agencies(browser_of, administrator):
    agency = factories.agency()
    for nobody in ("", "?for=x", f"?for={agency.pk}"):
        named = {"name": f"Team {nobody}", "service": "other"}
        done = browser_of(administrator).post(f"/accounts/agencies/{agency.pk}/team{nobody}", named)
        assert done.headers["Location"] == "/accounts/agencies"


@pytest.mark.parametrize("role", [role for role in Role if ROLES[role].services])
def test_a_role_that_sees_the_whole_index_is_held_in_the_hub_or_social_care_alone(browser_of, administrator, role):
    school, own = factories.team("school"), factories.team(ROLES[role].services[0])
    user = factories.worker(Role.SAFEGUARDING_LEAD, team=school)
    browser = browser_of(administrator)

    refused = browser.post(f"/accounts/{user.pk}", {"role": role, "team": str(school.pk)}).content.decode()
    assert "This role sees every open record" in refused
    assert not User.objects.get(pk=user.pk).whole_index

    user.agency = own.agency
    user.save()
    browser.post(f"/accounts/{user.pk}", {"role": role, "team": str(own.pk)})
    assert User.objects.get(pk=user.pk).whole_index


def test_agencies_are_found_by_their_own_name_or_a_teams(browser_of, administrator):
    team = factories.team(name="Night Owls")
    other = factories.agency(name="Elsewhere")
    browser = browser_of(administrator)

    for words in ("night", team.agency.name):
        page = browser.get("/accounts/agencies", {"words": words}).text
        assert "Night Owls" in page
        assert other.name not in page
    assert "No agency matches" in browser.get("/accounts/agencies?words=zzz").text
    assert "No team yet" in browser.get("/accounts/agencies?words=Elsewhere").text
