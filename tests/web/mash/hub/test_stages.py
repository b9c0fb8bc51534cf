"""A decision in stages, where the partnership wants them: each with its maker, its tier, its reasons and its signs."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kinfold.practice import thresholds
from kinfold.web.access.checks import Refused
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.rules import RuleBroken
from kinfold.web.local.actions import set_value
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.staging import SoFar, record_stage
from kinfold.web.mash.models import ContactChild, Stage
from kinfold.web.mash.staging import next_stage, standing, wanted
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.mash.hub.conftest import said

SIGN = next(one.key for one in thresholds.document(TODAY).indicators_for(ages=[8]) if one.tier == 3)


@pytest.fixture
def in_stages(as_app, manager):
    """The partnership wants these stages before a decision."""

    def want(*stages: str) -> None:
        with as_app(manager):
            for stage in stages:
                set_value(key=f"stage_{stage}", value=True, valid_from=TODAY, by=manager, reason="Ours", today=TODAY)

    return want


def so_far(**more) -> SoFar:
    return SoFar(**{"points_to": "early_help", "tier": 2, "rationale": "The school sees a tired child."} | more)


def staged(child, by, stage="contact", after=0, **more):
    had_read = more.pop("had_read", None)
    return record_stage(
        children=[child], stage=stage, said=so_far(**more), by=by, at=NOW + timedelta(minutes=after), had_read=had_read
    )[0]


def test_nobody_is_asked_for_stages_until_the_partnership_wants_them(as_app, matched, decider, browser_of):
    child = matched()
    assert wanted(TODAY) == ()
    with as_app(decider), pytest.raises(RuleBroken, match="in their order"):
        staged(child, decider)
    assert "Stages before" not in browser_of(decider).get(f"/mash/contacts/{child.contact_id}").text
    with as_app(decider):
        assert decide(children=[child], said=said("advice", tier=1), by=decider, at=NOW)[0].decided_at == NOW


def test_a_decision_waits_for_its_stages_but_harm_never_does(as_app, matched, decider, in_stages, care_team):
    in_stages("contact", "screening")
    child = matched()
    with as_app(decider):
        with pytest.raises(RuleBroken, match="Record the next stage first"):
            decide(children=[child], said=said("advice", tier=1), by=decider, at=NOW)
        first = staged(child, decider, tier=3, indicators=(SIGN,))
        with pytest.raises(RuleBroken, match="Record the next stage first"):
            decide(children=[child], said=said("advice", tier=1), by=decider, at=NOW)
        staged(child, decider, "screening", after=5, points_to="advice", tier=1)
        decide(children=[child], said=said("advice", tier=1), by=decider, at=NOW)
        urgent = matched(who=1)
        urgently = said("strategy_discussion", tier=4, to_team=care_team, indicators=(SIGN,))
        decide(children=[urgent], said=urgently, by=decider, at=NOW)

    assert (first.threshold_version, first.indicators_of_need) == (thresholds.document(TODAY).version, [SIGN])
    held = ContactChild.objects.get(pk=urgent.pk)
    assert (held.decision, held.stages.count()) == ("strategy_discussion", 0)
    assert AuditEvent.objects.filter(action="contact.stage_recorded", user_id=decider.pk).count() == 2


def test_a_stage_can_be_enough(as_app, matched, decider, in_stages):
    in_stages("contact", "initial", "screening")
    child = matched()
    with as_app(decider):
        staged(child, decider, enough=True)
        assert next_stage(wanted(TODAY), child.stages.all()) == ""
        decide(children=[child], said=said("advice", tier=1), by=decider, at=NOW)


def test_looking_again_adds_and_the_latest_stands(as_app, matched, decider, in_stages):
    in_stages("contact", "initial")
    child = matched()
    with as_app(decider):
        staged(child, decider, enough=True)
        staged(child, decider, after=2, points_to="advice", tier=1, rationale="He was only tired.")
        assert child.stages.count() == 2
        assert [one.points_to for one in standing(child.stages.all())] == ["advice"]
        assert next_stage(wanted(TODAY), child.stages.all()) == "initial"  # nobody says any longer that it is enough


@pytest.mark.parametrize(
    ("stage", "what", "sentence"),
    [
        ("screening", {}, "in their order"),
        ("made_up", {}, "in their order"),
        ("contact", {"tier": None}, "Choose the tier"),
        ("contact", {"rationale": " "}, "Say why"),
        ("contact", {"points_to": "made_up"}, "Choose what happens next"),
        ("contact", {"tier": 3}, "at least one indicator"),
        ("contact", {"indicators": ("made_up",)}, "Thresholds Document in force"),
    ],
)
def test_what_a_stage_must_say(as_app, matched, decider, in_stages, stage, what, sentence):
    in_stages("contact", "screening")
    child = matched()
    with as_app(decider), pytest.raises(RuleBroken, match=sentence):
        staged(child, decider, stage, **what)
    assert not Stage.objects.exists()


def test_pressed_twice_it_is_one_and_a_colleagues_meanwhile_is_noticed(as_app, matched, decider, manager, in_stages):
    in_stages("contact")
    child = matched()
    with as_app(decider):
        first = staged(child, decider, had_read=0)
        assert staged(child, decider, had_read=0).pk == first.pk
    with as_app(manager), pytest.raises(RuleBroken, match="A colleague recorded a stage"):
        staged(child, manager, had_read=0, rationale="I think otherwise.")
    assert Stage.objects.count() == 1


def test_it_joins_the_childs_file_when_they_are_known(as_app, told, family, decider, in_stages):
    in_stages("contact")
    child = told()
    with as_app(decider):
        made = staged(child, decider)
        confirm_match(child=child, person=family.children[0], by=decider, at=NOW)
    made.refresh_from_db()
    assert made.record_id == family.children[0].record_id


def test_nobody_outside_the_hub_records_or_reads_one(as_app, matched, teacher, decider, in_stages, browser_of):
    in_stages("contact")
    child = matched()
    with as_app(decider):
        staged(child, decider, rationale="Only the hub reads this.")
    with as_app(teacher):
        with pytest.raises(Refused):
            staged(child, teacher)
        assert not Stage.objects.filter(child=child).exists()
    browser = browser_of(teacher)
    assert browser.get(reverse("mash:stage", args=[child.pk])).status_code in (403, 404)


def test_the_page_goes_from_stage_to_stage_to_the_decision(as_app, matched, decider, manager, in_stages, browser_of):
    in_stages("contact", "screening")
    child = matched(rating="amber")
    browser, address = browser_of(decider), reverse("mash:stage", args=[child.pk])
    contact = f"/mash/contacts/{child.contact_id}"
    assert "Record the contact stage" in browser.get(contact).text
    assert "screening is not needed" in browser.get(address).text
    assert "Choose the tier of need" in browser.post(address, {"decision": "advice"}).text
    form = {"decision": "early_help", "tier": "3", "indicators": [SIGN], "rationale": "Tired <b>and</b> cold.",
            "stage": "contact", "had_read": "0"}  # fmt: skip
    assert "” is recorded" in browser.post(address, form, follow=True).text
    page = browser.get(contact).text
    board = browser.get("/mash/board").text
    assert "Next: screening stage" in board
    assert "Do it on one screen" not in page + board
    one_screen = browser.get(reverse("mash:quick", args=[child.contact_id]), follow=True).text
    assert "cannot be done on one screen" in one_screen
    assert "Tired &lt;b&gt;and&lt;/b&gt; cold." in page
    assert "Record the screening stage" in page
    late = browser_of(manager).post(address, form | {"rationale": "Another view."}).text
    assert "A colleague recorded a stage" in late
    assert "Another view." in late
    decision = browser.get(reverse("mash:decide", args=[child.pk])).text
    assert "record the next stage" in decision
    assert f'value="{SIGN}" checked' in decision  # what the last stage relied on is there to be kept or changed
    form |= {"stage": "screening", "had_read": "1", "rationale": "Health says the same."}
    assert "” is recorded" in browser.post(address, form, follow=True).text
    assert "record the next stage" not in browser.get(reverse("mash:decide", args=[child.pk])).text
    assert "Next: " not in browser.get("/mash/board").text
    assert "No stage is waiting" in browser.get(address, follow=True).text


def test_siblings_are_looked_at_together_and_a_foreign_child_is_not(as_app, matched, decider, in_stages, browser_of):
    in_stages("contact")
    first = matched()
    second, foreign = matched(first.contact, who=1), factories.contact_child(factories.contact())
    form = {"decision": "advice", "tier": "1", "rationale": "Talked it through.", "also": [str(second.pk)]}
    browser = browser_of(decider)
    assert "” is recorded" in browser.post(reverse("mash:stage", args=[first.pk]), form, follow=True).text
    assert set(Stage.objects.values_list("child", flat=True)) == {first.pk, second.pk}
    form["also"] = [str(foreign.pk)]
    browser.post(reverse("mash:stage", args=[second.pk]), form)
    assert not Stage.objects.filter(child=foreign).exists()
