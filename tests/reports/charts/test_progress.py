"""A family's scores are drawn and told without judgement."""

from datetime import date

from lxml import etree

from kinfold.reports import Score, progress_chart
from tests.reports.samples import RIGHT_TO_LEFT, scores


def score(mark, when="Review 1", on=date(2024, 2, 1), who="Maya", voice="child", domain="Home"):
    return Score(on=on, when=when, domain=domain, voice=voice, who=who, score=mark)


def test_it_says_how_many_moved_up_stayed_and_are_lower_for_now():
    assert (
        progress_chart(scores()).headline
        == "Since the first scores: 3 moved up, 3 stayed the same, 3 are lower for now."
    )


def test_first_scores_alone_promise_no_change():
    assert progress_chart([score(4)]).headline == (
        "These are the first scores. The next review will show what has changed."
    )
    assert progress_chart([]).headline == "No scores yet."


def test_the_text_alternative_tells_each_voice():
    picture = progress_chart(scores(), title="Progress of the plan")
    assert picture.alt.startswith("Progress of the plan. Since the first scores:")
    assert "Safety, Maya: from 3 to 7 out of 10." in picture.alt
    assert "School, Mum: 5 out of 10, as at first." in picture.alt


def test_the_child_comes_first_and_scores_may_come_in_any_order():
    table = progress_chart(list(reversed(scores()))).table
    assert table.headings == ("Part of life", "Who", "First conversation", "Review 1", "Review 2")
    assert table.rows[0] == ("Home", "Maya", "6", "5", "4")
    assert [row[1] for row in table.rows[:3]] == ["Maya", "Mum", "Lead professional"]


def test_a_score_not_given_at_a_review_is_said_to_be_so():
    early = date(2024, 1, 3)
    table = progress_chart([score(4, "First conversation", early), score(5), score(3, who="Mum", voice="parent")]).table
    assert table.rows == (("Home", "Maya", "4", "5"), ("Home", "Mum", "not given", "3"))


def test_now_is_a_full_dot_with_its_number_and_first_is_a_ring():
    root = etree.fromstring(progress_chart([score(3, "First conversation", date(2024, 1, 3)), score(8)]).svg.encode())
    texts = [element.text for element in root if element.tag.endswith("text")]
    assert texts[-2:] == ["3", "8"]
    assert "Maya" in texts


def test_a_name_in_another_script_or_of_ten_thousand_letters_fits():
    picture = progress_chart([score(3, who=RIGHT_TO_LEFT), score(3, who="W" * 10_000, voice="parent")])
    texts = [element.text for element in etree.fromstring(picture.svg.encode()) if element.tag.endswith("text")]
    assert max(map(len, texts)) <= 17
    assert "W" * 10_000 in picture.alt
