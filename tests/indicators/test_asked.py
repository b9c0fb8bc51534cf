"""Every measure that the documents ask for is kept, each once."""

from collections import Counter

from kinfold.indicators.asked import DOCUMENTS, measures
from kinfold.indicators.catalogue import EVERY


def test_every_measure_of_every_document_is_there():
    found = Counter(one.document for one in measures().values())
    assert found == {"safeguarding": 88, "trust-plan": 62, "dataset": 21, "young-people": 13, "pcso": 3}
    assert found.keys() == DOCUMENTS.keys()


def test_every_indicator_is_reported_under_a_measure_that_a_document_asks_for():
    assert {name for one in EVERY for name in one.reported_in} <= measures().keys()


def test_what_no_indicator_answers_yet_is_casework_and_gets_less():
    """This number only goes down; when it is 0 this test says that every measure is answered."""
    answered = {name for one in EVERY for name in one.reported_in}
    assert len(measures().keys() - answered) <= 31
