"""What is known of a child when a contact comes: every contact before it, and whom to ring."""

from datetime import timedelta

from django.urls import reverse

from kinfold.web.access.permissions import Role
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.selectors.contact import contact_page
from kinfold.web.people.models import Address, Schooling
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY


def test_every_earlier_contact_is_there_however_long_ago_and_the_count_is_of_a_year(as_app, matched, decider):
    years_ago = matched(received_at=NOW - timedelta(days=900))
    last_month = matched(received_at=NOW - timedelta(days=30))
    matched(received_at=NOW + timedelta(days=1))
    with as_app(decider):
        shown = contact_page(decider, matched().contact, NOW).children[0]
    assert (shown.earlier, shown.count) == ([last_month, years_ago], 2)


def test_contacts_about_a_record_that_was_joined_to_the_childs_are_theirs(as_app, matched, decider, family):
    twin = factories.person(merged_into=family.children[0])
    earlier = matched(received_at=NOW - timedelta(days=30))
    ContactChild.objects.filter(pk=earlier.pk).update(person=twin, record=twin.record)
    with as_app(decider):
        assert contact_page(decider, matched().contact, NOW).children[0].earlier == [earlier]


def test_somebody_who_plays_two_parts_stands_there_once_with_both(as_app, matched, decider, family):
    worker, episode = factories.worker(Role.SOCIAL_WORKER), factories.episode(family, "child_in_need")
    for role in ("lead_professional", "allocated_social_worker"):
        factories.lead(episode, worker, role=role)
    with as_app(decider):
        one = contact_page(decider, matched().contact, NOW).involved
    assert [(each.name, each.role_label) for each in one] == [
        (worker.name, "Lead professional, Allocated social worker")
    ]


def test_whom_to_ring_at_school_is_there(browser_of, matched, decider, family):
    school = factories.setting(name="Fulmar Academy")
    for child in family.children:
        Schooling.objects.create(person=child, setting=school, started_on=LONG_AGO, record=child.record)
    team = factories.team("school", agency=school.agency)
    factories.worker(Role.SAFEGUARDING_LEAD, team=team, name="Bo Finch", telephone="023 9200 0001")
    child = matched()
    shown = browser_of(decider).get(reverse("mash:contact", args=[child.contact_id])).text
    for words in ("Bo Finch", "Fulmar Academy", "023 9200 0001"):
        assert words in shown


def test_a_school_that_a_secret_address_hides_is_not_there(as_app, matched, decider, family):
    hidden = factories.record("sealed")
    Address.objects.create(person=family.children[0], confidential=True, started_on=TODAY, record=hidden)
    Schooling.objects.create(
        person=family.children[0], setting=factories.setting(name="Hidden Academy"), started_on=LONG_AGO, record=hidden
    )
    with as_app(decider):
        assert contact_page(decider, matched().contact, NOW).places == []


def test_the_age_that_the_referrer_guessed_stands_where_nobody_knows_the_date_of_birth(browser_of, told, decider):
    child = told(described_age="8")
    unknown = factories.person(born_on=None)
    ContactChild.objects.filter(pk=child.pk).update(person=unknown, record=unknown.record)
    assert "about 8" in browser_of(decider).get(reverse("mash:contact", args=[child.contact_id])).text
