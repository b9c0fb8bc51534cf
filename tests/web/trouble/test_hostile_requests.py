"""What no honest browser sends: each gets a refusal in words, and never a fault."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.web.mash.told import PAGES
from tests.web.trouble.conftest import Browser, Served, begin, fill_in, kinfold, words_of

RIGHT_TO_LEFT, EMOJI, FORMULA = "\u0645\u062d\u0645\u062f", "\U0001f9d2\U0001f3fd", '=HYPERLINK("http://x","y")'
LONGEST = 200


@pytest.fixture
def teacher(served: Served) -> Browser:
    return served.browser_of("safeguarding-lead")


def test_a_body_of_many_megabytes_is_refused_in_words(teacher):
    address = fill_in(teacher, begin(teacher), until="what-happened")
    answer = teacher.post(address, {"what_happened": "a" * 20_000_000})
    assert answer.status == 400
    assert "You sent too much at once. Nothing was saved." in words_of(answer)


def test_thousands_of_fields_are_refused_in_words(teacher):
    address = begin(teacher)
    answer = teacher.post(address, {f"field{number}": "x" for number in range(2_000)})
    assert answer.status == 400
    assert "We could not read it. Nothing was saved." in words_of(answer)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\xff\xfe\x00\x00", "application/x-www-form-urlencoded"),
        (b"danger=\x00no", "application/x-www-form-urlencoded"),
        (b"danger=%00&danger=%ff%fe", "application/x-www-form-urlencoded; charset=made-up"),
        (b"--b\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=b"),
        (b"no boundary", "multipart/form-data"),
        (b'{"danger": ', "application/json"),
        (b"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", "application/xml"),
        (b"", "nonsense"),
    ],
)
def test_a_body_that_is_no_form_is_no_fault(teacher, body, content_type):
    assert teacher.send(begin(teacher), body, content_type).status < 500


@pytest.mark.parametrize(
    "path",
    [
        "/mash/board?rating=%00&agency=%00",
        "/mash/board?agency=not-a-key",
        "/search?name=%00&born_on-day=99&postcode=%ff",
        "/scorecard?quarter=%00",
        "/scorecard/%00",
        "/children/not-a-key",
        "/%ff%fe",
        "/../../etc/passwd",
        "/sign-in?next=//elsewhere.example/%00",
        "/demo/as/nobody",
        "/static/../settings.py",
        "/?" + "a=b&" * 3_000,
    ],
)
@pytest.mark.parametrize("persona", ["mash-decision-maker", "analyst"])
def test_a_strange_address_is_no_fault(served, persona, path):
    assert served.browser_of(persona).get(path).status < 500


def test_names_of_every_kind_reach_the_hub_as_they_were_typed(served, teacher):
    typed = f"{RIGHT_TO_LEFT} {EMOJI} {FORMULA}"
    child = PAGES["child"] | {"forename": typed, "surname": "<script>alert(1)</script>"}
    contact = teacher.post(fill_in(teacher, begin(teacher), child=child)).location.rstrip("/").split("/")[-2]

    shown = served.browser_of("mash-decision-maker").get(f"/mash/contacts/{contact}")
    for kept in (RIGHT_TO_LEFT, EMOJI, "=HYPERLINK"):
        assert kept in shown.text
    assert "<script>alert" not in shown.text
    stored = "SELECT count(*) FROM mash_contactchild WHERE contact_id = %s AND described_forename = %s"
    assert served.count(stored, contact, typed) == 1


def test_a_name_of_ten_thousand_letters_is_refused_in_words_and_kept_on_the_page(teacher):
    address = fill_in(teacher, begin(teacher), until="child")
    answer = teacher.post(address, PAGES["child"] | {"forename": "x" * 10_000})
    assert answer.status == 200
    assert "First name must be 200 characters or less" in words_of(answer)
    assert "x" * 10_000 in answer.text


def test_a_file_with_the_wrong_columns_is_told_so_and_nothing_of_it_is_loaded(served, tmp_path: Path):
    wrong = pa.table({"cont_contact_id": ["1"], "contact_day": ["yesterday"], quote(EMOJI): [1]})
    pq.write_table(wrong, tmp_path / "ssd_contacts.parquet")
    before = served.count("SELECT count(*) FROM mash_contact")

    done = kinfold("load", str(tmp_path))

    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "ssd_contacts" in said
    assert "contact_day" in said
    assert "Traceback" not in said
    assert served.count("SELECT count(*) FROM mash_contact") == before
