"""Components say in words what they show in colour and shape, and say so when there is nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.paginator import Paginator
from django.template import engines

NOW = datetime(2026, 5, 6, 13, 20, tzinfo=UTC)


@pytest.fixture
def drawn():
    def draw(component, call, **context):
        folder = {"family_header": "case_header"}.get(component, component)
        source = f"{{% from 'components/{folder}/macro.jinja' import {component} %}}{{{{ {component}({call}) }}}}"
        return " ".join(engines["jinja2"].from_string(source).render({"now": NOW, **context}).split())

    return draw


@pytest.mark.parametrize(("rating", "word"), [("red", "Red"), ("amber", "Amber"), ("green", "Green")])
def test_a_rating_is_a_word_with_a_shape_of_its_own(drawn, rating, word):
    html = drawn("rag_tag", f"'{rating}'")
    assert f"</svg>{word}</strong>" in html.replace("</svg> ", "</svg>")


def test_a_contact_without_a_rating_says_so(drawn):
    assert "Not yet rated" in drawn("rag_tag", "none")


def test_what_nobody_may_overlook_is_said_in_words(drawn):
    html = drawn("case_header", "'Maya', flags=['parents_do_not_know', 'confidential_address', 'restricted']")
    assert "Parents do not know: do not contact the family" in html
    assert "Confidential address: never say where they live" in html
    assert "Restricted record: named people only" in html


def test_a_gap_in_what_is_known_about_a_child_is_seen(drawn):
    assert drawn("case_header", "'Maya', language='Igbo', interpreter=true").count("Not recorded") == 3


def test_an_interpreter_is_named_with_the_language(drawn):
    assert "Arabic, interpreter needed" in drawn("case_header", "'Maya', language='Arabic', interpreter=true")
    assert "Interpreter needed" in drawn("case_header", "'Maya', interpreter=true")


def test_a_clock_says_what_is_overdue_and_since_when(drawn):
    html = drawn("clock", "due, now", due=NOW - timedelta(hours=3))
    assert "3 hours overdue" in html
    assert '<time class="kf-clock__at" datetime="2026-05-06T11:20+01:00">today at 11:20am</time>' in html


def test_a_day_that_is_near_is_said_once(drawn):
    for days, said in ((0, "Due today"), (1, "Due tomorrow")):
        html = drawn("clock", "due, now", due=NOW.date() + timedelta(days=days))
        assert said in html
        assert "<time" not in html


@pytest.mark.parametrize(("met", "said"), [(-1, "Done on time"), (0, "Done on time"), (1, "Done late")])
def test_a_clock_that_was_met_says_whether_in_time(drawn, met, said):
    assert said in drawn("clock", "due, now, met_at=met", due=NOW, met=NOW + timedelta(minutes=met))


def test_a_withdrawn_deadline_is_no_longer_due(drawn):
    assert "No longer due" in drawn("clock", "due, now, withdrawn=true", due=NOW)


def test_a_figure_that_may_not_be_shown_says_why_and_is_never_nought(drawn):
    html = drawn("metric", "'Children', none, status='Fewer than 5: not shown'")
    assert "Fewer than 5: not shown" in html
    assert ">0<" not in html


def test_a_trend_has_its_figures_as_a_table_and_hides_what_is_suppressed(drawn):
    trend = [{"period": "Q1", "value": 10}, {"period": "Q2", "value": None}, {"period": "Q3", "value": 12.5}]
    html = drawn("metric", "'Children', 12, trend=trend", trend=trend)
    assert 'role="img"' in html
    assert "Not shown" in html
    assert "12.5" in html


def test_promises_of_family_and_services_stand_side_by_side(drawn):
    html = drawn(
        "commitment_list",
        "[{'text': 'Ring housing', 'due_on': late}], [{'text': 'Visit', 'done_on': late}], now=now",
        late=date(2026, 4, 24),
    )
    assert "What you will do" in html
    assert "What we will do" in html
    assert "By 24 April 2026: 12 days overdue" in html
    assert "<strong>Done</strong> 24 April 2026" in html


def test_a_score_can_be_heard_at_both_ends(drawn):
    html = drawn("score_scale", "'safe', 'How safe?', low='Not safe', high='Safe', value=0")
    assert html.count('type="radio"') == 11
    assert html.count("checked") == 1
    assert '0<span class="govuk-visually-hidden">, Not safe</span>' in html.replace("0 <span", "0<span")


def test_a_picture_of_progress_has_its_scores_as_a_table(drawn):
    series = [
        {"name": "Maya", "points": [{"on": date(2026, 1, 14), "score": 0}, {"on": date(2026, 4, 28), "score": 7}]}
    ]
    html = drawn("progress_picture", "'Home', series", series=series)
    assert "14 January 2026" in html
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">0</td>' in html


def test_an_answer_left_out_says_so_when_checking(drawn):
    rows = [{"key": "Disability", "value": "", "href": "#"}, {"key": "Worries", "value": []}]
    assert drawn("check_answers", "'About Maya', rows", rows=rows).count("Not answered") == 2


def test_answers_keep_room_for_change_only_where_one_can_be_changed(drawn):
    rows = [{"key": "Disability", "value": "None"}, {"key": "Worries", "value": "Neglect", "href": "#"}]
    assert drawn("check_answers", "'About Maya', rows", rows=rows).count("no-actions") == 1
    assert "no-actions" not in drawn("check_answers", "'About Maya', rows", rows=rows[:1])


def test_an_empty_table_says_so_under_its_title(drawn):
    html = drawn("data_table", "'Contacts', [], [], empty='No contacts yet today'")
    assert "Contacts" in html
    assert "No contacts yet today" in html
    assert "<table" not in html


def test_pages_keep_what_was_filtered(drawn):
    html = drawn("pagination", "page, query='rating=red', what='contacts'", page=Paginator(range(100), 20).page(2))
    assert 'href="?rating=red&amp;page=3"' in html
    assert "21 to 40 of 100 contacts" in html


def test_one_page_needs_no_page_numbers(drawn):
    assert drawn("pagination", "page", page=Paginator(range(5), 20).page(1)) == ""


def test_only_what_differs_between_two_versions_is_marked(drawn):
    html = drawn(
        "versions", "[{'label': 'Tier', 'mine': '3', 'theirs': '3'}, {'label': 'Goal', 'mine': 'a', 'theirs': 'b'}]"
    )
    assert html.count("Different") == 1
