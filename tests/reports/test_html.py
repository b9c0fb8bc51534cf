"""The fragment fits a page that allows no inline styles, scripts or repeated ids."""

import re
from collections import Counter

from kinfold.reports import render_html, stylesheet
from tests.reports import samples
from tests.reports.reading import page

FRAGMENT = render_html(samples.report())
READ = page(FRAGMENT)


def test_it_has_no_styles_scripts_or_handlers_in_it():
    assert not {"style", "script", "link", "iframe", "object"} & {tag for tag, _ in READ.elements}
    assert [name for _, attributes in READ.elements for name in attributes if name == "style" or name[:2] == "on"] == []


def test_ids_are_its_headings_and_each_is_there_once():
    ids = Counter(attributes["id"] for _, attributes in READ.elements if "id" in attributes)
    assert set(ids.values()) == {1}
    links = [attributes["href"][1:] for tag, attributes in READ.elements if tag == "a"]
    assert links == ["indicators", "actions", "commentary", "notes", "annex"]
    assert set(links) <= set(ids)


def test_every_picture_has_a_text_alternative_and_a_phone_has_its_own():
    pictures = [attributes for tag, attributes in READ.elements if tag == "svg"]
    assert all(picture["role"] == "img" and len(picture["aria-label"]) > 40 for picture in pictures)
    wide, narrow = (float(picture["width"]) for picture in pictures[:2])
    assert wide > 600
    assert narrow < 345


def test_a_table_that_may_not_fit_can_be_scrolled_from_the_keyboard():
    groups = [attributes for _, attributes in READ.elements if attributes.get("class") == "kf-scroll"]
    assert len(groups) == 5
    assert all(group["tabindex"] == "0" and group["aria-label"] for group in groups)


def test_on_a_phone_each_cell_of_a_table_of_words_says_its_heading():
    headings = [attributes["data-heading"] for _, attributes in READ.elements if "data-heading" in attributes]
    assert headings == ["Ours", "Can be compared", "Source"] * 2
    assert "attr(data-heading)" in stylesheet()


def test_every_class_has_a_rule_or_is_known_to_need_none():
    used = {name for _, attributes in READ.elements for name in attributes.get("class", "").split()}
    ruled = set(re.findall(r"\.(kf-[a-z_-]+)", stylesheet()))
    assert used - ruled == {
        *["kf-body", "kf-definition", "kf-standing", "kf-tag--not_started", "kf-new-page", "kf-sheet--short"]
    }


def test_an_empty_report_says_what_it_lacks():
    text = page(render_html(samples.report(indicators=(), actions=(), going_well=(), needs_to_improve=()))).text
    assert "This report has no indicators." in text
    assert "This report has no actions." in text
    assert text.count("Nothing has been written for this part.") == 2
