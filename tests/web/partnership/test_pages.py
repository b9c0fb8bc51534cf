"""The pages of a strategy: the tree and its filter, the plan on a page, files in and out, what may be changed."""

from __future__ import annotations

import html

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from kinfold.web.access.permissions import Role
from kinfold.web.partnership import strategy
from kinfold.web.partnership.models import Objective, Priority, Strategy, StrategyAction
from tests.factories import worker


@pytest.fixture(autouse=True)
def strategies_there() -> None:
    strategy.load(apps)


@pytest.fixture
def partner(browser_of):
    return browser_of(worker(Role.MASH_MANAGER))


@pytest.fixture
def officer(browser_of):
    return browser_of(worker(Role.BOARD_SUPPORT))


def text(page) -> str:
    assert page.status_code == 200
    return page.content.decode()


def test_both_counts_are_shown_where_the_source_slips(partner):
    for address in ("/strategy/", "/strategy/plans/trust_plan"):
        page = text(partner.get(address))
        assert "it says 54 and lists 55" in page
        assert "it says 58 and lists 62" in page
        assert "it says 5 and lists 6" in page


@pytest.mark.parametrize("name", ["trust_plan", "safeguarding", "young_people", "pcso", "annual_report"])
def test_every_strategy_has_its_tree_and_its_plan_on_a_page(partner, name):
    page = text(partner.get(f"/strategy/plans/{name}"))
    for action in StrategyAction.objects.filter(priority__strategy__key=name)[:3]:
        assert str(action.pk) in page
    picture = text(partner.get(f"/strategy/plans/{name}/on-a-page"))
    assert "<svg" in picture
    assert "The same in words" in picture


def test_the_filter_shows_what_is_like_that_alone(partner):
    StrategyAction.objects.filter(number="2.2", priority__key="priority_2").update(status="off_track")
    page = text(partner.get("/strategy/plans/safeguarding?status=off_track"))
    assert "2.2 Review neglect indicators" in page
    assert "2.1 Raise awareness" not in page
    page = text(partner.get("/strategy/plans/safeguarding?board=youth_forum"))
    assert "4.1 Develop the response" in page
    assert "1.1 Review and implement" not in page
    assert "Nothing here is like that" in text(partner.get("/strategy/plans/safeguarding?status=complete"))


def test_a_theme_of_the_spine_finds_what_serves_it(partner):
    Objective.objects.filter(priority__key="trust_plan_1", number="1", kind="objective").update(spine=["spine_f"])
    page = text(partner.get("/strategy/plans/trust_plan?theme=spine_f"))
    assert "1 Improve attainment" in page
    assert "2 Improve inclusion" not in page


def test_the_priority_page_names_the_indicators_that_measure_it(partner):
    page = text(partner.get("/strategy/priority_1"))
    assert "1.2a Contacts into MASH" in page
    assert "/scorecard/mash.contacts" in page


def test_a_partner_changes_nothing_and_takes_no_file(partner):
    action = StrategyAction.objects.first()
    for address in (
        f"/strategy/lines/actions/{action.pk}/change", "/strategy/plans/pcso/file", "/strategy/boards/file",
        "/strategy/read-in", "/strategy/priority_1/actions/new",
    ):  # fmt: skip
        assert partner.get(address).status_code == 403, address


def test_a_file_is_taken_out_changed_looked_at_and_read_in(officer):
    taken = officer.get("/strategy/plans/pcso/file")
    assert taken.content.decode() == strategy.text_of("pcso")
    changed = taken.content.decode().replace("Note the information", "Note what was said")
    sent = SimpleUploadedFile("pcso.toml", changed.replace("\n", "\r\n").encode())
    page = text(officer.post("/strategy/read-in", {"file": sent}))
    assert "pcso_1, action P5: title" in page
    assert StrategyAction.objects.get(number="P5").action == "Note the information"
    assert officer.post("/strategy/read-in", {"text": changed.replace("\n", "\r\n")}).status_code == 302
    assert StrategyAction.objects.get(number="P5").action == "Note what was said"


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\x00\xff not toml", "not TOML"), (b"", "empty"), (b'format = "kinfold 1"', "must say what it holds")],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(officer, content, words):
    page = text(officer.post("/strategy/read-in", {"file": SimpleUploadedFile("one.toml", content)}))
    assert words in page


def test_text_that_was_tampered_with_on_its_way_is_refused(officer):
    page = text(officer.post("/strategy/read-in", {"text": 'format = "kinfold 1"\nholds = "strategy"\n'}))
    assert "is missing" in page


def test_what_a_line_says_is_changed_and_a_stale_version_changes_nothing(officer):
    action = StrategyAction.objects.get(number="3.1", priority__key="priority_3")
    said = {"title": "Promote what helps", "board": "semh", "measures": "3.2", "version": action.version}
    address = f"/strategy/lines/actions/{action.pk}/change"
    assert officer.post(address, said).status_code == 302
    action.refresh_from_db()
    assert (action.action, action.board.key, action.measures) == ("Promote what helps", "semh", ["3.2"])
    assert officer.post(address, said | {"title": "Something else"}).status_code == 409
    assert "no measure 9.9" in text(officer.post(address, said | {"measures": "9.9"}))


def test_an_objective_and_an_action_towards_it_are_added(officer):
    at = "/strategy/priority_4"
    assert (
        officer.post(f"{at}/objectives/new", {"kind": "difference", "number": "4.8", "title": "More"}).status_code
        == 302
    )
    added = Objective.objects.get(number="4.8")
    said = {"number": "4.5", "title": "Do more", "owner_post": "Head", "objective": str(added.pk)}
    assert officer.post(f"{at}/actions/new", said).status_code == 302
    assert StrategyAction.objects.get(number="4.5", priority__key="priority_4").objective == added
    assert "There is one of this number already" in text(officer.post(f"{at}/actions/new", said))


def test_every_level_of_a_strategy_has_a_page_of_its_own(partner):
    for level, model in (
        ("strategies", Strategy), ("priorities", Priority), ("objectives", Objective), ("actions", StrategyAction),
    ):  # fmt: skip
        line = model.objects.first()
        assert line.title in html.unescape(text(partner.get(f"/strategy/lines/{level}/{line.pk}")))


def test_evidence_stands_on_the_page_and_a_script_is_no_link(officer):
    action = StrategyAction.objects.get(number="1.1", priority__key="priority_1")
    address = f"/strategy/lines/actions/{action.pk}"
    for kept in ("https://example.org/plan", "javascript:alert(1)"):
        assert officer.post(f"{address}/evidence", {"title": f"At {kept}", "kept_at": kept}).status_code == 302
    page = text(officer.get(address))
    assert 'href="https://example.org/plan"' in page
    assert 'href="javascript' not in page
